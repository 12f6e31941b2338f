/** How often a sliding window fills by chance: numbers worked out by hand, and a simulation that does not know the formula. */
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../fixtures/demo/seededRandom'
import { exactRateChart, lastPeriod } from '../../../src/reliability/exactRateChart'
import { fewestBeyond, isFullBeyond, windowCrossings } from '../../../src/reliability/windowAlarms'

describe('a window over a rate that is known', () => {
  // One failure in ten days, thirty days: three on average; P(N = 7) = e⁻³ 3⁷ / 7! = 0.0216040.
  test('an eighth failure comes when seven lie in the window before it', () => {
    expect(windowCrossings(8, 30, { rate: 0.1 })).toBeCloseTo(0.1 * 0.021604, 7)
    expect(365 * windowCrossings(8, 30, { rate: 0.1 })).toBeCloseTo(0.7885, 3)
  })

  // A year holds 0.7885 windows that come to eight, 0.2957 that come to nine (P(N = 8) = 0.0081015).
  test('the fewest failures that speak once in two years are nine', () => {
    expect(fewestBeyond(30, { rate: 0.1 }, 0.5 / 365)).toBe(9)
    expect(fewestBeyond(30, { rate: 0.1 }, 0.8 / 365)).toBe(8)
  })
})

describe('a window over a rate that is learnt', () => {
  // Two failures over 100 days leave a gamma law of shape 2.5 for the rate. A first failure after an empty window of 50:
  // 2.5 × 100^2.5 / 150^3.5 = 2.5 × (2/3)^2.5 / 150 = 0.00604812.
  test('averages over what few failures leave open', () => {
    expect(windowCrossings(1, 50, { failures: 2, exposure: 100, cluster: 1 })).toBeCloseTo(
      (2.5 * (2 / 3) ** 2.5) / 150,
      12,
    )
  })

  test('clusters are counted instead of failures', () => {
    expect(windowCrossings(6, 30, { failures: 40, exposure: 700, cluster: 2 })).toBeCloseTo(
      windowCrossings(3, 30, { failures: 20, exposure: 700, cluster: 1 }),
      12,
    )
  })

  test('a single failure is no rise, whatever went before', () => {
    expect(isFullBeyond(1, 30, { failures: 0, exposure: 1e9, cluster: 1 }, 1)).toBe(false)
    expect(isFullBeyond(2, 30, { failures: 0, exposure: 1e4, cluster: 1 }, 1 / 365)).toBe(true)
  })
})

/** Failures of a constant rate, a day at a time, and how often their window comes to hold as many. */
function simulatedCrossings(rate: number, window: number, count: number, days: number, seed: number): number {
  const random = seededRandom(seed)
  const held: number[] = []
  let [crossings, at] = [0, 0]
  for (;;) {
    at += -Math.log(1 - random.next()) / rate
    if (at > days) return crossings
    while ((held[0] ?? at) < at - window) held.shift()
    held.push(at)
    if (held.length === count) crossings += 1
  }
}

test('as often as the formula says, a simulated window fills', () => {
  const years = 4000
  const found = simulatedCrossings(0.1, 30, 8, 365 * years, 20261201) / years
  expect(found).toBeGreaterThan(0.7885 * 0.94)
  expect(found).toBeLessThan(0.7885 * 1.06)
})

describe('the last month of a chart', () => {
  const months = (last: number) => [
    ...Array.from({ length: 11 }, () => ({ count: 2, exposure: 1 })),
    { count: last, exposure: 1 },
  ]

  test('is above its limit exactly where the chart says so', () => {
    for (let count = 0; count < 16; count += 1) {
      const chart = exactRateChart(months(count))
      const point = chart.status === 'estimated' ? chart.points.at(-1) : undefined
      const isAbove = point?.status === 'estimated' && point.beyond === 'above'
      expect([count, isAbove]).toEqual([count, count > (lastPeriod(months(count))?.most ?? 0)])
    }
  })

  // 24 failures in twelve equal months: P(X ≥ 7 | 24, 1/12) = 0.00246, P(X ≥ 8) = 0.00055; the level is 0.07/24 = 0.00292.
  test('says how rarely chance calls it too high', () => {
    const last = lastPeriod(months(2))
    expect(last?.most).toBe(6)
    expect(last?.expected).toBeCloseTo(2, 12)
    const binomial = (x: number): number => {
      let ways = 1
      for (let at = 0; at < x; at += 1) ways *= (24 - at) / (at + 1)
      return ways * (1 / 12) ** x * (11 / 12) ** (24 - x)
    }
    const tail = Array.from({ length: 18 }, (_, at) => binomial(7 + at)).reduce((sum, p) => sum + p, 0)
    expect(tail).toBeLessThan(0.07 / 24)
    expect(last?.falseAlarm).toBeCloseTo(tail, 10)
  })
})
