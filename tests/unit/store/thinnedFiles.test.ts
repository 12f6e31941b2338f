/** Photos another device has are given up here, said to be there, and come back; never those only this device has. */
import { beforeEach, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { addAttachment } from '../../../src/store/attachments'
import type { FracasDatabase } from '../../../src/store/database'
import { fileFailure } from '../../../src/store/failures'
import { notePackage, type HandOverChoice } from '../../../src/store/handOver'
import { filesToThin, missingFiles, thinFiles, whereIs } from '../../../src/store/thinnedFiles'
import { verifyRecords } from '../../../src/store/verifyRecords'
import { makePackage, takePackageIn } from '../../../src/workers/packages'
import { aCaseFile } from '../../support/aCaseFile'
import { backupOf, memorySink, restoredFrom } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const WANG = localPerson('王工', 'FSE')
const NOW = '2026-06-30T10:00+08:00'
const silent = (): void => undefined
const photo = (words: string): ArrayBuffer => new TextEncoder().encode(words).buffer as ArrayBuffer

let [phone, laptop] = [freshDatabase(), freshDatabase()]
let failure = ''

async function give(from: FracasDatabase, choice: HandOverChoice, to: FracasDatabase): Promise<void> {
  const sink = memorySink()
  const about = { kind: 'everything' } as const
  const making = { choice, about, person: WANG, madeAt: NOW, build: 'test', passphrase: '' }
  const { note } = await makePackage(sink, making, silent, undefined, from)
  await notePackage(note, from)
  await takePackageIn(sourceOfBytes(sink.bytes()), WANG, true, silent, undefined, to)
}

const attach = (words: string, db: FracasDatabase) =>
  addAttachment(failure, { name: `${words}.jpg`, mime: 'image/jpeg', bytes: photo(words) }, WANG, db)
const all = async (db: FracasDatabase): Promise<ReadonlySet<string>> =>
  new Set((await filesToThin(db)).map(({ sha256 }) => sha256))

beforeEach(async () => {
  ;[phone, laptop] = [freshDatabase(), freshDatabase()]
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure(fields, WANG, NOW, phone)
  failure = filed.ok ? filed.id : ''
  await attach('漏风', phone)
})

test('only what another device has confirmed is offered', async () => {
  expect(await filesToThin(phone)).toEqual([])
  await give(phone, { kind: 'new' }, laptop)
  expect(await filesToThin(phone)).toEqual([])
  await give(laptop, { kind: 'receipt' }, phone)
  const offered = await filesToThin(phone)
  expect(offered.map(({ bytes, holder }) => [bytes, holder.device, holder.person])).toEqual([
    [6, (await laptop.device.get('device'))?.id, '王工'],
  ])
  await attach('后来的', phone)
  expect(await filesToThin(phone)).toHaveLength(1)
})

test('what is given up is said to be elsewhere, is no damage to the verification, and comes back with a package', async () => {
  await give(phone, { kind: 'new' }, laptop)
  await give(laptop, { kind: 'receipt' }, phone)
  const [gone] = await thinFiles(await all(phone), phone)
  const sha256 = gone?.sha256 ?? ''
  expect(await phone.blobs.count()).toBe(0)
  expect(await whereIs(sha256, phone)).toMatchObject({ person: '王工' })
  expect(await missingFiles(phone)).toEqual([sha256])
  const verified = await verifyRecords(silent, () => false, phone)
  expect(verified).toMatchObject({ files: 1, thinned: 1, differences: 0 })
  await give(laptop, { kind: 'everything' }, phone)
  expect(await whereIs(sha256, phone)).toBe('here')
  expect(await verifyRecords(silent, () => false, phone)).toMatchObject({ thinned: 0, differences: 0 })
})

test('a file that is lost without having been given up is still damage', async () => {
  await phone.blobs.clear()
  expect(await verifyRecords(silent, () => false, phone)).toMatchObject({ thinned: 0, differences: 1 })
})

test('whoever knows the change without having the file confirms nothing', async () => {
  // The laptop was restored from a copy without photos.
  await restoredFrom(await backupOf(phone, '', false), laptop)
  await give(laptop, { kind: 'receipt' }, phone)
  expect(await filesToThin(phone)).toEqual([])
})

test('what another device attached is not given up here, so that two never rely on each other', async () => {
  await give(phone, { kind: 'new' }, laptop)
  await give(laptop, { kind: 'receipt' }, phone)
  await give(phone, { kind: 'receipt' }, laptop)
  expect(await filesToThin(laptop)).toEqual([])
})
