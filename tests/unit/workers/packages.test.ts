/** Devices that never meet hand their work over by files, lost, repeated and in any order. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { canonicalDump } from '../../../src/store/canonicalDump'
import type { FracasDatabase } from '../../../src/store/database'
import { acceptedKeys, revokeKey } from '../../../src/store/deviceKeys'
import { addAttachment } from '../../../src/store/attachments'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { handOverState, notePackage, type HandOverChoice } from '../../../src/store/handOver'
import { commitImport } from '../../../src/store/imports'
import {
  KeyNotAccepted,
  makePackage,
  PackageCancelled,
  previewPackage,
  takePackageIn,
  type MakingPackage,
} from '../../../src/workers/packages'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { memorySink } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const [WANG, LI, ZHAO] = [localPerson('王工', 'FSE'), localPerson('李工', 'QAL'), localPerson('赵工', 'SSM')]
const NOW = '2026-06-30T10:00+08:00'
const silent = (): void => undefined
const PHOTO = new TextEncoder().encode('stands for a photo').buffer as ArrayBuffer

async function report(db: FracasDatabase, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, WANG, NOW, db)
  return filed.ok ? filed.id : ''
}

async function packageOf(
  db: FracasDatabase,
  choice: HandOverChoice = { kind: 'new' },
  more: Partial<MakingPackage> = {},
): Promise<Uint8Array> {
  const sink = memorySink()
  const making = {
    choice,
    about: { kind: 'everything' },
    person: WANG,
    madeAt: NOW,
    build: 'test',
    passphrase: '',
  } as const
  const { note } = await makePackage(sink, { ...making, ...more }, silent, undefined, db)
  await notePackage(note, db)
  return sink.bytes()
}

const give = (bytes: Uint8Array, to: FracasDatabase) =>
  takePackageIn(sourceOfBytes(bytes), LI, true, silent, undefined, to)
const preview = (bytes: Uint8Array, at: FracasDatabase) => previewPackage(sourceOfBytes(bytes), silent, undefined, at)

let [phone, other, laptop] = [freshDatabase(), freshDatabase(), freshDatabase()]
beforeEach(() => {
  ;[phone, other, laptop] = [freshDatabase(), freshDatabase(), freshDatabase()]
})

test('two phones and a laptop end with every word, whatever way the files take', async () => {
  await commitImport(aPlan(30), { person: LI }, laptop)
  const masters = await packageOf(laptop)
  for (const device of [phone, other]) await give(masters, device)
  const shared = await report(phone, '第一部手机')
  await addAttachment(shared, { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, WANG, phone)
  const first = await packageOf(phone)
  await give(first, other)
  await editFailure(shared, { remark: '第一部手机又写' }, ZHAO, { why: '补充' }, phone)
  await editFailure(shared, { remark: '第二部手机写' }, ZHAO, { why: '补充' }, other)
  await report(other, '第二部手机')
  const [second, theirs] = [await packageOf(phone), await packageOf(other)]
  // The laptop gets the second before the first, one twice, and one that was lost comes at last.
  await give(second, laptop)
  expect((await preview(theirs, laptop)).missing.map(({ ranges }) => ranges)).toEqual([])
  await give(theirs, laptop)
  await give(theirs, laptop)
  await give(first, laptop)
  await give(second, other)
  await give(theirs, phone)
  const wanted = await canonicalDump(laptop)
  expect(await canonicalDump(phone)).toEqual(wanted)
  expect(await canonicalDump(other)).toEqual(wanted)
  expect(await laptop.conflicts.toArray()).toEqual([{ key: `failures:${shared}`, fields: ['remark'] }])
  expect(JSON.stringify(wanted)).toContain('第一部手机又写')
  expect(JSON.stringify(wanted)).toContain('第二部手机写')
  expect(await laptop.blobs.count()).toBe(1)
})

test('what is missing in between is named before a package is taken in', async () => {
  await report(phone, '一')
  await packageOf(phone)
  const id = await report(phone, '二')
  await editFailure(id, { remark: '二又' }, ZHAO, { why: '补充' }, phone)
  const seen = await preview(await packageOf(phone), laptop)
  expect(seen).toMatchObject({ fresh: 2, known: 0, signature: 'good', key: 'new', disputes: { disputes: 0, held: 0 } })
  expect(seen.missing.map(({ ranges }) => ranges)).toEqual([[[1, 1]]])
})

test('whoever lacks a change hands on what there is, and the next one is told the same', async () => {
  await report(phone, '一')
  await packageOf(phone)
  await report(phone, '二')
  await give(await packageOf(phone), laptop)
  const onward = await packageOf(laptop, { kind: 'everything' })
  expect((await preview(onward, other)).missing.map(({ ranges }) => ranges)).toEqual([[[1, 1]]])
  await give(onward, other)
  expect(await other.recordsOf('failures').count()).toBe(1)
  // What the laptop knows without gaps confirms nothing of the phone's.
  await give(await packageOf(laptop), phone)
  expect((await handOverState(phone)).confirmed).toBe(0)
})

test('values that devices will disagree on are counted beforehand, and nothing is stored by that', async () => {
  const id = await report(phone, '一')
  await give(await packageOf(phone), laptop)
  await editFailure(id, { remark: '手机', delayMin: 5 }, ZHAO, { why: '补充' }, phone)
  await editFailure(id, { remark: '电脑', delayMin: 5 }, ZHAO, { why: '补充' }, laptop)
  const before = await canonicalDump(laptop)
  expect((await preview(await packageOf(phone), laptop)).disputes).toEqual({ disputes: 1, held: 0 })
  expect(await canonicalDump(laptop)).toEqual(before)
  expect(await laptop.conflicts.count()).toBe(0)
})

test('the state of handing over follows what was made and what others say they have', async () => {
  await report(phone, '一')
  expect(await handOverState(phone)).toMatchObject({ changes: 1, handedOver: 0, confirmed: 0 })
  await give(await packageOf(phone), laptop)
  expect(await handOverState(phone)).toMatchObject({ changes: 1, handedOver: 1, confirmed: 0 })
  // A package back, with nothing new in it, is the receipt.
  await give(await packageOf(laptop), phone)
  expect(await handOverState(phone)).toMatchObject({ changes: 1, handedOver: 1, confirmed: 1 })
  await report(phone, '二')
  expect(await handOverState(phone)).toMatchObject({ changes: 2, handedOver: 1, confirmed: 1 })
})

test('a package about one failure carries what the failure stands on, and does not move the mark of the next one', async () => {
  await commitImport(aPlan(5), { person: LI }, phone)
  const [failure] = await phone.recordsOf('failures').toArray()
  const id = failure?.id ?? ''
  await editFailure(id, { remark: '只此一单' }, ZHAO, { why: '补充' }, phone)
  await report(phone, '别的')
  await give(await packageOf(phone, { kind: 'failure', id }), laptop)
  expect(await laptop.recordsOf('failures').get(id)).toMatchObject({ remark: '只此一单', trainId: failure?.trainId })
  expect(await laptop.recordsOf('trains').get(failure?.trainId ?? '')).toBeDefined()
  expect(
    await laptop
      .recordsOf('failures')
      .filter(({ remark }) => remark === '别的')
      .count(),
  ).toBe(0)
  expect((await handOverState(phone)).handedOver).toBe(0)
})

describe('who made it', () => {
  test('a new key is asked about once; one that was revoked, or of a device with another key, is refused', async () => {
    await report(phone, '一')
    const bytes = await packageOf(phone)
    const unasked = takePackageIn(sourceOfBytes(bytes), LI, false, silent, undefined, laptop)
    await expect(unasked).rejects.toThrow(KeyNotAccepted)
    expect(await laptop.recordsOf('failures').count()).toBe(0)
    await give(bytes, laptop)
    expect((await preview(bytes, laptop)).key).toBe('accepted')
    const [key] = await acceptedKeys(laptop)
    await revokeKey(key?.device ?? '', laptop)
    await expect(give(bytes, laptop)).rejects.toMatchObject({ state: 'revoked' })
    await laptop.deviceKeys.update(key?.device ?? '', { publicKey: { kty: 'EC', crv: 'P-256', x: 'a', y: 'b' } })
    await expect(give(bytes, laptop)).rejects.toMatchObject({ state: 'other' })
  })

  test('a device that has signed before is not believed without its signature', async () => {
    await report(phone, '一')
    await give(await packageOf(phone), laptop)
    await phone.deviceKeys.clear()
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValueOnce(new Error('no keys here'))
    const unsigned = await packageOf(phone, { kind: 'everything' })
    expect(await preview(unsigned, laptop)).toMatchObject({ signature: 'unsigned', key: 'other' })
    await expect(give(unsigned, laptop)).rejects.toMatchObject({ state: 'other' })
    expect((await preview(unsigned, other)).key).toBe('unsigned')
  })

  test('a reader takes nothing in', async () => {
    await report(phone, '一')
    const bytes = await packageOf(phone)
    const end = takePackageIn(sourceOfBytes(bytes), localPerson('客户', 'VIEW'), true, silent, undefined, laptop)
    await expect(end).rejects.toThrow('take-in')
  })
})

test('a number two devices gave is kept by the earlier failure; the later one is found by both spellings', async () => {
  const [one, two] = [await report(phone, '先'), await report(other, '后')]
  for (const [db, id] of [
    [phone, one],
    [other, two],
  ] as const)
    await editNumber(db, id, 'GZ-城北-2026-0041')
  await give(await packageOf(phone), laptop)
  await give(await packageOf(other), laptop)
  const [first, second] = (await laptop.recordsOf('failures').toArray()).sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(first?.no).toBe('GZ-城北-2026-0041')
  expect(second?.no).toMatch(/^GZ-城北-2026-0041·[0-9A-F]{4}$/u)
  expect(second?.formerNo).toBe('GZ-城北-2026-0041')
  // Another device that learns of both gives the same suffix, so that nothing is in dispute when they meet.
  await give(await packageOf(phone, { kind: 'everything' }), other)
  await give(await packageOf(laptop), other)
  await give(await packageOf(other), laptop)
  expect(await laptop.conflicts.count()).toBe(0)
  expect(await canonicalDump(other)).toEqual(await canonicalDump(laptop))
})

async function editNumber(db: FracasDatabase, id: string, no: string): Promise<void> {
  const { commit } = await import('../../../src/store/commit')
  await commit(
    { name: 'suffix-number', person: LI },
    async () => [{ table: 'failures', record: id, fields: { no } }],
    db,
  )
}

test('a cancelled package is noted nowhere', async () => {
  await report(phone, '一')
  const making = {
    choice: { kind: 'new' },
    about: { kind: 'everything' },
    person: WANG,
    madeAt: NOW,
    build: 'test',
  } as const
  const end = makePackage(memorySink(), { ...making, passphrase: '' }, silent, () => true, phone)
  await expect(end).rejects.toThrow(PackageCancelled)
  expect(await phone.packages.count()).toBe(0)
})

test('an object where a text belongs, and a number no later one could follow, change nothing', async () => {
  const id = await report(phone, '一')
  const [entry] = await phone.changes.toArray()
  if (entry === undefined) throw new Error('gone')
  const spoiled = [
    { ...entry, edits: [{ table: 'failures', record: id, set: { description: { a: 1 } } }] },
    { ...entry, number: 2 ** 53 },
    { ...entry, edits: [{ table: 'failures', record: id, set: { versions: '[]' } }] },
  ]
  for (const changed of spoiled) {
    await phone.changes.put(changed as never)
    await expect(packageOf(phone, { kind: 'everything' }).then((bytes) => give(bytes, laptop))).rejects.toMatchObject({
      problem: 'packageWrongRecord',
    })
    expect(await laptop.changes.count()).toBe(0)
  }
})
