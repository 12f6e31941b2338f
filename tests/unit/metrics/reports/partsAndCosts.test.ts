import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/domain/moment'
import type { CostEntry } from '../../../../src/domain/records/costEntry'
import { report, type ReportQuestion } from '../../../../src/metrics/reports/report'
import { reportFigures, reportInputs, restatedFigures } from '../../../../src/metrics/reports/reportFigures'
import { NO_RECORDS, type ReportRecords } from '../../../../src/metrics/reports/reportRecords'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from '../smallWorld'

const FLEET = aFleet({
  nodes: NODES,
  trains: [
    { id: 't1', depotId: 'north', vehicleType: 'A' },
    { id: 't2', depotId: 'south', vehicleType: 'B' },
  ],
  readings: [ran('t1', '2016-01-01', '2016-12-31', 366_000), ran('t2', '2016-01-01', '2016-12-31', 366_000)],
})
const MARCH: ReportQuestion = {
  kind: 'monthly',
  scope: {
    from: dayNumber('2016-03-01'),
    to: dayNumber('2016-04-01'),
    population: 'relevant',
    vehicleTypes: [],
    depotIds: [],
    partBasis: 'analysed',
  },
  today: dayNumber('2016-05-05'),
}
const asked = (rows: readonly Row[], records: Partial<ReportRecords>, scope: Partial<ReportQuestion['scope']> = {}) => {
  const columns = columnsOf(rows)
  const made = report(
    { columns, live: everyRow(columns), fleet: FLEET },
    { ...MARCH, scope: { ...MARCH.scope, ...scope } },
    (_, word) => word,
    { ...NO_RECORDS, ...records },
  )
  return { made, inputs: [...reportInputs(columns, FLEET, made)].join('\n') }
}
const at = (occurredAt: string, row: Row = {}): Row => ({
  occurredAt,
  bomNodeId: 'relay',
  trainId: 't1',
  relevance: 'REL',
  ...row,
})

type Part = ReportRecords['removedParts'][number]
const part = (
  id: string,
  steps: readonly (readonly [kind: string, at: string, to?: string])[],
  more: Partial<Part> = {},
): Part => ({
  id,
  failureId: 'f0',
  at: '2016-02-01',
  bomNodeId: 'relay',
  removedSerial: id,
  custody: steps.map(([kind, day, to = '']) => ({ kind, at: day, from: '', to, by: '何工', doc: '', note: '' })),
  ...more,
})

describe('parts that came off', () => {
  const here = [at('2016-02-01'), at('2016-03-05', { bomNodeId: 'dryer', trainId: 't2', relevance: 'NREL' })]
  const custodyOf = (parts: readonly Part[], scope = {}, rows: readonly Row[] = here) =>
    asked(rows, { removedParts: parts }, scope).made.custody

  test('are out until a step ends their way, aged to the last day of the period, oldest first', () => {
    const custody = custodyOf([
      part('way', [['handedOver', '2016-03-20', '物流']]),
      part(
        'shop',
        [
          ['handedOver', '2016-02-10', '库房'],
          ['sentToRepair', '2016-02-20', '返修车间'],
        ],
        { returnDue: '2016-03-21' },
      ),
      part('mended', [
        ['sentToRepair', '2016-02-05', '返修车间'],
        ['repaired', '2016-03-11'],
      ]),
      part('back', [
        ['sentToRepair', '2016-02-05', '返修车间'],
        ['backInStock', '2016-03-10', '库房'],
      ]),
      part('later', [['handedOver', '2016-04-02', '库房']]),
      part('gone', [
        ['handedOver', '2016-02-05', '库房'],
        ['scrapped', '2016-03-01'],
      ]),
    ])
    expect(
      custody?.out.map(({ serial, kind, place, ageDays, hereDays, overdueDays }) => [
        serial,
        kind,
        place,
        ageDays,
        hereDays,
        overdueDays,
      ]),
    ).toEqual([
      ['mended', 'repaired', '返修车间', 55, 20, null],
      ['shop', 'sentToRepair', '返修车间', 50, 40, 10],
      ['way', 'handedOver', '物流', 11, 11, null],
    ])
  })

  test('take as long to repair as from being sent to being repaired or back, by the day it ends', () => {
    const sent = (id: string, from: string, kind: string, to: string): Part =>
      part(id, [
        ['sentToRepair', from, '车间'],
        [kind, to],
      ])
    const custody = custodyOf([
      sent('a', '2016-02-20', 'repaired', '2016-03-01'),
      sent('b', '2016-02-10', 'repaired', '2016-03-01'),
      sent('c', '2016-03-01', 'backInStock', '2016-03-31'),
      sent('before', '2016-01-01', 'repaired', '2016-02-29'),
      sent('after', '2016-03-10', 'repaired', '2016-04-01'),
      sent('lost', '2016-03-01', 'notRepairable', '2016-03-10'),
      part('waits', [['sentToRepair', '2016-02-01', '车间']]),
    ])
    // 10, 20 and 30 days; R: quantile(c(10, 20, 30), 0.9) is 28.
    expect(custody?.turnRound).toEqual({
      finished: 3,
      medianDays: 20,
      ninetiethDays: 28,
      open: 2,
      oldestOpenDays: 59,
      lost: 1,
    })
  })

  test('count when they came off in the period, with those nobody recorded a step for, and only of the trains looked at', () => {
    const parts = [
      part('a', [], { at: '2016-03-02' }),
      part('b', [['handedOver', '2016-03-05', '库房']], { at: '2016-03-04' }),
      part('other', [['handedOver', '2016-03-05', '库房']], { failureId: 'f1', at: '2016-03-04' }),
      part('none', [], { failureId: 'nobody', at: '2016-03-04' }),
    ]
    const all = custodyOf(parts)
    expect([all?.removed, all?.withoutStep, all?.out.length]).toEqual([3, 1, 2])
    // The failure itself need not be one that counts: its part is away all the same.
    expect(custodyOf(parts, { vehicleTypes: ['B'] })?.out.map(({ serial }) => serial)).toEqual(['other'])
    const silent = custodyOf([])
    expect([silent?.out, silent?.turnRound.medianDays, silent?.benchNff]).toEqual([[], null, { found: 0, of: 0 }])
  })

  test('no fault found has two denominators: what the bench examined, and what was handled on site', () => {
    const rows = [
      at('2016-03-01', { benchFinding: 'NFF', verified: 'NFF', measure: '复位' }),
      at('2016-03-02', { benchFinding: 'CONF', measure: '更换' }),
      at('2016-03-03', { benchFinding: 'PEND', measure: '更换' }),
      at('2016-03-04', { verified: 'NFF' }),
      at('2016-03-05'),
    ]
    const custody = custodyOf([], {}, rows)
    expect([custody?.benchNff, custody?.fieldNff]).toEqual([
      { found: 1, of: 2 },
      { found: 1, of: 3 },
    ])
  })
})

describe('costs', () => {
  const entry = (id: string, more: Partial<CostEntry> = {}): ReportRecords['costEntries'][number] => ({
    id,
    failureId: 'f0',
    bucket: 'WIN',
    basis: 'actual',
    amountCents: 10_000,
    currency: 'CNY',
    period: '2016-03',
    payer: 'own',
    ...more,
  })
  const costsOf = (costEntries: ReportRecords['costEntries'], scope = {}) =>
    asked(
      [at('2016-03-01'), at('2016-03-02', { trainId: 't2', bomNodeId: 'dryer' })],
      {
        costEntries,
        codeNames: new Map([['CL-COST|WIN', '三包期内维修']]),
        work: { ...NO_RECORDS.work, problems: [{ id: 'p1', bomNodeId: 'relay' }] },
      },
      scope,
    ).made.costs

  test('stand as actual and accrued beside each other, by bucket and currency, never added', () => {
    const costs = costsOf([
      entry('a'),
      entry('b', { amountCents: 1 }),
      entry('c', { basis: 'accrual', amountCents: 25_000 }),
      entry('d', { bucket: 'CLAIM', amountCents: 4_000, payer: 'supplier' }),
      entry('e', { currency: 'EUR', amountCents: 700 }),
      entry('f', { amountCents: -1, reversalOf: 'b' }),
      entry('g', { period: '2016-02' }),
      entry('h', { period: '2016-04' }),
    ])
    expect(
      costs?.currencies.map(({ currency, total, ownCents }) => [
        currency,
        total.actualCents,
        total.accruedCents,
        total.actualEntries,
        ownCents,
      ]),
    ).toEqual([
      ['CNY', 6_000, 25_000, 4, 10_000],
      ['EUR', 700, 0, 1, 700],
    ])
    expect(
      costs?.currencies[0]?.lines.map(({ label, actualCents, accruedCents }) => [label, actualCents, accruedCents]),
    ).toEqual([
      ['三包期内维修', 10_000, 25_000],
      ['CLAIM', -4_000, 0],
    ])
    // Two trains of 1,000 km a day for 31 days.
    expect([Math.round(costs?.trainKm ?? 0), costs?.currencies[0]?.actualPerTenThousandKm?.toFixed(3)]).toEqual([
      62_000,
      ((6_000 / 62_000) * 10_000).toFixed(3),
    ])
  })

  test('belong to the report when their failure does, or their problem’s node where no trains were chosen', () => {
    const entries = [
      entry('a'),
      entry('b', { failureId: 'f1' }),
      { id: 'c', bucket: 'WIN', basis: 'actual', amountCents: 5, currency: 'CNY', period: '2016-03', problemId: 'p1' },
    ]
    const total = (scope: object) => {
      const costs = costsOf(entries, scope)
      return [costs?.currencies[0]?.total.actualCents, costs?.elsewhere]
    }
    expect([total({}), total({ nodeId: 'control' }), total({ vehicleTypes: ['B'] })]).toEqual([
      [20_005, 0],
      [10_005, 1],
      [10_000, 2],
    ])
  })

  test('and parts recorded later restate a report on file and change its fingerprint', () => {
    const [before, after] = [
      asked([at('2016-03-01')], { costEntries: [entry('a')] }),
      asked([at('2016-03-01')], {
        costEntries: [entry('a'), entry('b')],
        removedParts: [part('x', [['handedOver', '2016-03-05', '库房']])],
      }),
    ]
    expect(restatedFigures(reportFigures(before.made), reportFigures(after.made))).toEqual([
      { name: 'custody.out', of: '', was: 0, is: 1 },
      { name: 'costs.actual', of: 'CNY · WIN', was: 100, is: 200 },
      { name: 'costs.actual', of: 'CNY', was: 100, is: 200 },
    ])
    expect(before.inputs).not.toBe(after.inputs)
  })
})
