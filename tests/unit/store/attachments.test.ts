import { expect, test } from 'vitest'
import { readBackup, writeBackup } from '../../../src/exchange/write/backupFile'
import { addAttachment, bytesOf, removeAttachment } from '../../../src/store/attachments'
import { dumpBlobs, dumpTables, restoreTables } from '../../../src/store/backup'
import { freshDatabase } from '../../support/freshDatabase'

const PHOTO = new TextEncoder().encode('not really a picture, but its bytes count').buffer as ArrayBuffer
const ABOUT = { schema: 2, savedAt: '2026-05-07T14:30+08:00', build: 'test' }

test('a file is kept once however often it is attached, and each record says whose it is', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, '何工', db)
  await addAttachment('f2', { name: '同一张.jpg', mime: 'image/jpeg', bytes: PHOTO }, '何工', db)
  expect(await db.blobs.count()).toBe(1)
  const [first] = await db.recordsOf('attachments').where('ownerId').equals('f1').toArray()
  expect(first).toMatchObject({ name: '漏风.jpg', size: PHOTO.byteLength })
  expect(new Uint8Array((await bytesOf(first ?? {}, db)) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(PHOTO))
})

test('a removed file stays in the record with the reason, and its bytes stay', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, '何工', db)
  const [only] = await db.recordsOf('attachments').toArray()
  await removeAttachment(only?.id ?? '', '拍错了', '何工', db)
  expect(await db.recordsOf('attachments').toArray()).toMatchObject([{ name: '漏风.jpg', deletedReason: '拍错了' }])
  expect(await db.blobs.count()).toBe(1)
})

test('a backup carries the files, and one that fell over on the way is refused', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, '何工', db)
  const backup = await writeBackup(await dumpTables(db), await dumpBlobs(db), ABOUT)
  const read = await readBackup(backup)
  if (!read.ok) throw new Error(read.problem)
  const other = freshDatabase()
  await restoreTables(read.tables, read.blobs, other)
  const [restored] = await other.recordsOf('attachments').toArray()
  expect(new Uint8Array((await bytesOf(restored ?? {}, other)) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(PHOTO))

  const wrong = new Map(
    [...(await dumpBlobs(db))].map(([sha256, bytes]) => [
      sha256,
      Uint8Array.from(bytes, (byte, at) => (at === 0 ? byte ^ 1 : byte)),
    ]),
  )
  expect(await readBackup(await writeBackup(await dumpTables(db), wrong, ABOUT))).toEqual({
    ok: false,
    problem: 'restoreDamaged',
  })
})
