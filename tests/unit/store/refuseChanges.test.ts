/** What the company's server did not take of this device: the records do not say it, the log keeps it. */
import { expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import type { RefusedChange } from '../../../src/domain/team/protocol'
import type { FracasDatabase } from '../../../src/store/database'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { historyOf } from '../../../src/store/history'
import { verifyLog } from '../../../src/store/operationLog'
import { refuseChanges } from '../../../src/store/refuseChanges'
import { refusedHere } from '../../../src/store/teamState'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { aCaseFile } from '../../support/aCaseFile'
import { freshDatabase } from '../../support/freshDatabase'
import { Engine } from '../../../src/workers/engine'

const NOW = '2026-06-30T10:00+08:00'

async function report(db: FracasDatabase, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, localPerson('王工', 'FSE'), NOW, db)
  return filed.ok ? filed.id : ''
}

async function refuse(db: FracasDatabase, ...numbers: readonly number[]): Promise<void> {
  const own = await db.device.get('device')
  const device = own?.id ?? ''
  const refused: RefusedChange[] = []
  for (const number of numbers) {
    const entry = await db.changes.where('[device+number]').equals([device, number]).first()
    refused.push({
      id: entry?.id ?? '',
      number,
      command: entry?.command ?? '',
      reasons: [{ code: 'outside-reach' }],
      mayInstead: ['赵工'],
    })
  }
  await db.transaction('rw', db.tables, async () => {
    await refuseChanges(device, refused, 1, db)
  })
}

async function isIntact(db: FracasDatabase): Promise<boolean> {
  const silent = (): void => undefined
  const never = (): boolean => false
  const records = await verifyRecords(silent, never, db)
  return (await verifyLog(silent, never, '', db))?.broken === null && records?.differences === 0
}

test('a refused edit is taken out of the record, with everything the log says besides kept', async () => {
  const db = freshDatabase()
  const id = await report(db, '第一句')
  await editFailure(id, { remark: '第二句' }, localPerson('赵工', 'SSM'), { why: '更正' }, db)
  await refuse(db, 2)
  expect(await db.recordsOf('failures').get(id)).toMatchObject({ remark: '第一句' })
  expect(await db.changes.count()).toBe(2)
  expect(await isIntact(db)).toBe(true)
  expect((await historyOf([`failures:${id}`], db)).map(({ isRefused }) => isRefused).sort()).toEqual([false, true])
  expect(await refusedHere(db)).toMatchObject([{ number: 2, state: 'open', record: `failures:${id}` }])
})

test('a refused report leaves no record and no row in a table that was open', async () => {
  const db = freshDatabase()
  const [kept, refused] = [await report(db, '留下'), await report(db, '不收')]
  const engine = new Engine(
    () => undefined,
    db,
    () => undefined,
  )
  const shown = async (): Promise<readonly unknown[]> =>
    (await engine.page({ language: 'zh', filters: [], search: '', sorting: [] }, 0, 100, ['no'])).rows.map(
      ({ id }) => id,
    )
  await engine.follow()
  expect(await shown()).toHaveLength(2)
  await refuse(db, 2)
  await engine.follow()
  expect(await db.recordsOf('failures').get(refused)).toBe(undefined)
  expect(await shown()).toEqual([kept])
  expect(await isIntact(db)).toBe(true)
})

test('what came after a refused report is out of sight until it is refused in its turn', async () => {
  const db = freshDatabase()
  const id = await report(db, '第一句')
  await editFailure(id, { remark: '第二句' }, localPerson('赵工', 'SSM'), { why: '更正' }, db)
  await refuse(db, 1)
  expect(await db.recordsOf('failures').get(id)).toMatchObject({ deleted: true })
  expect(await isIntact(db)).toBe(true)
  await refuse(db, 2)
  expect(await db.recordsOf('failures').get(id)).toBe(undefined)
})
