import { localPerson } from '../../../src/domain/person'
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { FracasDatabase } from '../../../src/store/database'
import type { LoggedChange } from '../../../src/domain/loggedChange'
import { editFailure } from '../../../src/store/failures'
import { commitImport } from '../../../src/store/imports'
import { verifyLog } from '../../../src/store/operationLog'
import { stored } from '../../support/aCaseFile'
import { backupOf, restoredFrom } from '../../support/backups'
import { freshDatabase } from '../../support/freshDatabase'
import { receive } from '../../support/receive'

const verified = async (db: FracasDatabase, noted = '') =>
  verifyLog(
    () => undefined,
    () => false,
    noted,
    db,
  )
const brokenAt = async (db: FracasDatabase) => {
  const broken = (await verified(db))?.broken
  return broken === null || broken === undefined ? null : [broken.kind, broken.entry.seq]
}

let db: FracasDatabase
beforeEach(async () => {
  db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1' }))
  for (let edit = 1; edit <= 6; edit += 1)
    await editFailure('f1', { delayMin: edit }, localPerson('王工', 'SSM'), { why: '更正' }, db)
})

/** Seq of the entry that was meddled with. */
const ENTRY = 3
const entryAt = async (seq: number): Promise<LoggedChange> => {
  const entry = await db.changes.get(seq)
  if (entry === undefined) throw new Error('gone')
  return entry
}

describe('verifying the log', () => {
  test('finds an untouched log intact, also after it came back from a backup file', async () => {
    expect((await verified(db))?.broken).toBe(null)
    const other = await restoredFrom(await backupOf(db))
    expect(await verified(other)).toMatchObject({ walked: 6, broken: null })
  })

  test('names exactly the entry whose content was changed by hand', async () => {
    const entry = await entryAt(ENTRY)
    await db.changes.put({ ...entry, edits: entry.edits?.map((edit) => ({ ...edit, set: { delayMin: 1000 } })) ?? [] })
    expect(await brokenAt(db)).toEqual(['altered', ENTRY])
  })

  test.each([
    ['who', { actor: '张三' }],
    ['in which role', { role: 'QAL' }],
    ['when', { at: 1 }],
    ['why', { why: '编的' }],
  ] as const)('sees that %s was changed', async (_what, change) => {
    await db.changes.put({ ...(await entryAt(ENTRY)), ...change })
    expect(await brokenAt(db)).toEqual(['altered', ENTRY])
  })

  test('names the entry after one that was removed, and the last one where the end was cut off', async () => {
    await db.changes.delete(ENTRY)
    expect(await brokenAt(db)).toEqual(['out-of-line', ENTRY + 1])
    const cut = freshDatabase()
    await cut.recordsOf('failures').put(stored<'failures'>({ id: 'f1' }))
    for (let edit = 1; edit <= 4; edit += 1)
      await editFailure('f1', { delayMin: edit }, localPerson('王工', 'SSM'), { why: '更正' }, cut)
    await cut.changes.delete(4)
    expect(await brokenAt(cut)).toEqual(['end-missing', 3])
  })

  test('names an entry that was slipped in', async () => {
    const { seq: _seq, prev: _prev, hash: _hash, ...rest } = await entryAt(ENTRY)
    await db.changes.add({ ...rest, id: 'x' })
    expect(await brokenAt(db)).toEqual(['unchained', 7])
  })

  test('a hash noted elsewhere shows that everything was made anew', async () => {
    const noted = (await entryAt(ENTRY)).hash ?? ''
    expect((await verified(db, noted))?.notedAt).toBe((await entryAt(ENTRY)).at)
    expect((await verified(db, '0'.repeat(64)))?.notedAt).toBe(null)
  })
})

test('two tabs that write at the same time continue one chain', async () => {
  const other = new FracasDatabase(db.name)
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      editFailure('f1', { delayMin: 100 + at }, localPerson('王工', 'SSM'), { why: '更正' }, at % 2 === 0 ? db : other),
    ),
  )
  expect(await verified(db)).toMatchObject({ walked: 26, broken: null })
  other.close()
})

test('imports and changes received from another device are chained here', async () => {
  const other = freshDatabase()
  await commitImport(
    {
      records: { failures: [{ id: 'i1', description: '漏风', versions: '' }] },
      rows: [],
      files: [],
      sheets: [],
      skipped: {},
    } as never,
    { person: localPerson('王工', 'QAL') },
    other,
  )
  for (const { seq: _seq, ...change } of await db.changes.toArray()) await receive(change as never, other)
  expect(await verified(other)).toMatchObject({ walked: 8, broken: null })
  // After the entry that describes the import.
  const imported = await other.changes.get(2)
  await other.changes.put({ ...imported, packedEdits: imported?.packedEdits?.replace('漏风', '抱闸') } as never)
  expect(await brokenAt(other)).toEqual(['altered', 2])
})

test('a log from before there was a chain says so, and its last entry cannot be changed unseen from then on', async () => {
  const old = JSON.parse(readFileSync('fixtures/databases/v2.json', 'utf8')) as {
    readonly tables: { readonly changes: readonly LoggedChange[] }
  }
  const db = freshDatabase()
  await db.recordsOf('failures').put(stored<'failures'>({ id: 'f1' }))
  await db.changes.bulkAdd([...old.tables.changes])
  expect(await verified(db)).toMatchObject({ since: null, broken: null })
  await editFailure('f1', { delayMin: 5 }, localPerson('王工', 'SSM'), { why: '更正' }, db)
  expect(await verified(db)).toMatchObject({
    walked: old.tables.changes.length + 1,
    unchained: old.tables.changes.length,
    broken: null,
  })
  const last = old.tables.changes.at(-1)
  await db.changes.put({ ...last, actor: '张三' } as never)
  expect((await brokenAt(db))?.[0]).toBe('out-of-line')
})
