/** What stays open, months beyond their limits, targets missed and sites gone silent. */
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../../src/domain/moment'
import { subjectParts } from '../../../../src/domain/alerts/alertSubject'
import { idAt } from '../../../../src/metrics/failureColumns'
import { nodeAnalysis } from '../../../../src/metrics/nodeAnalysis'
import { DEFAULT_RECURRENCE } from '../../../../src/metrics/recurrence'
import { ruleOutlook } from '../../../../src/metrics/alerts/ruleOutlook'
import { NODES, ran, type Row } from '../smallWorld'
import { aRule, daysAfter, groundOf, regularly } from './alertWorld'

const TODAY = '2026-06-30'

describe('open for long', () => {
  const rule = aRule({ what: 'age', each: 'whole', threshold: 180 })
  const rows: Row[] = [
    { occurredAt: '2025-12-01', state: 'ANALYSIS' },
    { occurredAt: '2026-01-01', state: 'ACTION' },
    { occurredAt: '2026-01-02', state: 'ACTION' },
    { occurredAt: '2025-06-01', state: 'CLOSED', closedAt: '2026-03-01' },
    { occurredAt: '2025-06-01', state: 'CLOSED', closedAt: '2025-08-01' },
  ]

  test('counts from the day a failure occurred, and 180 days are 180 days', () => {
    const ground = groundOf(rows, TODAY)
    const [signal] = ruleOutlook(ground, rule).signals
    // 2026-01-01 is 180 days before 2026-06-30, 2026-01-02 is 179.
    expect(Array.from(signal?.rows ?? [], (row) => idAt(ground.data.columns, row))).toEqual(['f0', 'f1'])
    expect(signal?.figures.days).toBe(211)
    expect(dateOfDay(signal?.since ?? 0)).toBe('2026-05-30')
  })

  test('after a clearing only what crossed the limit later is news', () => {
    const [signal] = ruleOutlook(groundOf(rows, TODAY), rule, () => dayNumber('2026-06-15')).signals
    expect(signal?.rows).toHaveLength(1)
    expect(ruleOutlook(groundOf(rows, TODAY), rule, () => dayNumber('2026-06-30')).signals).toEqual([])
  })

  test('chance has no part in it; two years would have raised three', () => {
    // The one closed in March had crossed in November; the one closed after two months never did.
    expect(ruleOutlook(groundOf(rows, TODAY), rule)).toMatchObject({ past: 3, perYear: null })
  })
})

test('beyond the time limit of its state by so many worked days', () => {
  const rule = aRule({ what: 'overdue', each: 'whole', threshold: 5 })
  const rows = [
    { occurredAt: '2026-05-01', state: 'ANALYSIS' },
    { occurredAt: '2026-05-02', state: 'ANALYSIS' },
  ]
  const due = dayNumber('2026-06-10')
  const late = [
    { row: 0, dueDay: due, lateDays: 14 },
    { row: 1, dueDay: due, lateDays: 4.9 },
  ]
  const [signal] = ruleOutlook(groundOf(rows, TODAY, {}, { targets: [], late }), rule).signals
  expect([signal?.figures.count, signal?.figures.days]).toEqual([1, 14])
  expect(ruleOutlook(groundOf(rows, TODAY), rule).past).toBeNull()
})

describe('a month beyond its control limit', () => {
  const words = { nodes: NODES, readings: [ran('t1', '2024-07-01', TODAY, 2_400_000)] }
  const steady = regularly('2024-07-03', '2026-05-01', 15)
  const rows = [...steady, ...regularly('2026-05-02', '2026-05-30', 2)]
  const rule = aRule({ what: 'controlLimit', each: 'node' })

  test('is the month the chart of that part marks, once, of the part it is in', () => {
    const ground = groundOf(rows, TODAY, words)
    const { signals } = ruleOutlook(ground, rule)
    expect(signals.map(({ subject }) => subjectParts(subject))).toEqual([
      [
        { kind: 'node', id: 'relay' },
        { kind: 'month', id: '2026-05' },
      ],
    ])
    expect(signals[0]?.figures.count).toBe(14)
    const { trend } = nodeAnalysis(
      ground.data,
      {
        nodeId: 'relay',
        population: 'all',
        partBasis: 'analysed',
        vehicleTypes: [],
        depotIds: [],
        to: dayNumber('2026-06-01'),
      },
      DEFAULT_RECURRENCE,
      (_field, word) => word,
    )
    const point = trend.chart.status === 'estimated' ? trend.chart.points.at(-1) : undefined
    expect(point).toMatchObject({ status: 'estimated', beyond: 'above' })
  })

  test('is not raised again for a month that was cleared, nor in a month that is steady', () => {
    const ground = groundOf(rows, TODAY, words)
    expect(ruleOutlook(ground, rule, () => dayNumber('2026-06-05')).signals).toEqual([])
    expect(ruleOutlook(groundOf(steady, TODAY, words), rule).signals).toEqual([])
  })

  test('says how often its limit is passed by chance: at most 0.07 of a chart of 23 months, one side, a month of twelve', () => {
    const { perYear } = ruleOutlook(groundOf(rows, TODAY, words), rule)
    // Two parts, relay valve and the control above it, with the same counts.
    expect(perYear).toBeGreaterThan(0)
    expect(perYear).toBeLessThanOrEqual(2 * 12 * (0.07 / 2 / 23))
  })
})

test('a target that not even the upper bound reaches is missed, once a quarter', () => {
  const words = { nodes: NODES, readings: [ran('t1', '2024-07-01', TODAY, 2_400_000)] }
  const target = {
    id: 'z1',
    contractNo: 'HT-1',
    category: 'all',
    population: 'all',
    measure: 'mdbfTrain',
    value: 300_000,
    definition: '附件三',
    agreedBy: '吴工',
    agreedOn: '2024-01-01',
  }
  const rule = aRule({ what: 'target' })
  const ground = groundOf(regularly('2024-07-03', TODAY, 10), TODAY, words, { targets: [target], late: [] })
  const [signal] = ruleOutlook(ground, rule).signals
  expect(subjectParts(signal?.subject ?? '')).toEqual([
    { kind: 'target', id: 'z1' },
    { kind: 'quarter', id: '2026-Q2' },
  ])
  // April 2025 to March 2026 are 365 days of 2,400,000/730 km with a failure every ten days.
  expect(signal?.figures).toMatchObject({ target: 300_000 })
  expect(signal?.figures.estimate).toBeGreaterThan(32_000)
  expect(signal?.figures.estimate).toBeLessThan(33_400)
  // A fleet exactly at its target is called short of it in one of ten quarters: 0.4 times a year.
  expect(ruleOutlook(ground, rule).perYear).toBeCloseTo(0.4, 10)
  const fewer = groundOf(regularly('2024-07-03', TODAY, 90), TODAY, words, { targets: [target], late: [] })
  expect(ruleOutlook(fewer, rule).signals).toEqual([])
})

describe('a site gone silent', () => {
  const rule = aRule({ what: 'silence', each: 'depot', falsePerYear: 1 })
  const reporting = (depotId: string, every: number, until: string): Row[] =>
    regularly('2024-07-01', until, every, { depotId, trainId: '' })

  test('is told of the one whose rhythm does not explain it', () => {
    const rows = [
      ...reporting('busy', 7, daysAfter(TODAY, 1)),
      ...reporting('silent', 7, '2026-03-01'),
      ...reporting('rare', 120, '2026-04-01'),
    ]
    const { signals, among, perYear } = ruleOutlook(groundOf(rows, TODAY), rule)
    expect(signals.map(({ subject }) => subject)).toEqual(['depot:silent'])
    expect([among, perYear]).toEqual([3, 1])
    const { figures } = signals[0] ?? {}
    // Every Monday up to 23 February; 5 + 31 + 30 + 31 + 30 days later it is 30 June.
    expect([figures?.yearly, figures?.days]).toEqual([53, 127])
  })

  test('is one thing, not one for each site, where nobody reports any more', () => {
    const rows = [...reporting('a', 7, '2026-01-01'), ...reporting('b', 9, '2026-01-02')]
    expect(ruleOutlook(groundOf(rows, TODAY), rule).signals.map(({ subject }) => subject)).toEqual(['whole:'])
  })

  test('is cleared for as long as it lasts, and news when it begins again', () => {
    const rows = [...reporting('busy', 7, daysAfter(TODAY, 1)), ...reporting('silent', 7, '2026-01-01')]
    expect(ruleOutlook(groundOf(rows, TODAY), rule, () => dayNumber('2026-03-01')).signals).toEqual([])
    const again = [...rows, { depotId: 'silent', trainId: '', occurredAt: '2026-03-10' }]
    expect(ruleOutlook(groundOf(again, TODAY), rule, () => dayNumber('2026-03-01')).signals).toHaveLength(1)
  })
})
