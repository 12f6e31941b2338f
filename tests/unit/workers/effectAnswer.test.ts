/** Two trains of one dryer each run 1,000 km a day through 2015 and 2016; the expected figures are days counted on a calendar. */
import { beforeEach, describe, expect, test } from 'vitest'
import { dayNumber } from '../../../src/domain/moment'
import type { Replacement } from '../../../src/domain/records/replacement'
import type { EffectQuestion } from '../../../src/metrics/effectivenessScope'
import type { FracasDatabase } from '../../../src/store/database'
import { answerEffect } from '../../../src/workers/effectAnswer'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { aFleet, columnsOf, everyRow, NODES, ran, type Row } from '../metrics/smallWorld'

const fleet = aFleet({
  nodes: NODES,
  trains: ['t1', 't2'].map((id) => ({ id, trainNo: id, vehicleType: 'A', serviceDate: '2015-01-01' })),
  readings: ['t1', 't2'].map((id) => ran(id, '2015-01-01', '2016-12-31', 731_000)),
})
interface Told extends Row {
  readonly swap?: Replacement
}
const dryer = (occurredAt: string, trainId: string, more: Told = {}): Told => ({
  occurredAt,
  trainId,
  bomNodeId: 'dryer',
  ...more,
})
const swapped = (removedSerial: string, installedSerial: string): Told => ({
  removedSerial,
  installedSerial,
  swap: { removedSerial, installedSerial, bomNodeId: 'dryer', position: '1', reason: 'FAULT' },
})
/** Two failures of another part say from when to when failures were written down. */
const WORLD: readonly Told[] = [
  { occurredAt: '2015-01-05', trainId: 't1', bomNodeId: 'relay' },
  { occurredAt: '2016-12-20', trainId: 't1', bomNodeId: 'relay' },
  dryer('2015-03-01', 't1', swapped('DR-1', 'DR-5')),
  dryer('2015-06-01', 't2'),
  dryer('2016-02-01', 't1', swapped('DR-5', 'DR-100')),
  dryer('2016-03-01', 't2', swapped('DR-2', 'DR-101')),
  dryer('2016-07-01', 't1', { reportedSerial: 'DR-100' }),
]

let db: FracasDatabase
const effectOf = async (
  told: readonly Told[],
  question: Pick<EffectQuestion, 'items'> & { readonly since: string },
) => {
  for (const [at, { occurredAt = '', trainId = '', swap }] of told.entries()) {
    await db.recordsOf('failures').put(stored<'failures'>({ id: `f${at}`, occurredAt, trainId, state: 'CLOSED' }))
    if (swap !== undefined)
      await db.recordsOf('replacements').put(stored<'replacements'>({ ...swap, failureId: `f${at}` }))
  }
  const columns = columnsOf(told.map(({ swap: _swap, ...row }) => row))
  const effect = await answerEffect(
    { columns, live: everyRow(columns), fleet },
    { nodeId: 'dryer', symptomCode: '', effectiveDay: dayNumber(question.since), trainNos: [], items: question.items },
    db,
  )
  if (effect.units === null) throw new Error('of whole trains')
  return { ...effect, units: effect.units }
}
const told = ({ partKm, rows }: { readonly partKm: number; readonly rows: Uint32Array }): readonly number[] => [
  Math.round(partKm),
  rows.length,
]

beforeEach(() => {
  db = freshDatabase()
})

describe('an action that holds from a serial on', () => {
  const FROM_100 = { since: '2016-01-01', items: { effKind: 'serialFrom', effValue: 'DR-100' } } as const

  test('compares the items with it, while they were on a train, with all items before and with the others since', async () => {
    const { before, after, units, trains } = await effectOf(WORLD, FROM_100)
    expect(units.comparedWith).toBe('other-items')
    expect(told(before)).toEqual([730_000, 2])
    // 335 days of DR-100 on t1, 306 days of DR-101 on t2.
    expect(told(after)).toEqual([641_000, 1])
    expect(told(units.others)).toEqual([91_000, 2])
    expect([units.known, units.ranAfter, units.leftOut, trains]).toEqual([2, 2, [], 2])
  })

  test('counts failures that name no item with the others, and says what they could change', async () => {
    const { after, verdict, units } = await effectOf(
      [...WORLD, ...Array.from({ length: 8 }, (_, at) => dryer(`2016-09-0${at + 1}`, 't2'))],
      FROM_100,
    )
    expect(after.rows).toHaveLength(1)
    expect(units.unsaid).toHaveLength(8)
    expect(verdict.status === 'estimated' && verdict.verdict).toBe('not-enough-data')
    expect(units.atWorst?.status === 'estimated' && units.atWorst.verdict).toBe('ineffective')
  })

  test('leaves out items known only because they failed: those alike that never failed are not known', async () => {
    const seen = [
      ...WORLD,
      dryer('2016-05-01', 't2', { reportedSerial: 'DR-200' }),
      dryer('2016-05-02', 't1', swapped('DR-300', 'DR-400')),
    ]
    const { after, units } = await effectOf(seen, FROM_100)
    // 244 days of DR-400 more, and no failure of DR-200 or DR-300.
    expect(told(after)).toEqual([641_000 + 244_000, 1])
    expect([units.known, units.leftOut]).toEqual([5, ['DR-200', 'DR-300']])
    expect(told(units.others)).toEqual([0, 4])
    const none = await effectOf(
      [...WORLD.slice(0, 2), dryer('2016-05-01', 't2', { reportedSerial: 'DR-200' })],
      FROM_100,
    )
    expect(none.verdict).toEqual({ status: 'not-estimable', reason: 'no-items' })
  })

  test('adds the failures of both sides up over the distance of the items meant', async () => {
    const { cumulative, before } = await effectOf(WORLD, FROM_100)
    // 2016-07-01 is day 151 of DR-100 and day 122 of DR-101, counted from 0; a failure stands in the middle of its day.
    expect(cumulative.at(-1)).toMatchObject({ failures: 3, exposureKm: before.partKm + 151_500 + 122_500 })
  })
})

describe('an action that holds for a batch', () => {
  test('compares the same items before and after it', async () => {
    await db.recordsOf('units').put(stored<'units'>({ serialNo: 'DR-5', bomNodeId: 'dryer', batchNo: 'B7' }))
    await db.recordsOf('units').put(stored<'units'>({ serialNo: 'DR-9', bomNodeId: 'dryer', batchNo: 'B7' }))
    const { before, after, units } = await effectOf(WORLD, {
      since: '2015-10-01',
      items: { effKind: 'batch', effValue: 'b7' },
    })
    expect(units.comparedWith).toBe('same-items')
    // DR-5 went on on 2015-03-01 and came off, failed, on 2016-02-01: 214 days before October, 123 after.
    expect(told(before)).toEqual([214_000, 0])
    expect(told(after)).toEqual([123_000, 1])
    expect([units.known, units.leftOut]).toEqual([2, ['DR-9']])
  })

  test('knows the batch of an item from its failure report or from the replacement', async () => {
    const { after } = await effectOf(
      [...WORLD, dryer('2016-06-01', 't2', { reportedSerial: 'DR-101', reportedBatch: 'B8' })],
      { since: '2016-04-01', items: { effKind: 'batch', effValue: 'B8' } },
    )
    // DR-101 from April to the end of the year.
    expect(told(after)).toEqual([275_000, 1])
  })
})
