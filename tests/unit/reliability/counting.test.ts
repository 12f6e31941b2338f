import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { laplaceTrend } from '../../../src/reliability/laplaceTrend'
import { pareto } from '../../../src/reliability/pareto'
import { repeatFailures, type RepeatEvent } from '../../../src/reliability/repeatFailures'
import { uChart } from '../../../src/reliability/uChart'

fc.configureGlobal({ seed: 20260101 })

test('twelve failures of a year show no significant trend', () => {
  const days = [30, 75, 110, 160, 190, 230, 255, 280, 300, 325, 340, 355]
  const got = laplaceTrend([{ events: days, end: 365 }], 'time')
  expect(got).toMatchObject({ status: 'estimated', used: 12, enough: true })
  if (got.status === 'estimated') expect(got.u).toBeCloseTo(1.2603, 4)
})

const system = fc
  .record({
    end: fc.double({ min: 1, max: 1e6, noNaN: true }),
    shares: fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { maxLength: 40 }),
  })
  .map(({ end, shares }) => ({ end, events: shares.map((share) => share * end) }))

test('a trend is finite, free of units and turns its sign when time runs backwards', () => {
  fc.assert(
    fc.property(fc.array(system, { minLength: 1, maxLength: 5 }), (systems) => {
      const got = laplaceTrend(systems, 'time')
      const scaled = laplaceTrend(
        systems.map(({ events, end }) => ({ events: events.map((t) => t * 24), end: end * 24 })),
        'time',
      )
      const backwards = laplaceTrend(
        systems.map(({ events, end }) => ({ events: events.map((t) => end - t), end })),
        'time',
      )
      if (got.status === 'not-estimable' || scaled.status === 'not-estimable' || backwards.status === 'not-estimable') {
        expect(systems.every(({ events }) => events.length === 0)).toBe(true)
        return
      }
      expect(Number.isFinite(got.u)).toBe(true)
      expect(scaled.u).toBeCloseTo(got.u, 8)
      expect(backwards.u).toBeCloseTo(-got.u, 6)
    }),
  )
})

test('a failure-truncated system gives up its last event, given in any order', () => {
  const got = laplaceTrend([{ events: [50, 10, 100], end: 100 }], 'failure')
  expect(got).toMatchObject({ used: 2, enough: false })
  expect(laplaceTrend([{ events: [100], end: 100 }], 'failure')).toEqual({
    status: 'not-estimable',
    reason: 'no-events',
  })
  expect(() => laplaceTrend([{ events: [101], end: 100 }], 'time')).toThrow(RangeError)
})

test('a month without kilometres has no point and does not move the centre', () => {
  const chart = uChart([
    { count: 2, exposure: 1 },
    { count: 3, exposure: 0 },
    { count: 4, exposure: 1 },
  ])
  expect(chart).toMatchObject({
    center: 3,
    outOfLimits: [],
    points: [{ rate: 2 }, { status: 'not-estimable', reason: 'no-exposure' }, { rate: 4 }],
  })
  expect(uChart([])).toEqual({ status: 'not-estimable', reason: 'no-exposure' })
})

test('chart limits hold the centre and never fall below zero', () => {
  const period = fc.record({
    count: fc.integer({ min: 0, max: 500 }),
    exposure: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(period, { minLength: 1, maxLength: 30 }), (periods) => {
      const chart = uChart(periods)
      if (chart.status !== 'estimated') throw new Error('not estimated')
      for (const point of chart.points) {
        if (point.status !== 'estimated') throw new Error('no point')
        expect(point.lower >= 0 && point.lower <= chart.center && point.upper >= chart.center).toBe(true)
        expect(point.beyond !== null).toBe(point.rate > point.upper || point.rate < point.lower)
      }
    }),
  )
})

test('a Pareto falls, sums to one and is the same whatever order it is given', () => {
  const item = fc.record({
    label: fc.constantFrom('中继阀', '闸片', '干燥器', '传感器', '软管', '夹钳'),
    count: fc.integer({ min: 0, max: 100 }),
  })
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const got = pareto(items)
      expect(pareto([...items].reverse())).toEqual(got)
      if (got.status === 'not-estimable') {
        expect(items.every(({ count }) => count === 0)).toBe(true)
        return
      }
      expect(got.rows.every((row, at) => row.count <= (got.rows[at - 1]?.count ?? Infinity))).toBe(true)
      expect(got.rows.at(-1)?.cumulative).toBe(1)
      const vital = got.rows[got.vitalFew - 1]?.cumulative ?? 0
      expect(vital >= 0.8 - 1e-9 && got.vitalFew >= 1).toBe(true)
    }),
  )
})

test('the cut is reached by exactly 80 %', () => {
  const got = pareto([
    { label: 'a', count: 8 },
    { label: 'b', count: 1 },
    { label: 'c', count: 1 },
  ])
  expect(got).toMatchObject({ vitalFew: 1, rows: [{ vital: true }, { vital: false }, { vital: false }] })
  expect(pareto([{ label: 'a', count: 0 }])).toEqual({ status: 'not-estimable', reason: 'no-failures' })
})

const event = (id: string, day: number, km: number | null, asset = '1101', key = '阀'): RepeatEvent => ({
  id,
  day,
  km,
  asset,
  key,
})

test('a failure repeats the one right before it, inclusive, by days or by kilometres', () => {
  const events = [
    event('c', 100, 200_000),
    event('a', 0, 100_000),
    event('b', 30, 190_000),
    event('d', 131, 230_000),
    event('e', 200, null),
  ]
  const got = repeatFailures(events, { days: 30, km: 30_000 })
  expect(got).toEqual({
    status: 'estimated',
    total: 5,
    share: 0.6,
    daysToRepeat: [30, 31, 70],
    medianDays: 31,
    repeats: [
      { id: 'b', previousId: 'a', days: 30, km: 90_000, within: 'days' },
      { id: 'c', previousId: 'b', days: 70, km: 10_000, within: 'km' },
      { id: 'd', previousId: 'c', days: 31, km: 30_000, within: 'km' },
    ],
  })
})

test('another asset or another key is not a repeat', () => {
  const got = repeatFailures([event('a', 0, null), event('b', 1, null, '1102'), event('c', 2, null, '1101', '盘')], {
    days: 30,
  })
  expect(got).toMatchObject({ repeats: [], share: 0, daysToRepeat: [], medianDays: null })
  expect(repeatFailures([], { days: 30 })).toEqual({ status: 'not-estimable', reason: 'no-failures' })
  expect(() => repeatFailures([], {})).toThrow(RangeError)
})
