/** Groups of a node side by side, on fleets counted by hand and on the sample records. */
import { expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import type { CompareQuestion } from '../../../src/metrics/compare/compareQuestion'
import { nodeComparison, type KnownItems, type NodeComparison } from '../../../src/metrics/compare/nodeComparison'
import type { FieldData } from '../../../src/metrics/fieldData'
import type { Scope } from '../../../src/metrics/scope'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

const SCOPE: Scope & { readonly nodeId: string } = {
  nodeId: 'valve',
  population: 'all',
  partBasis: 'analysed',
  vehicleTypes: [],
  depotIds: [],
  from: dayNumber('2020-01-01'),
  to: dayNumber('2022-01-01'),
}
const QUESTION: CompareQuestion = { by: 'depotId', reference: '', date: null, periods: null, measure: 'km' }

/** Four trains, two at each depot, 73,000 km a year each; one valve on each. */
function world(rows: readonly Row[]): FieldData {
  const columns = columnsOf(rows.map((row) => ({ bomNodeId: 'valve', method: 'FIX', ...row })))
  const trains = ['a1', 'a2', 'b1', 'b2'].map((id) => ({
    id,
    trainNo: id,
    vehicleType: id === 'b2' ? '' : 'T1',
    depotId: id.slice(0, 1),
    serviceDate: '2020-01-01',
  }))
  const fleet = aFleet({
    nodes: [
      { id: 'valve', name: '阀', partNo: 'V', qty: 1, order: 1 },
      { id: 'seat', parentId: 'valve', name: '阀座', partNo: 'S', qty: 2, order: 1, supplierId: 'north' },
      { id: 'ring', parentId: 'valve', name: '密封圈', partNo: 'R', qty: 4, order: 2, supplierId: 'south' },
    ],
    trains,
    readings: trains.flatMap(({ id }) => [
      ran(id, '2020-01-01', '2020-12-31', 73_200),
      ran(id, '2021-01-01', '2021-12-31', 73_000),
    ]),
  })
  return { columns, live: everyRow(columns), fleet }
}

const at = (trainId: string, ...days: readonly string[]): readonly Row[] =>
  days.map((occurredAt) => ({ trainId, occurredAt }))

function compared(data: FieldData, question: Partial<CompareQuestion> = {}, items?: KnownItems): NodeComparison {
  const { comparison } = nodeComparison(data, SCOPE, { ...QUESTION, ...question }, (_, word) => word, items)
  if (comparison.status !== 'compared') throw new Error(comparison.reason)
  return comparison
}
const reasonOf = (data: FieldData, question: Partial<CompareQuestion>, scope: Scope = SCOPE): string => {
  const { comparison } = nodeComparison(data, scope, { ...QUESTION, ...question }, (_, word) => word)
  return comparison.status === 'compared' ? 'compared' : comparison.reason
}
const counts = ({ groups }: NodeComparison): Readonly<Record<string, number>> =>
  Object.fromEntries(groups.map(({ word, rows }) => [word, rows.length]))

const UNEVEN = world([
  ...at('a1', '2020-03-01', '2020-06-01', '2020-09-01', '2021-02-01', '2021-05-01', '2021-08-01'),
  ...at('a2', '2020-04-01', '2020-07-01', '2021-03-01'),
  ...at('b1', '2020-05-01'),
  { trainId: '', occurredAt: '2020-05-02' },
  { trainId: 'b2', occurredAt: '2020' },
])

test('a failure counts for the depot of its train, and groups add up to the node', () => {
  const found = compared(UNEVEN)
  expect(counts(found)).toEqual({ a: 9, b: 2 })
  expect(found.groups.map(({ exposureKm }) => exposureKm)).toEqual([292_400, 292_400])
  expect(found.groups.map(({ trains }) => trains)).toEqual([2, 2])
  expect(found.unplaced.length).toBe(1)
  expect(found.failures).toBe(11)
})

test('the ratio of equal exposures is that of the counts, with exact bounds', () => {
  // 9 against 2 over the same distance: Clopper–Pearson of 9 in 11 at 90 % is [0.5299, 0.9667], of which p/(1 − p) is taken.
  const [a, b] = compared(UNEVEN).groups
  expect(a?.ratio?.ratio).toBeCloseTo(4.5, 12)
  expect(a?.ratio?.lower).toBeCloseTo(1.127, 2)
  expect(b?.ratio?.ratio).toBeCloseTo(1 / 4.5, 12)
  // Both tails of a coin thrown eleven times: 2 × 67 / 2048.
  expect(a?.ratio?.p).toBeCloseTo(134 / 2048, 12)
})

test('against a chosen group there is no test of that group, and one less among the many', () => {
  const found = compared(UNEVEN, { reference: 'b' })
  expect(found.groups.map(({ word, isReference }) => [word, isReference])).toEqual([
    ['a', false],
    ['b', true],
  ])
  expect(found.groups[1]?.ratio).toBeNull()
  expect(found.groups[0]?.adjustedP).toBe(found.groups[0]?.ratio?.p)
})

test('before and after a day: a train is in both, each with its own days', () => {
  const found = compared(UNEVEN, { by: 'date', date: dayNumber('2021-01-01') })
  expect(counts(found)).toEqual({ before: 7, after: 4 })
  expect(found.groups.map(({ exposureKm }) => Math.round(exposureKm))).toEqual([292_800, 292_000])
  // One without a train has its day; one of which only the year is known may be on either side.
  expect(found.unplaced.length).toBe(1)
})

test('two periods leave out what lies in neither', () => {
  const found = compared(UNEVEN, {
    by: 'periods',
    periods: [
      [dayNumber('2020-01-01'), dayNumber('2020-07-01')],
      [dayNumber('2021-01-01'), dayNumber('2021-07-01')],
    ],
  })
  expect(counts(found)).toEqual({ first: 5, second: 3 })
})

test('seasons and years in service share the same distance out among themselves', () => {
  for (const by of ['season', 'trainAge'] as const) {
    const found = compared(UNEVEN, { by })
    expect(found.groups.reduce((sum, { exposureKm }) => sum + exposureKm, 0)).toBeCloseTo(584_800, 3)
    expect(found.histories).toBeNull()
  }
  expect(counts(compared(UNEVEN, { by: 'trainAge' }))).toEqual({ '0-1': 6, '1-2': 4 })
})

test('suppliers count for the parts they made, each with the distance of its own parts', () => {
  const data = world([
    { trainId: 'a1', occurredAt: '2020-03-01', bomNodeId: 'seat' },
    { trainId: 'a1', occurredAt: '2020-04-01', bomNodeId: 'ring' },
    { trainId: 'b1', occurredAt: '2020-04-01', bomNodeId: 'ring' },
    { trainId: 'b1', occurredAt: '2020-05-01' },
  ])
  const found = compared(data, { by: 'supplierId' })
  expect(counts(found)).toEqual({ north: 1, south: 2 })
  expect(found.groups.map(({ exposureKm }) => exposureKm)).toEqual([2 * 584_800, 4 * 584_800])
  expect(found.unplaced.length).toBe(1)
})

test('what nothing on record tells apart is refused with its reason', () => {
  expect(reasonOf(UNEVEN, { by: 'lineId' })).toBe('group-not-recorded')
  expect(reasonOf(UNEVEN, { by: 'revision' })).toBe('group-not-recorded')
  expect(reasonOf(UNEVEN, { by: 'vehicleType' })).toBe('fewer-than-two-groups')
  expect(reasonOf(UNEVEN, { by: 'batch' })).toBe('group-not-recorded')
  const { nodeId: _nodeId, ...all } = SCOPE
  expect(reasonOf(UNEVEN, { by: 'origin' }, all)).toBe('group-not-recorded')
})

const replaced = (trainId: string, occurredAt: string, removedSerial: string, installedSerial: string): Row => ({
  trainId,
  occurredAt,
  method: 'SWAP_NEW',
  removedSerial,
  installedSerial,
})
const SWAPPED = world([
  replaced('a1', '2020-07-01', 'S1', 'S2'),
  replaced('a1', '2021-01-01', 'S2', 'S3'),
  replaced('a2', '2021-07-01', 'S4', 'S5'),
  replaced('b1', '2021-10-01', 'S6', 'S7'),
])
const batches =
  (known: Readonly<Record<string, string>>) =>
  (serial: string): string =>
    known[serial] ?? ''

test('batches known of failed parts only are refused; known of the parts in use they are compared', () => {
  const failedOnly: KnownItems = { events: [], batchOf: batches({ S1: 'B1', S2: 'B2', S4: 'B1', S6: 'B1' }) }
  const { comparison } = nodeComparison(SWAPPED, SCOPE, { ...QUESTION, by: 'batch' }, (_, word) => word, failedOnly)
  expect(comparison).toEqual({ status: 'not-estimable', reason: 'group-unknown-in-use', by: 'batch' })
  const all: KnownItems = {
    // A part the train came with is known by its serial when the item's own record says so.
    events: ['a1', 'a2', 'b1', 'b2'].map((trainId, k) => ({
      serial: ['S1', 'S4', 'S6', 'S8'][k] ?? '',
      kind: 'install' as const,
      at: '2020-01-01',
      trainId,
      carNo: '',
      position: '',
      reason: '',
      failureId: '',
    })),
    batchOf: (serial) => (['S1', 'S2', 'S3'].includes(serial) ? 'B1' : 'B2'),
  }
  const found = compared(SWAPPED, { by: 'batch' }, all)
  expect(counts(found)).toEqual({ B1: 2, B2: 2 })
  expect(found.groups[0]?.exposureKm).toBeCloseTo(146_200, 0)
  expect(found.groups[1]?.exposureKm).toBeCloseTo(3 * 146_200, 0)
})

test('lives of a group begin and end with its days, and failures of both groups are those of the part', () => {
  const found = compared(SWAPPED)
  if (found.lives === null || 'reason' in found.lives) throw new Error('no lives')
  expect(found.lives.groups.map(({ word, failed, suspended }) => [word, failed, suspended])).toEqual([
    ['a', 3, 2],
    ['b', 1, 2],
  ])
  const parted = compared(SWAPPED, { by: 'date', date: dayNumber('2021-01-01') })
  if (parted.lives === null || 'reason' in parted.lives) throw new Error('no lives')
  const [before, after] = parted.lives.groups
  expect([before?.failed, after?.failed]).toEqual([1, 3])
  // All four were on their trains when the second group begins; one of them new.
  expect(after?.leftTruncated).toBe(4)
})

test('a group less all others: twice as many failures a train stand above nothing at their age', () => {
  const found = compared(UNEVEN)
  const [a] = found.histories ?? []
  expect(a?.mcf.status === 'estimated' ? a.mcf.events : 0).toBe(9)
  const last = a?.difference.at(-1)
  expect(last?.difference).toBeCloseTo(9 / 2 - 1 / 2, 12)
  expect(a?.growth.law.status).toBe('estimated')
})
