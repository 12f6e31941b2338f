/** A backup of an earlier version is restored; whatever is wrong with a file is said in one sentence, and changes nothing. */
import { localPerson } from '../../../src/domain/person'
import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { describe, expect, test } from 'vitest'
import { BackupRefused, type BackupLimits, type BackupManifest } from '../../../src/exchange/backup/backupFormat'
import { sourceOfBytes } from '../../../src/exchange/open/byteSource'
import { zipDirectoryOf } from '../../../src/exchange/open/zipDirectory'
import { addAttachment } from '../../../src/store/attachments'
import { FracasDatabase, SCHEMA_VERSION } from '../../../src/store/database'
import { saveDraft } from '../../../src/store/drafts'
import { editFailure } from '../../../src/store/failures'
import { problemFromFailure } from '../../../src/store/caseFiles'
import { commitImport } from '../../../src/store/imports'
import { openBackup } from '../../../src/exchange/backup/openBackup'
import { rowProblem } from '../../../src/domain/rowProblem'
import { aPlan } from '../../support/aPlan'
import { aPng } from '../../support/aPng'
import { olderBackupOf as backupOf, restoredFromOlder as restoredFrom, tablesOf } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'
import { shortDeviceIds, sinceRenamed } from '../../support/renamedRows'

const silent = (): void => undefined
const PHOTO = new TextEncoder().encode('not really a picture, but its bytes count').buffer as ArrayBuffer

interface ReleasedDatabase {
  readonly version: number
  readonly stores: Readonly<Record<string, string>>
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
}
const released = (version: number): ReleasedDatabase =>
  JSON.parse(readFileSync(`fixtures/databases/v${version}.json`, 'utf8')) as ReleasedDatabase

/** A database with something in every table a backup carries. */
async function filled(): Promise<FracasDatabase> {
  const db = freshDatabase()
  for (const [table, rows] of Object.entries(released(SCHEMA_VERSION).tables)) {
    if (table === 'snapshots' || table === 'blobs') continue
    await db.table(table).bulkAdd([...rows])
  }
  await addAttachment('f1', { name: '漏风.jpg', mime: 'image/jpeg', bytes: PHOTO }, localPerson('何工', 'SSM'), db)
  return db
}

/** The same file with some of its parts exchanged or, with null, left out. */
function altered(bytes: Uint8Array, parts: (files: Record<string, Uint8Array>) => Record<string, Uint8Array | null>) {
  const files = unzipSync(bytes)
  const changed = Object.entries({ ...files, ...parts(files) }).filter(([, content]) => content !== null)
  return zipSync(Object.fromEntries(changed) as Zippable)
}
const manifestOf = (bytes: Uint8Array): BackupManifest =>
  JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())) as BackupManifest
const withManifest = (bytes: Uint8Array, change: Readonly<Record<string, unknown>>): Uint8Array =>
  altered(bytes, () => ({ 'manifest.json': strToU8(JSON.stringify({ ...manifestOf(bytes), ...change })) }))

/** The file with the first row of a table changed, and vouched for by its manifest all the same. */
async function withRow(bytes: Uint8Array, table: string, change: (row: Record<string, unknown>) => unknown) {
  const name = `tables/${table}/000001.ndjson`
  const [first = '', ...others] = strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()).split('\n')
  const rows = [JSON.stringify(change(JSON.parse(first) as Record<string, unknown>)), ...others]
  const content = strToU8(rows.join('\n'))
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', content as Uint8Array<ArrayBuffer>)).toString('hex')
  const { entries } = manifestOf(bytes)
  return altered(withManifest(bytes, { entries: { ...entries, [name]: { rows: rows.length, sha256 } } }), () => ({
    [name]: content,
  }))
}

/** Why a file is refused, after it was seen that the database is as empty as before. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const db = freshDatabase()
  const why = await restoredFrom(bytes, db).then(
    () => 'restored',
    (error: unknown) => (error instanceof BackupRefused ? `${error.problem} ${error.where}`.trim() : String(error)),
  )
  for (const table of db.tables) expect([why, table.name, await table.count()]).toEqual([why, table.name, 0])
  return why
}

describe('a backup', () => {
  test('restored into an empty database gives the same tables', async () => {
    const db = await filled()
    const restored = await restoredFrom(await backupOf(db))
    const [before, after] = [await tablesOf(db), await tablesOf(restored)]
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual(['reportConclusions'])
    expect(after).toEqual(before)
  })

  test('of a whole import is written in pages, and comes back whole', async () => {
    const db = freshDatabase()
    await commitImport(aPlan(5203), { person: localPerson('王工', 'QAL') }, db)
    const bytes = await backupOf(db)
    const { entries, counts, device } = manifestOf(bytes)
    const pages = Object.entries(entries).filter(([name]) => name.startsWith('tables/failures/'))
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.reduce((sum, [, { rows }]) => sum + rows, 0)).toBe(5203)
    expect([counts?.['failures'], device]).toEqual([5203, (await db.device.get('device'))?.id])
    expect(await tablesOf(await restoredFrom(bytes))).toEqual(await tablesOf(db))
  })

  test('stores pictures and workbooks as they are, and packs what can be packed', async () => {
    const db = freshDatabase()
    const png = aPng(64, 64, [200, 30, 30])
    await addAttachment(
      'f1',
      { name: 'a.png', mime: 'image/png', bytes: png.slice().buffer as ArrayBuffer },
      localPerson('何工', 'SSM'),
      db,
    )
    const text = new TextEncoder().encode('aaaa'.repeat(5000)).buffer as ArrayBuffer
    await addAttachment('f1', { name: 'a.txt', mime: 'text/plain', bytes: text }, localPerson('何工', 'SSM'), db)
    const { entries = [] } = zipDirectoryOf(sourceOfBytes(await backupOf(db))) ?? {}
    const blobs = entries.filter(({ name }) => name.startsWith('blobs/'))
    expect(blobs.map(({ method, uncompressedBytes }) => [method, uncompressedBytes]).sort()).toEqual(
      [
        [0, png.length],
        [8, 20_000],
      ].sort(),
    )
  })

  test.each<[string, BackupLimits]>([
    ['a part', { entryBytes: 300, totalBytes: 1e9, entries: 1e6 }],
    ['all parts together', { entryBytes: 1e6, totalBytes: 3000, entries: 1e6 }],
    ['the number of parts', { entryBytes: 1e6, totalBytes: 1e9, entries: 5 }],
  ])('that would be too large to be read is not written: %s', async (_what, limits) => {
    const db = await filled()
    await expect(backupOf(db, limits)).rejects.toMatchObject({ problem: 'backupTooLarge' })
    const whole = await backupOf(db)
    await expect(
      (async () => openBackup(sourceOfBytes(whole), SCHEMA_VERSION, limits).check(rowProblem, silent))(),
    ).rejects.toMatchObject({ problem: 'backupTooLarge' })
  })
})

describe('an older backup', () => {
  test.each([1, 7])(
    'as an earlier release wrote it, of database version %i, restores with all its records',
    async (version) => {
      const restored = await restoredFrom(new Uint8Array(readFileSync(`fixtures/backups/format1-schema${version}.zip`)))
      for (const [table, rows] of Object.entries(released(version).tables)) {
        if (table === 'snapshots' || table === 'blobs' || table === 'device') continue
        expect([table, await restored.table(table).toArray()]).toEqual([
          table,
          expect.arrayContaining(
            rows
              .filter(() => table !== 'reportConclusions')
              .map((row) => expect.objectContaining(sinceRenamed(row)) as unknown),
          ),
        ])
      }
      expect(await restored.recordsOf('conclusions').count()).toBe(
        released(version).tables['reportConclusions']?.length ?? 0,
      )
      expect(await shortDeviceIds(restored)).toEqual([])
      expect((await restored.blobs.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
        'stands for a photo',
      ])
    },
  )

  test('has its rows upgraded as the database upgrades them when it opens', async () => {
    const upgrades = [
      {
        version: SCHEMA_VERSION,
        table: 'failures',
        upgrade: ({ remark: _remark, ...row }: Readonly<Record<string, unknown>>) => ({ ...row, title: '升级' }),
      },
    ]
    const old = released(1)
    const { Dexie } = await import('dexie')
    const before = new Dexie('to-upgrade')
    before.version(old.version).stores(old.stores)
    for (const [table, rows] of Object.entries(old.tables)) await before.table(table).bulkAdd([...rows])
    before.close()
    const opened = new FracasDatabase('to-upgrade', upgrades)

    const bytes = new Uint8Array(readFileSync('fixtures/backups/format1-schema1.zip'))
    const restored = await restoredFrom(bytes, new FracasDatabase('restored-and-upgraded', upgrades))
    const failures = await opened.recordsOf('failures').toArray()
    expect(failures.map(({ title }) => title)).toEqual(failures.map(() => '升级'))
    expect(await restored.recordsOf('failures').toArray()).toEqual(failures)
  })
})

describe('a file that is refused', () => {
  test('because it is no backup, is cut short, or is newer than the program', async () => {
    const bytes = await backupOf(await filled())
    expect(await refusal(new Uint8Array())).toBe('restoreNotABackup')
    expect(await refusal(strToU8('no zip at all, but some text that is long enough'))).toBe('restoreNotABackup')
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }))).toBe('restoreNotABackup')
    expect(await refusal(withManifest(bytes, { format: 'other' }))).toBe('restoreNotABackup')
    expect(await refusal(altered(bytes, () => ({ 'manifest.json': strToU8('null') })))).toBe('restoreNotABackup')
    expect(await refusal(withManifest(bytes, { entries: { a: null } }))).toBe('restoreNotABackup')
    for (const share of [0.1, 0.5, 0.99])
      expect(await refusal(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('restoreCut')
    expect(await refusal(withManifest(bytes, { version: 3 }))).toBe('restoreNewer')
    expect(await refusal(withManifest(bytes, { schema: SCHEMA_VERSION + 1 }))).toBe('restoreNewer')
  })

  test('because a part is missing, altered, or not what the manifest counts', async () => {
    const bytes = await backupOf(await filled())
    const failures = 'tables/failures/000001.ndjson'
    const counts = manifestOf(bytes).counts ?? {}
    expect(
      await refusal(
        altered(bytes, ({ [failures]: content = new Uint8Array() }) => ({
          [failures]: strToU8(strFromU8(content).replace('2016', '2017')),
        })),
      ),
    ).toBe(`restoreDamaged ${failures}`)
    expect(await refusal(altered(bytes, () => ({ [failures]: null })))).toBe(`restoreDamaged ${failures}`)
    expect(await refusal(withManifest(bytes, { counts: { ...counts, failures: 99 } }))).toBe('restoreDamaged')
    const blob = Object.keys(manifestOf(bytes).entries).find((name) => name.startsWith('blobs/')) ?? ''
    expect(await refusal(altered(bytes, () => ({ [blob]: strToU8('another picture') })))).toBe(`restoreDamaged ${blob}`)
  })

  test('wherever one bit of it fell over, or changes nothing that matters', async () => {
    const db = await filled()
    const bytes = await backupOf(db)
    const whole = await tablesOf(db)
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 150)) {
      const flipped = Uint8Array.from(bytes, (byte, place) => (place === at ? byte ^ 4 : byte))
      const target = freshDatabase()
      const why = await restoredFrom(flipped, target).then(
        () => null,
        (error: unknown) => error,
      )
      if (why === null) expect(await tablesOf(target)).toEqual(whole)
      else {
        expect(why).toBeInstanceOf(BackupRefused)
        expect(await target.changes.count()).toBe(0)
      }
    }
  })

  test.each<[string, string, (row: Record<string, unknown>) => unknown]>([
    ['failures', 'title', (row) => ({ ...row, title: { text: 'an object' } })],
    ['failures', 'qty', (row) => ({ ...row, qty: '3' })],
    ['failures', 'failureClass', (row) => ({ ...row, failureClass: 'A' })],
    ['failures', 'safetyEvent', (row) => ({ ...row, safetyEvent: 1 })],
    ['failures', 'versions', ({ versions: _versions, ...row }) => row],
    ['failures', 'origin', (row) => ({ ...row, origin: { sheet: 0 } })],
    ['settings', '', () => null],
    ['changes', 'seq', (row) => ({ ...row, seq: 2 ** 53 })],
    ['changes', 'edits', (row) => ({ ...row, edits: [{ table: 'nowhere', record: 'x', set: {} }] })],
    ['importBatches', 'state', (row) => ({ ...row, state: 'half' })],
    ['importedRows', 'cells', (row) => ({ ...row, cells: '[[{}]]' })],
    ['drafts', 'fields', (row) => ({ ...row, fields: 'x' })],
    ['storedReports', 'question', (row) => ({ ...row, question: { kind: 'weekly' } })],
  ])('because a row of %s holds something else in “%s”', async (table, field, change) => {
    const bytes = await withRow(await backupOf(await filled()), table, change)
    expect(await refusal(bytes)).toMatch(new RegExp(`^restoreWrongRecord ${table} · .*${field}$`, 'u'))
  })

  test('because there is data here already, which stays as it is', async () => {
    const db = await filled()
    const bytes = await backupOf(db)
    const [failure] = await db.recordsOf('failures').toArray()
    await editFailure(failure?.id ?? '', { remark: '后来改的' }, localPerson('李工', 'SSM'), { why: '补记' }, db)
    const before = await tablesOf(db)
    await expect(restoredFrom(bytes, db)).rejects.toMatchObject({ problem: 'restoreNotEmpty' })
    expect(await tablesOf(db)).toEqual(before)
  })
})

test('a draft typed before the restore stays beside what is restored', async () => {
  const db = await filled()
  const other = freshDatabase()
  await saveDraft({ id: 'own', savedAt: 5, fields: { description: '先写的' }, base: {} }, other)
  await restoredFrom(await backupOf(db), other)
  expect((await other.drafts.toArray()).map(({ id }) => id)).toContain('own')
  expect(await other.recordsOf('failures').toArray()).toEqual(await db.recordsOf('failures').toArray())
})

test('the first problem after a restore has the code of the new device in its number', async () => {
  const restored = await restoredFrom(await backupOf(await filled()))
  const [failure] = await restored.recordsOf('failures').toArray()
  const problemId = await problemFromFailure(failure?.id ?? '', '漏风', localPerson('王工', 'REL'), restored)
  const device = (await restored.device.get('device'))?.id ?? ''
  expect(device).not.toBe('')
  expect((await restored.recordsOf('problems').get(problemId ?? ''))?.no).toBe(
    `P-${device.slice(0, 6).toUpperCase()}-001`,
  )
})
