/** Copies beside the database, and the way back from them. */
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { Dexie } from 'dexie'
import { localPerson } from '../../../src/domain/person'
import { addAttachment } from '../../../src/store/attachments'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { acceptLoss, lookForLoss, notedLosses } from '../../../src/store/dataMarks'
import { FracasDatabase } from '../../../src/store/database'
import { saveDraft } from '../../../src/store/drafts'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { dropCopy, fileOfCopy, rescueCopies, rescueFailure } from '../../../src/store/rescueCopies'
import { RescueDatabase } from '../../../src/store/rescueDatabase'
import { copyBeforeUpgrade, makeRescueCopy } from '../../../src/workers/rescue'
import { aCaseFile } from '../../support/aCaseFile'
import { restoredFrom, restoredFromOlder } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const WANG = localPerson('王工', 'SSM')
const NOW = '2026-06-30T10:00+08:00'
const silent = (): void => undefined
const PHOTO = new Uint8Array(300_000).map((_, at) => (at * at) % 251).buffer
let names = 0

let db = freshDatabase()
let rescue = new RescueDatabase('rescue')
let failure = ''
beforeEach(async () => {
  db = freshDatabase()
  rescue = new RescueDatabase(`rescue-${(names += 1)}`)
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark: '先写的' }, WANG, NOW, db)
  failure = filed.ok ? filed.id : ''
  await addAttachment(failure, { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, WANG, db)
  await saveDraft({ id: 'd1', savedAt: 1, fields: { description: '没写完' }, base: {} }, db)
})

const copyOf = (reason: 'asked' | 'daily', limit?: number) =>
  makeRescueCopy({ reason, person: WANG, madeAt: NOW, build: 'test' }, silent, db, rescue, limit)
const bytesOf = async (place: number): Promise<Uint8Array> => {
  const copy = (await rescueCopies(rescue))[place]
  return copy === undefined ? new Uint8Array() : new Uint8Array(await (await fileOfCopy(copy, rescue)).arrayBuffer())
}

test('a copy holds everything and restores everything, drafts too', async () => {
  expect(await copyOf('asked')).toMatchObject({ kind: 'made', copy: { failures: 1, files: 1, filesLeftOut: 0 } })
  const restored = await restoredFrom(await bytesOf(0))
  expect(await canonicalDump(restored)).toEqual(await canonicalDump(db))
  expect(await restored.drafts.count()).toBe(1)
})

test('where photos would take too much room, they stay out, and the copy says so', async () => {
  expect(await copyOf('asked', 100_000)).toMatchObject({ kind: 'made', copy: { files: 0, filesLeftOut: 1 } })
  const restored = await restoredFrom(await bytesOf(0))
  expect(await restored.recordsOf('failures').count()).toBe(1)
  expect(await restored.blobs.count()).toBe(0)
})

test('where not even the words have room it is noted, nothing is left behind, and the next copy clears the note', async () => {
  expect(await copyOf('asked', 50)).toEqual({ kind: 'failed' })
  expect(await rescueFailure(rescue)).toMatchObject({ reason: 'asked', why: '' })
  expect([await rescue.copies.count(), await rescue.pieces.count()]).toEqual([0, 0])
  await copyOf('asked')
  expect(await rescueFailure(rescue)).toBe(null)
})

test('a second copy of the same day or of the same log is not made', async () => {
  await copyOf('daily')
  expect(await copyOf('asked')).toEqual({ kind: 'none' })
  await editFailure(failure, { remark: '又写的' }, WANG, { why: '补' }, db)
  expect(await copyOf('daily')).toEqual({ kind: 'none' })
  expect(await copyOf('asked')).toMatchObject({ kind: 'made' })
  const [last] = await rescueCopies(rescue)
  await dropCopy(last?.id ?? '', rescue)
  expect(await rescue.copies.count()).toBe(1)
})

test('a database of an earlier version is kept as it lies there before it is upgraded', async () => {
  const { version, stores, tables } = JSON.parse(readFileSync('fixtures/databases/v7.json', 'utf8')) as {
    readonly version: number
    readonly stores: Readonly<Record<string, string>>
    readonly tables: Readonly<Record<string, readonly object[]>>
  }
  const name = `before-upgrade-${names}`
  const old = new Dexie(name)
  old.version(version).stores(stores)
  for (const [table, rows] of Object.entries(tables)) if (table !== 'blobs') await old.table(table).bulkAdd([...rows])
  old.close()
  const made = await copyBeforeUpgrade(name, { madeAt: NOW, build: 'test' }, silent, rescue)
  expect(made).toMatchObject({ kind: 'made', copy: { reason: 'upgrade', kind: 'rows', schema: 7 } })
  const upgraded = new FracasDatabase(name)
  const restored = await restoredFromOlder(await bytesOf(0))
  expect((await restored.recordsOf('failures').toArray()).map(({ id }) => id)).toEqual(
    (await upgraded.recordsOf('failures').toArray()).map(({ id }) => id),
  )
})

test('where another tab has upgraded meanwhile, nothing is copied', async () => {
  expect(await copyBeforeUpgrade(db.name, { madeAt: NOW, build: 'test' }, silent, rescue)).toEqual({ kind: 'none' })
  expect(await rescueCopies(rescue)).toEqual([])
})

test('data that were thrown away are missed, until they are back or somebody says why not', async () => {
  expect(await lookForLoss(db, rescue)).toBe(null)
  await copyOf('asked')
  const emptied = freshDatabase()
  expect(await lookForLoss(emptied, rescue)).toMatchObject({
    had: { entries: 2, failures: 1 },
    has: { entries: 0, failures: 0 },
  })
  await restoredFrom(await bytesOf(0), emptied)
  expect(await lookForLoss(emptied, rescue)).toBe(null)

  const again = freshDatabase()
  const loss = await lookForLoss(again, rescue)
  if (loss === null) throw new Error('not missed')
  await acceptLoss(loss, '换了浏览器', again, rescue)
  expect(await lookForLoss(again, rescue)).toBe(null)
  expect(await notedLosses(rescue)).toMatchObject([{ reason: '换了浏览器', had: { entries: 2 } }])
})
