/** One item, or one car, written in two ways becomes one, and files that still write the old way find it. */
import { beforeEach, describe, expect, test } from 'vitest'
import { lifeLine } from '../../../src/domain/installations'
import { localPerson } from '../../../src/domain/person'
import { undo } from '../../../src/store/commit'
import type { FracasDatabase } from '../../../src/store/database'
import { addMaster } from '../../../src/store/masterRecords'
import { carPreview, mergeCars, mergeSerials, serialPreview } from '../../../src/store/respelledRecords'
import { saveReplacement } from '../../../src/store/replacements'
import { eventsOfSerial, survivingSerial, unitsOfSerial } from '../../../src/store/serialLives'
import { serialsLike } from '../../../src/store/serialsLike'
import { importKnowledge } from '../../../src/workers/importKnowledge'
import { stored } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { refusalsOf } from '../../support/refusalsOf'

const KEEPER = localPerson('赵工', 'REL')
const STATION = localPerson('王工', 'SSM')
const WHY = '铭牌核对过'
const [OLD, NEW] = ['SN 00123', 'SN-123']

let db: FracasDatabase
let trainId: string

/** A failure on the train with a swap of one item for another. */
async function swap(id: string, at: string, off: string, on: string, more: object = {}): Promise<void> {
  const failure = { id, no: `GZ-${id}`, trainId, state: 'HANDLING', occurredAt: at, bomNodeId: 'valve', ...more }
  await db.recordsOf('failures').put(stored<'failures'>(failure))
  const line = { at, removedSerial: off, installedSerial: on, position: 'B1', bomNodeId: 'valve' }
  await saveReplacement(id, null, line, STATION, { confirmed: true }, db)
}

beforeEach(async () => {
  db = freshDatabase()
  trainId = (await addMaster('trains', { trainNo: '2641', vehicleType: 'CRH380A' }, KEEPER, db)).id
  await db.recordsOf('bomNodes').put(stored<'bomNodes'>({ id: 'valve', name: '中继阀' }))
})

describe('a serial written in two ways', () => {
  beforeEach(async () => {
    await swap('f1', '2016-03-01', 'X-1001', OLD, { carNo: '1' })
    await swap('f2', '2016-09-01', NEW, 'X-1002', { carNo: '1', reportedSerial: 'sn００123' })
  })

  test('is one life afterwards, found under both, and two again after an undo', async () => {
    const preview = await serialPreview(OLD, NEW, db)
    expect(preview).toMatchObject({ against: [], parts: [], swappedFor: [] })
    expect(preview.moves.map(({ table, count }) => [table, count])).toEqual([
      ['failures', 1],
      ['replacements', 1],
      ['units', 1],
      ['installEvents', 1],
    ])
    const change = await mergeSerials(OLD, NEW, KEEPER, WHY, db)
    const { installedPeriods } = lifeLine(await eventsOfSerial(NEW, null, db))
    expect(installedPeriods.map(({ days }) => days)).toEqual([184])
    expect(await survivingSerial(OLD, db)).toBe(NEW)
    expect(await serialsLike('sn00', 5, db)).toEqual([NEW])
    expect((await unitsOfSerial(NEW, db)).map(({ serialNo }) => serialNo)).toEqual([NEW])
    expect((await db.recordsOf('failures').get('f2'))?.reportedSerial).toBe(NEW)
    expect((await undo(change?.id ?? '', KEEPER, '看错了', db)).ok).toBe(true)
    expect((await eventsOfSerial(NEW, null, db)).map(({ kind }) => kind)).toEqual(['remove'])
    expect(await survivingSerial(OLD, db)).toBe(OLD)
  })

  test('a file that still writes the old way is read as the serial that stays', async () => {
    await mergeSerials(OLD, NEW, KEEPER, WHY, db)
    expect((await importKnowledge(db)).known.serials?.get('SN00123')).toBe(NEW)
  })

  test('two that were on trains at once are shown to speak against it; one swapped for the other is refused', async () => {
    await swap('f3', '2016-05-01', 'X-1003', NEW, { carNo: '4' })
    const { against } = await serialPreview(OLD, NEW, db)
    expect(against.map(({ kind }) => kind)).toEqual(['installed-while-installed'])
    await swap('f4', '2016-04-01', OLD, NEW, { carNo: '4' })
    expect((await serialPreview(OLD, NEW, db)).swappedFor).toEqual(['f4'])
    expect(await refusalsOf(mergeSerials(OLD, NEW, KEEPER, WHY, db))).toEqual(['not-mergeable'])
  })

  test('the old spelling is kept even where no record is the item’s own', async () => {
    await db.recordsOf('failures').update('f1', { actualSerial: 'P/N 77-0008' })
    await mergeSerials('P/N 77-0008', 'PN77-8', KEEPER, WHY, db)
    expect(await survivingSerial('p/n 77-0008', db)).toBe('PN77-8')
  })
})

describe('a car written in two ways', () => {
  test('is one afterwards, on this train alone, and a file with the old one is read so', async () => {
    await swap('f1', '2016-03-01', 'X-1001', 'X-1002', { carNo: '01' })
    await swap('f2', '2016-03-01', 'X-1003', 'X-1004', { carNo: '1' })
    const other = stored<'failures'>({ id: 'f9', trainId: 'other', carNo: '01' })
    await db.recordsOf('failures').put(other)
    const preview = await carPreview(trainId, '01', '1', db)
    expect(preview.moves.map(({ table, count }) => [table, count])).toEqual([
      ['failures', 1],
      ['installEvents', 2],
    ])
    await mergeCars(trainId, '01', '1', KEEPER, WHY, db)
    const cars = (await db.recordsOf('failures').bulkGet(['f1', 'f2', 'f9'])).map((failure) => failure?.carNo)
    expect(cars).toEqual(['1', '1', '01'])
    const { known } = await importKnowledge(db)
    expect(known.trains.map(({ otherCars }) => otherCars)).toEqual(['01=1'])
  })
})
