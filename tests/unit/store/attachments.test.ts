import { localPerson } from '../../../src/domain/person'
import { expect, test } from 'vitest'
import { addAttachment, bytesOf, removeAttachment } from '../../../src/store/attachments'
import { backupOf, restoredFrom } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const PHOTO = new TextEncoder().encode('not really a picture, but its bytes count').buffer as ArrayBuffer

test('a file is kept once however often it is attached, and each record says whose it is', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, localPerson('何工', 'SSM'), db)
  await addAttachment('f2', { name: '同一张.jpg', mime: 'image/jpeg', bytes: PHOTO }, localPerson('何工', 'SSM'), db)
  expect(await db.blobs.count()).toBe(1)
  const [first] = await db.recordsOf('attachments').where('ownerId').equals('f1').toArray()
  expect(first).toMatchObject({ name: '漏风.jpg', size: PHOTO.byteLength })
  expect(new Uint8Array((await bytesOf(first ?? {}, db)) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(PHOTO))
})

test('a removed file stays in the record with the reason, and its bytes stay', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, localPerson('何工', 'SSM'), db)
  const [only] = await db.recordsOf('attachments').toArray()
  await removeAttachment(only?.id ?? '', '拍错了', localPerson('何工', 'SSM'), db)
  expect(await db.recordsOf('attachments').toArray()).toMatchObject([{ name: '漏风.jpg', deletedReason: '拍错了' }])
  expect(await db.blobs.count()).toBe(1)
})

test('a backup carries the files', async () => {
  const db = freshDatabase()
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, localPerson('何工', 'SSM'), db)
  const other = await restoredFrom(await backupOf(db))
  const [restored] = await other.recordsOf('attachments').toArray()
  expect(new Uint8Array((await bytesOf(restored ?? {}, other)) ?? new ArrayBuffer(0))).toEqual(new Uint8Array(PHOTO))
})
