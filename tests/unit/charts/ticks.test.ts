import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveringTicks, logTicks, wholeCoveringTicks, wholeTicks } from '../../../src/charts/axisTicks'
import { dayTicks } from '../../../src/charts/dayTicks'
import { monthTicks } from '../../../src/charts/monthTicks'
import { rateCeiling } from '../../../src/charts/rateCeiling'
import { dayNumber } from '../../../src/domain/moment'
import { uChart, type UChartPeriod } from '../../../src/reliability/uChart'

const monthsFrom = (year: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)

const ceilingOf = (periods: readonly UChartPeriod[]): number => {
  const chart = uChart(periods)
  if (chart.status !== 'estimated') throw new Error('no chart')
  return rateCeiling(chart)
}

test('counts are written at whole numbers', () => {
  expect(wholeTicks(3)).toEqual([0, 1, 2, 3])
  expect(wholeTicks(47)).toEqual([0, 10, 20, 30, 40])
  expect(wholeTicks(0)).toEqual([0, 1])
})

test('the axis of a Pareto ends at the first round number that covers its largest bar, on whole numbers', () => {
  expect(wholeCoveringTicks(515)).toEqual([0, 200, 400, 600])
  expect(wholeCoveringTicks(3)).toEqual([0, 1, 2, 3])
  expect(wholeCoveringTicks(1)).toEqual([0, 1])
})

test('whole ticks stay inside, covering ticks reach round it, both few and round', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 1e7, noNaN: true }), (most) => {
      const covering = coveringTicks(most)
      expect(covering.at(-1)!).toBeGreaterThanOrEqual(most * (1 - 1e-9))
      expect(covering.length).toBeLessThanOrEqual(7)
      if (most >= 1) {
        const whole = wholeTicks(most)
        expect(whole.every(Number.isInteger)).toBe(true)
        expect(whole.at(-1)!).toBeLessThanOrEqual(most)
        expect(whole.length).toBeLessThanOrEqual(7)
      }
    }),
  )
})

test('ticks of a logarithmic axis stand apart', () => {
  expect(logTicks(90_000, 6e6, 1.9)).toEqual([1e5, 2e5, 5e5, 1e6, 2e6, 5e6])
  expect(logTicks(90_000, 6e6, 6)).toEqual([1e5, 1e6])
})

test('months thin out to round ones', () => {
  expect(monthTicks(monthsFrom(2023, 6), 8)).toEqual(monthsFrom(2023, 6))
  expect(monthTicks(monthsFrom(2023, 24), 8)).toEqual([
    '2023-01',
    '2023-04',
    '2023-07',
    '2023-10',
    '2024-01',
    '2024-04',
    '2024-07',
    '2024-10',
  ])
  expect(monthTicks(monthsFrom(2016, 120), 10)).toEqual(Array.from({ length: 10 }, (_, at) => `${2016 + at}-01`))
  expect(monthTicks(['2023-02'], 0)).toEqual(['2023-02'])
  expect(monthTicks(['2025-W48', '2025-W49', '2025-W50', '2025-W51', '2025-W52', '2026-W01'], 3)).toEqual([
    '2025-W49',
    '2025-W51',
    '2026-W01',
  ])
})

test('days are ticked at the first of a month inside the span', () => {
  expect(dayTicks(dayNumber('2023-01-10'), dayNumber('2023-04-02'), 5)).toEqual([
    dayNumber('2023-02-01'),
    dayNumber('2023-03-01'),
    dayNumber('2023-04-01'),
  ])
})

test('a month that hardly ran does not decide how high a rate chart reaches', () => {
  const even = Array.from({ length: 12 }, () => ({ count: 20, exposure: 2 }))
  expect(ceilingOf([{ count: 1, exposure: 0.001 }, ...even])).toBeLessThan(40)
  expect(ceilingOf([{ count: 90, exposure: 2 }, ...even])).toBeGreaterThanOrEqual(45)
})
