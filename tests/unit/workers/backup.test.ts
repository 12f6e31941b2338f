/** A backup is a package of everything; restoring it is taking it in, into an empty store or beside what is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { localPerson } from '../../../src/domain/person'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { addAttachment } from '../../../src/store/attachments'
import { becomeNewDevice } from '../../../src/store/becomeNewDevice'
import { backupState } from '../../../src/store/backups'
import { canonicalDump } from '../../../src/store/canonicalDump'
import { FracasDatabase, type Draft } from '../../../src/store/database'
import { acceptedKeys } from '../../../src/store/deviceKeys'
import { saveDraft } from '../../../src/store/drafts'
import { editFailure, fileFailure } from '../../../src/store/failures'
import { handOverState, notePackage } from '../../../src/store/handOver'
import { commitImport } from '../../../src/store/imports'
import { verifyLog } from '../../../src/store/operationLog'
import { SameDeviceTwice } from '../../../src/store/takeIn'
import { makePackage, previewPackage, takePackageIn } from '../../../src/workers/packages'
import { packageOfBackup } from '../../../src/workers/olderBackup'
import { writeRowCopy } from '../../../src/workers/rowCopy'
import { aCaseFile } from '../../support/aCaseFile'
import { aPlan } from '../../support/aPlan'
import { backupOf, memorySink, restoredFrom } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'

const [WANG, LI] = [localPerson('王工', 'SSM'), localPerson('李工', 'QAL')]
const NOW = '2026-06-30T10:00+08:00'
const silent = (): void => undefined
const PHOTO = new TextEncoder().encode('stands for a photo').buffer as ArrayBuffer
const DRAFT: Draft = { id: 'd1', savedAt: 1, fields: { description: '没写完' }, base: {} }

async function report(db: FracasDatabase, remark: string): Promise<string> {
  const { id: _id, versions: _versions, no: _no, state: _state, ...fields } = aCaseFile().failure
  const filed = await fileFailure({ ...fields, remark }, WANG, NOW, db)
  return filed.ok ? filed.id : ''
}

const write = (id: string, remark: string, db: FracasDatabase) => editFailure(id, { remark }, WANG, { why: '补充' }, db)

/** An import with its rows, a failure with a photo, and something half typed. */
async function filled(): Promise<{ readonly db: FracasDatabase; readonly failure: string }> {
  const db = freshDatabase()
  await commitImport(aPlan(30), { person: LI }, db)
  const failure = await report(db, '备份前')
  await addAttachment(failure, { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, WANG, db)
  await saveDraft(DRAFT, db)
  return { db, failure }
}

let { db, failure }: { db: FracasDatabase; failure: string } = { db: freshDatabase(), failure: '' }
beforeEach(async () => {
  ;({ db, failure } = await filled())
})

describe('a backup', () => {
  test('brings everything back into an empty store, which is then another device', async () => {
    const noted = (await db.changes.orderBy('seq').last())?.hash ?? ''
    const restored = await restoredFrom(await backupOf(db))
    expect(await canonicalDump(restored)).toEqual(await canonicalDump(db))
    expect(await restored.drafts.toArray()).toEqual([DRAFT])
    expect((await restored.blobs.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
      'stands for a photo',
    ])
    await report(restored, '恢复后')
    expect((await restored.device.get('device'))?.id).not.toBe((await db.device.get('device'))?.id)
    // What somebody wrote down of the log is found in the restored one.
    expect((await verifyLog(silent, () => false, noted, restored))?.notedAt).not.toBe(null)
  })

  test('is merged beside other work: both say what they said, drafts stay, and twice changes nothing', async () => {
    const bytes = await backupOf(db)
    const other = await restoredFrom(bytes)
    await write(failure, '另一台写的', other)
    await write(failure, '这一台写的', db)
    await saveDraft({ ...DRAFT, fields: { description: '又写了些' } }, other)
    await saveDraft({ id: 'd2', savedAt: 2, fields: { description: '第二份' }, base: {} }, db)
    const later = await backupOf(db)
    await restoredFrom(later, other, true)
    const after = await canonicalDump(other)
    for (const words of ['另一台写的', '这一台写的']) expect(JSON.stringify(after.records)).toContain(words)
    expect(
      (await other.drafts.toArray()).map(({ id, fields, isSetAside }) => [id, fields['description'], isSetAside]),
    ).toEqual([
      ['d1', '又写了些', undefined],
      ['d2', '第二份', true],
    ])
    const [entries, drafts] = [await other.changes.count(), await other.drafts.toArray()]
    for (const again of [later, bytes]) await restoredFrom(again, other, true)
    expect(await canonicalDump(other)).toEqual(after)
    expect([await other.changes.count(), await other.drafts.toArray()]).toEqual([entries, drafts])
  })

  test('does not go into a store that forgot its last changes before that one is a new device', async () => {
    const early = await backupOf(db)
    await write(failure, '后来写的', db)
    const late = await backupOf(db)
    const own = (await db.device.get('device'))?.id ?? ''
    // The browser has put an earlier state of the same store back.
    const rolledBack = await restoredFrom(early)
    await rolledBack.device.put({ key: 'device', id: own, changeCount: 3, failureCount: 1 })
    await expect(restoredFrom(late, rolledBack, true)).rejects.toThrow(SameDeviceTwice)
    await becomeNewDevice(null, WANG, rolledBack)
    await restoredFrom(late, rolledBack, true)
    await write(failure, '再写', rolledBack)
    const made = (await rolledBack.changes.toArray()).filter(({ edits = [] }) =>
      edits.some(({ set }) => set['remark'] === '再写'),
    )
    expect(made.map(({ device, number }) => [device === own, number])).toEqual([[false, 1]])
  })

  test('needs no comparing of keys where nothing is here yet, and gives its key no trust for later', async () => {
    const bytes = await backupOf(db)
    const restored = await restoredFrom(bytes)
    expect(await acceptedKeys(restored)).toEqual([])
    const other = freshDatabase()
    await report(other, '已有的')
    await expect(restoredFrom(bytes, other)).rejects.toMatchObject({ state: 'new' })
    expect(await other.recordsOf('failures').count()).toBe(1)
    await restoredFrom(bytes, other, true)
    expect(await other.recordsOf('failures').count()).toBe(32)
  })

  test('is no hand-over, and is known to this device with what has come since', async () => {
    const sink = memorySink()
    const about = { kind: 'backup', filesLeftOut: 0 } as const
    const choice = { kind: 'backup', withFiles: true } as const
    expect(await backupState(db)).toMatchObject({ at: null })
    const made = await makePackage(
      sink,
      { choice, about, person: WANG, madeAt: NOW, build: 'test', passphrase: '' },
      silent,
      undefined,
      db,
    )
    await notePackage(made.note, db)
    expect(await handOverState(db)).toMatchObject({ handedOver: 0, confirmed: 0 })
    expect((await backupState(db)).entries).toBe(0)
    await write(failure, '后来', db)
    expect((await backupState(db)).entries).toBe(1)
    // Taking one's own backup in confirms nothing to oneself.
    await takePackageIn(sourceOfBytes(sink.bytes()), WANG, false, silent, undefined, db)
    expect(await handOverState(db)).toMatchObject({ confirmed: 0 })
  })

  test('leaves a damaged file out and says so, in itself and to whoever looks into it', async () => {
    const [blob] = await db.blobs.toArray()
    await db.blobs.put({ sha256: blob?.sha256 ?? '', bytes: PHOTO.slice(1) })
    const bytes = await backupOf(db)
    const seen = await previewPackage(sourceOfBytes(bytes), silent, undefined, freshDatabase())
    expect(seen.manifest.about).toEqual({ kind: 'backup', filesLeftOut: 1 })
    expect(seen).toMatchObject({ isEmpty: true, drafts: 1 })
  })
})

interface Released {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly object[]>>
}

/** A backup as the release of that version wrote it, and the package that is made of it. */
async function ofRelease(
  version: number,
  isWhole = false,
): Promise<{ readonly zip: Uint8Array; readonly fracas: Uint8Array }> {
  const { stores, tables } = JSON.parse(readFileSync(`fixtures/databases/v${version}.json`, 'utf8')) as Released
  const { Dexie } = await import('dexie')
  const old = new Dexie(`released-${version}-${Math.random()}`)
  old.version(version).stores(stores)
  // Two company fields were put into the later ones by hand, beside the log.
  const left = isWhole ? ['blobs'] : ['blobs', 'companyFields']
  for (const [table, rows] of Object.entries(tables))
    if (!left.includes(table)) await old.table(table).bulkAdd([...rows])
  const zip = memorySink()
  await writeRowCopy(zip, { schema: version, savedAt: NOW, build: 'old' }, silent, old)
  await old.delete()
  const sink = memorySink()
  await packageOfBackup(sourceOfBytes(zip.bytes()), sink, silent)
  return { zip: zip.bytes(), fracas: sink.bytes() }
}

describe('a backup of an earlier version', () => {
  test.each(readdirSync('fixtures/databases').map((name) => Number(/\d+/u.exec(name)?.[0])))(
    'of database version %i is merged beside other work, once',
    async (version) => {
      const { fracas } = await ofRelease(version)
      const before = await db.recordsOf('failures').count()
      await restoredFrom(fracas, db)
      expect(await db.recordsOf('failures').count()).toBeGreaterThan(before)
      const after = await canonicalDump(db)
      await restoredFrom((await ofRelease(version)).fracas, db)
      expect(await canonicalDump(db)).toEqual(after)
    },
  )

  test('with records its log knows nothing of is refused beside other work, because they would be lost', async () => {
    await expect(ofRelease(12, true)).rejects.toMatchObject({ problem: 'restoreBesideLog' })
  })
})
