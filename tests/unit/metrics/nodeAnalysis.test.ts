import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfDay, dayNumber } from '../../../src/domain/moment'
import { nodeAnalysis } from '../../../src/metrics/nodeAnalysis'
import { AS_WRITTEN, PARETO_DIMENSIONS } from '../../../src/metrics/nodeParetos'
import { DEFAULT_RECURRENCE } from '../../../src/metrics/recurrence'
import { UNASSIGNED, type Scope } from '../../../src/metrics/scope'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from './smallWorld'

const FLEET = aFleet({
  nodes: NODES,
  trains: [
    { id: 't1', depotId: 'north' },
    { id: 't2', depotId: 'south' },
  ],
  readings: [ran('t1', '2016-01-01', '2016-12-31', 366_000), ran('t2', '2016-01-01', '2016-12-31', 366_000)],
})
const ALL: Scope = { population: 'all', vehicleTypes: [], depotIds: [], partBasis: 'analysed' }

const analysed = (rows: readonly Row[], scope: Partial<Scope> = {}) => {
  const columns = columnsOf(rows)
  return nodeAnalysis(
    { columns, live: everyRow(columns), fleet: FLEET },
    { ...ALL, ...scope },
    DEFAULT_RECURRENCE,
    (_, word) => word.toUpperCase(),
  )
}
const barsOf = (bars: readonly { readonly word: string; readonly rows: Uint32Array }[]) =>
  bars.map(({ word, rows }) => [word, Array.from(rows)])

describe('Pareto', () => {
  test('by part shows the children of the node, and the node itself where it failed as such', () => {
    const rows = ['membrane', 'relay', 'control', 'membrane', 'dryer'].map((bomNodeId) => ({
      bomNodeId,
      occurredAt: '2016-05-01',
    }))
    expect(barsOf(analysed(rows).paretos.child)).toEqual([
      ['control', [0, 1, 2, 3]],
      ['dryer', [4]],
    ])
    expect(barsOf(analysed(rows, { nodeId: 'control' }).paretos.child)).toEqual([
      ['relay', [0, 1, 3]],
      ['control', [2]],
    ])
    expect(barsOf(analysed(rows, { nodeId: 'membrane' }).paretos.child)).toEqual([['membrane', [0, 3]]])
  })

  test('by symptom groups equal wordings where nobody gave a code', () => {
    const rows = [
      { symptomCode: 'NOREL', description: '漏风' },
      { description: '漏风。' },
      { description: ' 漏 风' },
      {},
    ].map((row) => ({ ...row, occurredAt: '2016-05-01' }))
    expect(analysed(rows).paretos.symptomCode.map(({ label, rows }) => [label, Array.from(rows)])).toEqual([
      ['“漏风”', [1, 2]],
      ['', [3]],
      ['NOREL', [0]],
    ])
    expect(analysed(rows).paretos.symptomCode[0]?.word).toBe(`${AS_WRITTEN}漏风`)
  })

  test('by depot takes the home depot of the train where none is written', () => {
    const rows = [{ depotId: 'south', trainId: 't1' }, { trainId: 't1' }, { trainId: 't2' }].map((row) => ({
      ...row,
      occurredAt: '2016-05-01',
    }))
    expect(barsOf(analysed(rows).paretos.depotId)).toEqual([
      ['south', [0, 2]],
      ['north', [1]],
    ])
  })
})

describe('over time', () => {
  test('a month has its failures and the kilometres its parts ran, and says when the period cuts it', () => {
    const rows = ['2016-02-01', '2016-02-29', '2016-03-01'].map((occurredAt) => ({ occurredAt, bomNodeId: 'control' }))
    const { months } = analysed(rows, {
      nodeId: 'control',
      from: dayNumber('2016-02-01'),
      to: dayNumber('2016-03-11'),
    }).trend
    expect(months.map(({ month, rows, isPartial }) => [month, Array.from(rows), isPartial])).toEqual([
      ['2016-02', [0, 1], false],
      ['2016-03', [2], true],
    ])
    // Two trains, 1,000 km a day each, eight controls a train.
    expect(months[0]?.exposureKm).toBeCloseTo(29 * 2 * 1000 * 8, 3)
    expect(months[1]?.exposureKm).toBeCloseTo(10 * 2 * 1000 * 8, 3)
  })

  test('failures are counted up over the kilometres run before them, the middle of the day taken', () => {
    const { cumulative } = analysed([{ occurredAt: '2016-01-11' }, { occurredAt: '2016-01-01' }])
    expect(cumulative.map(({ failures, rows }) => [failures, Array.from(rows)])).toEqual([
      [1, [1]],
      [2, [0]],
    ])
    expect(cumulative.map(({ exposureKm }) => Math.round(exposureKm))).toEqual([1000, 21_000])
  })

  test('a failure of which only the year is known counts in the total and in no month', () => {
    const { counted, undated, trend, cumulative } = analysed([{ occurredAt: '2016' }, { occurredAt: '2016-05-01' }], {
      from: dayNumber('2016-01-01'),
      to: dayNumber('2017-01-01'),
    })
    expect([counted.length, undated, cumulative.length]).toEqual([2, 1, 1])
    expect(trend.months.flatMap(({ rows }) => Array.from(rows))).toEqual([1])
  })
})

test('whatever the rows, every picture of a node shows the same failures', () => {
  const word = <W extends string>(...words: readonly W[]) => fc.constantFrom('', ...words)
  const row: fc.Arbitrary<Row> = fc.record({
    occurredAt: fc.oneof(
      fc.constantFrom('', '2015', '2016'),
      fc.integer({ min: dayNumber('2015-12-01'), max: dayNumber('2017-01-31') }).map(dateOfDay),
    ),
    bomNodeId: word('control', 'relay', 'membrane', 'dryer', 'gone'),
    symptomCode: word('NOREL', 'LOWP'),
    description: word('漏风', '漏风。'),
    causeCat: word('MFG', 'AGE'),
    trainId: word('t1', 't2', 't9'),
    depotId: word('north'),
    state: fc.constantFrom('CLOSED', 'CANCELLED'),
    relevance: word('REL', 'NREL'),
  })
  const scope = fc
    .record({
      population: fc.constantFrom('all' as const, 'relevant' as const),
      nodeId: fc.constantFrom(undefined, 'control', 'relay', UNASSIGNED),
    })
    .map(({ population, nodeId }) => (nodeId === undefined ? { population } : { population, nodeId }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), scope, (rows, scope) => {
      const { counted, rated, withoutDistance, undated, excluded, paretos, trend, cumulative } = analysed(rows, scope)
      const all = Array.from(counted).sort((a, b) => a - b)
      for (const dimension of PARETO_DIMENSIONS)
        expect([dimension, paretos[dimension].flatMap(({ rows }) => Array.from(rows)).sort((a, b) => a - b)]).toEqual([
          dimension,
          all,
        ])
      expect(trend.months.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(rated.length - undated)
      expect(cumulative.at(-1)?.failures ?? 0).toBe(rated.length - undated)
      expect([...rated, ...withoutDistance].sort((a, b) => a - b)).toEqual(all)
      const leftOut = Object.values(excluded).flatMap((rows) => Array.from(rows))
      expect(new Set([...all, ...leftOut]).size).toBe(all.length + leftOut.length)
    }),
    { seed: 6, numRuns: 200 },
  )
})

describe('a stretch without failures', () => {
  const on = (days: readonly string[]): readonly Row[] =>
    days.map((occurredAt) => ({ occurredAt, trainId: 't1', bomNodeId: 'relay' }))
  const everyThirdDay = (month: string) =>
    ['03', '06', '09', '12', '15', '18', '21', '24'].map((day) => `2016-${month}-${day}`)

  test('of eight months between two steady ones is named with its days and share', () => {
    const { gap } = analysed(on([...everyThirdDay('01'), ...everyThirdDay('02'), ...everyThirdDay('11')]))
    expect(gap && [dateOfDay(gap.from), dateOfDay(gap.to), gap.isLast]).toEqual(['2016-02-24', '2016-11-03', false])
    // 253 of the 335 days until the end of November, in which the trains ran alike.
    expect(gap?.share).toBeCloseTo(253 / 335, 3)
    expect(gap?.chance).toBeLessThan(1e-6)
  })

  test('until the end of a chosen period lasts until there', () => {
    const period = { from: dayNumber('2016-01-01'), to: dayNumber('2017-01-01') }
    const { gap } = analysed(on([...everyThirdDay('01'), ...everyThirdDay('02')]), period)
    expect(gap && [dateOfDay(gap.from), dateOfDay(gap.to), gap.isLast]).toEqual(['2016-02-24', '2017-01-01', true])
  })

  test('of a few months with few failures is none', () => {
    expect(analysed(on(['2016-01-10', '2016-06-10', '2016-11-20'])).gap).toBeNull()
    expect(analysed([]).gap).toBeNull()
  })
})
