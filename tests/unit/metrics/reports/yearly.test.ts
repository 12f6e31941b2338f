import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/domain/moment'
import type { CorrectiveAction } from '../../../../src/domain/records/correctiveAction'
import { report, type ReportQuestion } from '../../../../src/metrics/reports/report'
import { reportFigures, restatedFigures } from '../../../../src/metrics/reports/reportFigures'
import { NO_RECORDS, type ReportRecords } from '../../../../src/metrics/reports/reportRecords'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from '../smallWorld'

// Brake control (8 a train), relay valves (16) and dryer (1) are marked; the diaphragm is the lowest of its branch; pipes are a system.
const FLEET = aFleet({
  nodes: [{ id: 'pipes', name: '管路', unitType: 'system' }, ...NODES].map((node) => ({
    ...node,
    ...(['control', 'relay', 'dryer'].includes(node.id) ? { unitType: 'LRU' } : {}),
  })),
  trains: [
    { id: 't1', depotId: 'north', vehicleType: 'A' },
    { id: 't2', depotId: 'south', vehicleType: 'B' },
  ],
  readings: [ran('t1', '2016-01-01', '2016-12-31', 366_000), ran('t2', '2016-01-01', '2016-12-31', 366_000)],
})
const YEAR: ReportQuestion = {
  kind: 'yearly',
  scope: {
    from: dayNumber('2016-01-01'),
    to: dayNumber('2017-01-01'),
    population: 'all',
    vehicleTypes: [],
    depotIds: [],
    partBasis: 'analysed',
  },
  today: dayNumber('2017-02-01'),
}
const asked = (rows: readonly Row[], records: Partial<ReportRecords> = {}, more: Partial<ReportQuestion> = {}) => {
  const columns = columnsOf(rows)
  return report({ columns, live: everyRow(columns), fleet: FLEET }, { ...YEAR, ...more }, (_, word) => word, {
    ...NO_RECORDS,
    ...records,
  })
}
const at = (bomNodeId: string, row: Row = {}): Row => ({ occurredAt: '2016-03-01', bomNodeId, trainId: 't1', ...row })
const times = (n: number, row: Row): Row[] => Array.from({ length: n }, () => row)

describe('stock for a planned distance', () => {
  const rows = [...times(12, at('relay')), ...times(3, at('dryer')), at(''), at('pipes')]

  test('is what scipy says, at the estimated rate and at its upper bound, also for a part that has not failed', () => {
    const reference = JSON.parse(readFileSync('fixtures/reference/spares.strategy.json', 'utf8')) as {
      readonly id: string
      readonly expected: { readonly spares: number; readonly expected: number }
    }[]
    const expected = (id: string): { readonly stock: readonly number[]; readonly demand: number } => {
      const found = [0.9, 0.95, 0.99].map((fill) => reference.find((one) => one.id === `${id}-${fill}`)?.expected)
      return { stock: found.map((one) => one?.spares ?? Number.NaN), demand: found[0]?.expected ?? Number.NaN }
    }
    const { spares } = asked(rows, {}, { plannedKm: 500_000 })
    for (const part of ['relay', 'control', 'dryer']) {
      const line = spares?.lines.find(({ nodeId }) => nodeId === part)
      const [estimate, upper] = [expected(`strategy-${part}`), expected(`strategy-upper-${part}`)]
      expect([part, line?.demand?.stock, line?.demand?.stockUpper]).toEqual([part, estimate.stock, upper.stock])
      expect(line?.demand?.expected).toBeCloseTo(estimate.demand, 6)
      expect(line?.demand?.expectedUpper).toBeCloseTo(upper.demand, 6)
    }
    expect(spares?.lines.map(({ nodeId, rows: ofPart }) => [nodeId, ofPart.length]).slice(0, 2)).toEqual([
      ['relay', 12],
      ['dryer', 3],
    ])
    expect([spares?.lines.map(({ nodeId }) => nodeId).sort(), spares?.isGiven, spares?.elsewhere]).toEqual([
      ['control', 'dryer', 'membrane', 'relay'],
      true,
      2,
    ])
  })

  test('is planned for what the trains ran in twelve months where nobody says, and cannot be said without distance', () => {
    const { spares } = asked(rows)
    expect([Math.round(spares?.plannedKm ?? 0), spares?.isGiven]).toEqual([732_000, false])
    const none = asked(
      times(2, at('relay', { occurredAt: '2013-03-01' })),
      {},
      { scope: { ...YEAR.scope, from: dayNumber('2013-01-01'), to: dayNumber('2014-01-01') } },
    ).spares
    expect(none?.lines.every(({ demand }) => demand === null)).toBe(true)
  })
})

describe('what was improved and learned', () => {
  const action = (id: string, more: Partial<CorrectiveAction> = {}) => ({
    id,
    type: 'PERM',
    description: id,
    state: 'done',
    problemId: 'p1',
    effectiveAt: '2016-05-01',
    ...more,
  })
  const work: ReportRecords['work'] = {
    problems: [
      { id: 'p1', no: 'W-1', title: '膜板老化', bomNodeId: 'membrane' },
      { id: 'p2', no: 'W-2', bomNodeId: 'dryer' },
    ],
    actions: [
      action('now'),
      action('earlier', { effectiveAt: '2015-12-31' }),
      action('by-done', { effectiveAt: undefined, doneAt: '2016-12-31T10:00' }),
      action('patch', { type: 'CONT' }),
      action('planned', { state: 'doing' }),
      action('dryer', { problemId: 'p2', type: 'RETRO' }),
    ] as ReportRecords['work']['actions'],
    verifications: [
      { id: 'v1', actionIds: ['now'], result: 'INSUF', windowEnd: '2016-08-01' },
      { id: 'v2', actionIds: ['now'], result: 'EFF', windowEnd: '2016-11-01' },
    ],
    lessons: [
      { id: 'k1', no: 'K-1', title: '膜板', state: 'published', bomNodeId: 'membrane', publishedOn: '2016-06-01' },
      { id: 'k2', no: 'K-2', state: 'published', bomNodeId: 'dryer' },
      { id: 'k3', state: 'draft', bomNodeId: 'membrane', publishedOn: '2016-06-01' },
    ],
  }

  test('names lasting actions that took effect in the period with the latest word on their effect', () => {
    const made = asked([], {
      work,
      codeNames: new Map([
        ['CL-VERR|EFF', '有效'],
        ['CL-ACT|RETRO', '普查/改造'],
      ]),
    })
    expect(
      made.work?.improvements.map(({ actionId, kind, of, day, verdictLabel }) => [
        actionId,
        kind,
        of,
        day,
        verdictLabel,
      ]),
    ).toEqual([
      ['dryer', '普查/改造', 'W-2', '2016-05-01', ''],
      ['now', 'PERM', 'W-1 膜板老化', '2016-05-01', '有效'],
      ['by-done', 'PERM', 'W-1 膜板老化', '2016-12-31', ''],
    ])
    expect([made.work?.lessons.map(({ no }) => no), made.work?.lessonsUndated]).toEqual([['K-1'], 1])
  })

  test('keeps to the node of the report, and restates one on file', () => {
    const ofControl = asked([], { work }, { scope: { ...YEAR.scope, nodeId: 'control' } })
    expect([
      ofControl.work?.improvements.map(({ actionId }) => actionId),
      ofControl.work?.lessons.length,
      ofControl.work?.lessonsUndated,
    ]).toEqual([['now', 'by-done'], 1, 0])
    const later = asked([], { work: { ...work, lessons: [] } }, { scope: { ...YEAR.scope, nodeId: 'control' } })
    expect(restatedFigures(reportFigures(ofControl), reportFigures(later))).toEqual([
      { name: 'work.lessons', of: '', was: 1, is: 0 },
    ])
  })
})
