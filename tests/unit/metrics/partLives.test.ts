/** Every removal ends a stay, and only what counts as a failure is one: lives of a fleet small enough to follow by hand. */
import { expect, test } from 'vitest'
import type { ItemEvent } from '../../../src/domain/itemEvent'
import type { Population } from '../../../src/metrics/judgement'
import { groupOf, partLives, type PartLives } from '../../../src/metrics/partLives'
import { aFleet, columnsOf, everyRow, ran, type Row } from './smallWorld'

const TRAINS = ['t1', 't2'] as const

/** Two trains of 100 km a day, in service and on record over the year 2017. */
function livesOf(
  rows: readonly Row[],
  {
    items = [],
    population = 'all',
    quantity = 1,
  }: Partial<{ items: ItemEvent[]; population: Population; quantity: number }> = {},
): PartLives {
  const records = ['2017-01-01', '2017-12-31'].map((occurredAt) => ({ occurredAt, trainId: 't1', bomNodeId: 'other' }))
  const columns = columnsOf([...rows.map((row) => ({ bomNodeId: 'valve', ...row })), ...records])
  const fleet = aFleet({
    nodes: [
      { id: 'valve', name: '中继阀', qty: quantity, order: 1 },
      { id: 'other', name: '干燥器', qty: 1, order: 2 },
    ],
    trains: TRAINS.map((id) => ({ id, trainNo: id, vehicleType: 'A', serviceDate: '2017-01-01', carsPerTrain: 8 })),
    readings: TRAINS.map((id) => ran(id, '2017-01-01', '2017-12-31', 36_500)),
  })
  const scope = { nodeId: 'valve', population, partBasis: 'analysed' as const, vehicleTypes: [], depotIds: [] }
  return partLives({ columns, live: everyRow(columns), fleet }, scope, 'km', items)
}

const agesOf = (lives: PartLives) => {
  const { failed, suspensions, suspensionCounts } = groupOf(lives, 'all')
  return {
    failed: failed.map(({ age }) => age),
    sound: suspensions
      .flatMap((age, at) => Array.from({ length: suspensionCounts[at] ?? 0 }, () => age))
      .sort((a, b) => a - b),
  }
}

const event = (kind: ItemEvent['kind'], serial: string, at: string, said: Partial<ItemEvent> = {}): ItemEvent => ({
  kind,
  serial,
  at,
  trainId: 't1',
  carNo: '',
  position: '',
  reason: '',
  failureId: '',
  ...said,
})

const NFF: Row = { occurredAt: '2017-04-11', trainId: 't1', removedSerial: 'A', installedSerial: 'B', verified: 'NFF' }

test('a part that came off sound ends its stay without having failed, and the one that came on starts its own', () => {
  const failed: Row = { occurredAt: '2017-07-20', trainId: 't1', removedSerial: 'B', installedSerial: 'C' }
  const lives = livesOf([NFF, failed])
  // 100 days and a half to April 11; 100 days from there to July 20; 164 and a half to the end of the year.
  expect(agesOf(lives)).toEqual({ failed: [10_000], sound: [10_050, 16_450, 36_500] })
  expect(lives.removals['no-fault']).toEqual({ count: 1, rows: Uint32Array.of(0) })
})

test.each(['all', 'relevant'] as const)(
  'population %s: a failure that is none of the part still took it off',
  (population) => {
    const failed: Row = {
      occurredAt: '2017-07-20',
      trainId: 't1',
      removedSerial: 'B',
      relevance: 'REL',
      method: 'SWAP_NEW',
    }
    const lives = livesOf([{ ...NFF, verified: '', relevance: 'NREL', relevanceReason: 'ACC' }, failed], { population })
    expect(agesOf(lives).failed).toEqual([10_000])
    expect(lives.removals['outside-cause']?.count).toBe(1)
  },
)

test('a failure that is not counted and took nothing off says nothing of a life; one that is counted is left out with its reason', () => {
  const kept: Row = { occurredAt: '2017-04-11', trainId: 't1', method: 'RESET', verified: 'NFF' }
  const lives = livesOf([kept])
  expect(agesOf(lives)).toEqual({ failed: [], sound: [36_500, 36_500] })
  expect(lives.leftOut['no-failure']).toEqual(Uint32Array.of(0))
})

test('an overhaul that only the items tell ends a life and begins another', () => {
  const items = [
    event('remove', 'A', '2017-04-11', { reason: 'PM' }),
    event('install', 'B', '2017-04-11'),
    event('remove', 'X', '2017-12-01', { trainId: 'elsewhere' }),
  ]
  const lives = livesOf([{ occurredAt: '2017-07-20', trainId: 't1', removedSerial: 'B' }], { items })
  expect(agesOf(lives)).toEqual({ failed: [10_000], sound: [10_050, 16_450, 36_500] })
  expect(lives.removals.planned).toEqual({ count: 1, rows: new Uint32Array() })
})

test('what an item repeats of a failure is not told twice, with or without a word of which failure it was', () => {
  const failed: Row = { occurredAt: '2017-04-11', trainId: 't1', removedSerial: 'A', installedSerial: 'B' }
  const alone = agesOf(livesOf([failed]))
  for (const failureId of ['f0', '']) {
    const items = [
      event('remove', 'A', '2017-04-11', { failureId, reason: 'FAULT' }),
      event('install', 'B', '2017-04-11', { failureId }),
    ]
    expect(agesOf(livesOf([failed], { items }))).toEqual(alone)
  }
})

test('a part that nobody found fault with lives on, on the next train too', () => {
  const back: Row = { occurredAt: '2017-06-10', trainId: 't2', removedSerial: 'Z', installedSerial: 'A' }
  const failed: Row = { occurredAt: '2017-07-20', trainId: 't2', removedSerial: 'A', installedSerial: 'D' }
  // A ran 10,050 km on the first train and 4,000 on the second.
  expect(agesOf(livesOf([NFF, back, failed])).failed).toEqual([14_050, 16_050])
})

test('a part fitted where all places were taken pushed out what was there, whoever forgot to write it', () => {
  const lives = livesOf([], { items: [event('install', 'B', '2017-04-11')] })
  expect(agesOf(lives)).toEqual({ failed: [], sound: [10_050, 26_450, 36_500] })
  expect(lives.removals.unseen?.count).toBe(1)
})

test('parts that came with the train are known by the serials fitted when it entered service', () => {
  const items = [event('install', 'A', '2017-01-01'), event('install', 'B', '2017-01-01')]
  const rows: Row[] = [
    { occurredAt: '2017-04-11', trainId: 't1', removedSerial: 'A', installedSerial: 'C' },
    { occurredAt: '2017-07-20', trainId: 't1', removedSerial: 'B', installedSerial: 'D' },
  ]
  const lives = livesOf(rows, { items, quantity: 2 })
  expect(lives.original.failed.map(({ age, isAssumed }) => [age, isAssumed])).toEqual([
    [10_050, false],
    [20_050, false],
  ])
})

test('two of a kind without serials: which one failed is assumed; the car says it where none has two', () => {
  const [first, second]: Row[] = [
    { occurredAt: '2017-04-11', trainId: 't1', method: 'SWAP_NEW' },
    { occurredAt: '2017-07-20', trainId: 't1', method: 'SWAP_NEW' },
  ]
  const unknown = livesOf([first ?? {}, second ?? {}], { quantity: 2 })
  expect([unknown.ended, unknown.assumed]).toEqual([2, 1])
  const placed = livesOf(
    [
      { ...first, carNo: '3' },
      { ...second, carNo: '3' },
    ],
    { quantity: 2 },
  )
  expect([placed.ended, placed.assumed]).toEqual([2, 0])
  expect(agesOf(placed).failed).toEqual([10_000, 10_050])
  // Three places cannot be those of two parts: none of them is believed.
  const third: Row = { occurredAt: '2017-09-01', trainId: 't1', method: 'SWAP_NEW', carNo: '5' }
  expect(livesOf([{ ...first, carNo: '3' }, { ...second, carNo: '4' }, third], { quantity: 2 }).assumed).toBe(2)
})

test('several parts that came off with one failure: the one it names failed, and what went on is known by any of the serials', () => {
  const rows: Row[] = [
    { occurredAt: '2017-04-11', trainId: 't1', removedSerial: 'A；B', installedSerial: 'C；D' },
    { occurredAt: '2017-07-20', trainId: 't1', removedSerial: 'D' },
  ]
  expect(agesOf(livesOf(rows)).failed).toEqual([10_000, 10_050])
})
