/** When a month, a run or a silence is too rare for chance: against R, and against what anybody would call unchanged. */
import { expect, test } from 'vitest'
import { exactRateChart } from '../../../src/reliability/exactRateChart'
import { repeatsByChance } from '../../../src/reliability/repeatsByChance'
import { silenceChance } from '../../../src/reliability/silenceChance'

const chartOf = (counts: readonly number[], exposure = 1) => {
  const chart = exactRateChart(counts.map((count) => ({ count, exposure })))
  if (chart.status !== 'estimated') throw new Error(chart.reason)
  return chart.points.map((point) => (point.status === 'estimated' ? point : null))
}

test('limits are exact binomial quantiles, given all failures', () => {
  // R: n = 48, share 1/12, level 0.07/24: qbinom(level, n, share, lower.tail = FALSE) = 10; pbinom(0, n, share) = 0.0154.
  const points = chartOf([4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4], 2)
  expect([points[0]?.lower, points[0]?.upper]).toEqual([0, 5])
  expect(points.every((point) => point?.beyond === null && point.run === null)).toBe(true)
})

test('a single failure in four years is no alarm, and one month of ten among ones is', () => {
  expect(chartOf(Array.from({ length: 48 }, (_, at) => (at === 20 ? 1 : 0)))[20]?.beyond).toBeNull()
  const counts = Array.from({ length: 24 }, (_, at) => (at === 10 ? 10 : 1))
  expect(chartOf(counts).flatMap((point, at) => (point?.beyond === 'above' ? [at] : []))).toEqual([10])
})

test('a rate that rose half-way shows as two runs, whose months are named', () => {
  const points = chartOf([...Array.from({ length: 12 }, () => 8), ...Array.from({ length: 12 }, () => 12)])
  expect(points.map((point) => point?.run)).toEqual([
    ...Array.from({ length: 12 }, () => 'below'),
    ...Array.from({ length: 12 }, () => 'above'),
  ])
})

test('the chance of a silence: of one site with a steady rhythm, of one that reports in bursts, of one without a rhythm', () => {
  // Gaps of 3, 10, 1, 6, 20 days: k = 5 and their squared coefficient of variation 0.9; (1 + 73/730)^(−5).
  const steady = [0, 3, 13, 14, 20, 40]
  expect(silenceChance(steady, 730, 73)).toBeCloseTo(1.1 ** -5, 10)
  // Six reports in two bursts are about two visits: the same silence says far less.
  const bursts = [0, 0, 1, 60, 60, 61]
  expect(silenceChance(bursts, 730, 73)).toBeGreaterThan(1.1 ** -2)
  expect([silenceChance([5], 730, 400), silenceChance([], 730, 400), silenceChance([5, 5], 730, 400)]).toEqual([
    1, 1, 1,
  ])
})

test('repeats by chance: two failures in 100 days are within 10 of each other in 19 of 100 cases', () => {
  // Two uniform points: P(gap ≤ 10) = 1 − 0.9².
  const { expected, p } = repeatsByChance([{ failures: 2, watched: 100, window: 10 }], 1)
  expect(expected).toBeCloseTo(0.19, 12)
  expect(p).toBeCloseTo(0.19, 12)
  expect(repeatsByChance([{ failures: 5, watched: 100, window: 200 }], 0)).toEqual({ expected: 4, p: 1 })
})
