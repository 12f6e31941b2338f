import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/domain/moment'
import type { ContractTarget } from '../../../../src/domain/records/contractTarget'
import { report, type ReportQuestion } from '../../../../src/metrics/reports/report'
import { reportFigures, reportInputs, restatedFigures } from '../../../../src/metrics/reports/reportFigures'
import { NO_RECORDS } from '../../../../src/metrics/reports/reportRecords'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from '../smallWorld'

/** One train of 480,000 km in the first half of 2016, and one of another operator that ran as far. */
const FLEET = aFleet({
  nodes: NODES,
  trains: [
    { id: 't1', vehicleType: 'A', operatorId: 'north' },
    { id: 't2', vehicleType: 'B', operatorId: 'south' },
  ],
  readings: [ran('t1', '2016-01-01', '2016-06-30', 480_000), ran('t2', '2016-01-01', '2016-06-30', 480_000)],
})
const HALF: ReportQuestion = {
  kind: 'ram',
  scope: {
    from: dayNumber('2016-01-01'),
    to: dayNumber('2016-07-01'),
    population: 'all',
    vehicleTypes: [],
    depotIds: [],
    partBasis: 'analysed',
  },
  today: dayNumber('2016-07-05'),
}
const TARGET: ContractTarget & { readonly id: string } = {
  id: 'k1',
  contractNo: 'HT-1',
  vehicleType: 'A',
  category: 'all',
  population: 'relevant',
  measure: 'mdbfTrain',
  value: 26_000,
  definition: '附件3 V1',
  agreedBy: '李主任',
  agreedOn: '2015-12-01',
}

const asked = (
  rows: readonly Row[],
  target: Partial<ContractTarget> = {},
  scope: Partial<ReportQuestion['scope']> = {},
) => {
  const columns = columnsOf(rows)
  const made = report(
    { columns, live: everyRow(columns), fleet: FLEET },
    { ...HALF, scope: { ...HALF.scope, ...scope } },
    (_, word) => word,
    { ...NO_RECORDS, contractTargets: [{ ...TARGET, ...target }] },
  )
  return { made, columns, line: made.contract?.lines.find((one) => one.target !== null) }
}
const failures = (n: number, row: Row = {}): Row[] =>
  Array.from({ length: n }, () => ({
    occurredAt: '2016-03-01',
    bomNodeId: 'relay',
    trainId: 't1',
    relevance: 'REL',
    serviceImpact: 'NONE',
    ...row,
  }))

describe('a target of a contract', () => {
  // 480,000 km and 12 failures: mean 40,000, one-sided 90 % lower bound 26,994 (scipy chi2.ppf(0.9, 26)).
  test.each([
    [26_994, 'met'],
    [26_995, 'point'],
    [40_000, 'point'],
    [40_001, 'open'],
    // One-sided upper bound 61,309 (scipy chi2.ppf(0.1, 24) = 15.659).
    [61_300, 'open'],
    [61_320, 'not-met'],
  ] as const)('of %i km with twelve failures is “%s”', (value, verdict) => {
    const { line } = asked(failures(12), { value })
    expect([line?.rows.length, Math.round(line?.exposureKm ?? 0), line?.verdict]).toEqual([12, 480_000, verdict])
    if (line?.estimate.status !== 'estimated') throw new Error('no distance')
    expect([Math.round(line.estimate.mtbf ?? 0), Math.round(line.estimate.lower)]).toEqual([40_000, 26_994])
  })

  test('without a failure is met only from the distance that proves it', () => {
    expect(asked([], { value: 208_461 }).line?.verdict).toBe('met')
    expect(asked([], { value: 208_462 }).line?.verdict).toBe('open')
  })

  test('as a rate it must not be exceeded, and parts run as many kilometres as the train carries of them', () => {
    // 12 in 480,000 km are 25 per 10⁶; the bound is 10⁶ / 26,994 = 37.05.
    expect(asked(failures(12), { measure: 'fpmkTrain', value: 37.1 }).line?.verdict).toBe('met')
    expect(asked(failures(12), { measure: 'fpmkTrain', value: 37 }).line?.verdict).toBe('point')
    expect(asked(failures(12), { measure: 'fpmkTrain', value: 24.9 }).line?.verdict).toBe('open')
    expect(asked(failures(12), { measure: 'fpmkTrain', value: 16.3 }).line?.verdict).toBe('not-met')
    const { line } = asked(failures(12), { measure: 'fpmkPart', value: 3, bomNodeId: 'relay' })
    expect([Math.round(line?.exposureKm ?? 0), line?.verdict]).toEqual([480_000 * 16, 'met'])
  })

  test('goes by the contract: its trains, operator, category and counting rule, whatever the report counts', () => {
    const rows = [
      ...failures(2),
      ...failures(1, { relevance: 'NREL' }),
      ...failures(1, { relevance: '' }),
      ...failures(4, { trainId: 't2' }),
      ...failures(1, { serviceImpact: 'RESCUE' }),
      ...failures(1, { serviceImpact: '' }),
    ]
    const { line } = asked(rows, { value: 1 })
    expect([
      line?.rows.length,
      line?.trains,
      line?.excluded['not-relevant']?.length,
      line?.excluded['not-yet-judged']?.length,
    ]).toEqual([4, 1, 1, 1])
    expect(asked(rows, { category: 'significant' }).line).toMatchObject({ rows: { length: 1 }, unsorted: 1 })
    const { vehicleType: _all, ...every } = TARGET
    const columns = columnsOf(rows)
    const ofSouth = report({ columns, live: everyRow(columns), fleet: FLEET }, HALF, (_, word) => word, {
      ...NO_RECORDS,
      contractTargets: [{ ...every, operatorId: 'south' }],
    }).contract?.lines[0]
    expect([ofSouth?.rows.length, ofSouth?.trains, Math.round(ofSouth?.exposureKm ?? 0)]).toEqual([4, 1, 480_000])
  })

  test('is not judged on a part of the fleet it is about, and categories without one are listed', () => {
    const { made } = asked(failures(1), {}, { depotIds: ['somewhere'] })
    expect([
      made.contract?.beyond,
      made.contract?.lines.every(({ target, verdict }) => target === null && verdict === 'no-target'),
    ]).toEqual([1, true])
    expect(
      asked(failures(1), { category: 'major' }).made.contract?.lines.map(({ category, verdict }) => [
        category,
        verdict,
      ]),
    ).toEqual([
      ['major', 'met'],
      ['significant', 'no-target'],
      ['minor', 'no-target'],
    ])
    expect(asked(failures(1), {}, { vehicleTypes: ['A'] }).made.contract?.beyond).toBe(0)
    expect(asked(failures(1), {}, { nodeId: 'relay' }).made.contract?.beyond).toBe(1)
  })

  test('that is changed later restates a report on file', () => {
    const [before, after] = [asked(failures(12)), asked(failures(12), { value: 30_000 })]
    expect(restatedFigures(reportFigures(before.made), reportFigures(after.made))).toEqual([
      { name: 'contract.target', of: 'HT-1 · A · mdbfTrain · all', was: 26_000, is: 30_000 },
    ])
    const inputs = ({ made, columns }: typeof before) => [...reportInputs(columns, FLEET, made)].join('\n')
    expect(inputs(before)).not.toBe(inputs(after))
    expect(inputs(before)).toBe(inputs(asked(failures(12))))
  })
})
