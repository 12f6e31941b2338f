/**
 * Attached files given up on this device because another one has them. Only what this device attached itself can be given up, so that
 * two devices never each rely on the other; and only once a signed package or receipt of another device says that it knows the change
 * and has the file. The record stays, and a package that brings the file brings it back.
 */
import { unpackVersions, type FieldSet } from '../domain/recordVersions'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase, type PackageNote } from './database'
import { fieldsOf } from '../domain/storedFields'

/** Who had a file when it was given up here. */
export interface Holder {
  readonly device: string
  readonly person: string
  /** When its word was taken in. */
  readonly at: number
}

/** Kept in the table of what belongs to this device alone. */
interface Thinned {
  readonly key: 'thinned'
  readonly files: Readonly<Record<string, Holder>>
}

const thinnedRow = async (db: FracasDatabase): Promise<Thinned['files']> =>
  ((await db.table<Thinned>('device').get('thinned')) ?? { files: {} }).files

/** By sha-256. One that has come back is among them still. */
export const thinnedFiles = async (db: FracasDatabase = database): Promise<ReadonlyMap<string, Holder>> =>
  new Map(Object.entries(await thinnedRow(db)))

const heldHere = async (db: FracasDatabase): Promise<ReadonlySet<string>> =>
  new Set((await db.blobs.toCollection().primaryKeys()) as string[])

/** What a file is called; a record may say anything. */
const SHA256 = /^[0-9a-f]{64}$/u

/** Attached files on record that are not here, whether given up or lost. */
export async function missingFiles(db: FracasDatabase = database): Promise<readonly string[]> {
  const held = await heldHere(db)
  const missing = new Set<string>()
  await db.recordsOf('attachments').each(({ sha256 }) => {
    if (sha256 !== undefined && SHA256.test(sha256) && !held.has(sha256)) missing.add(sha256)
  })
  return [...missing].sort()
}

export interface FileToThin {
  readonly sha256: string
  readonly bytes: number
  readonly holder: Holder
}

/** What could be given up: photos and files this device attached that another device has confirmed to have. */
export async function filesToThin(db: FracasDatabase = database): Promise<readonly FileToThin[]> {
  const own = await db.device.get('device')
  if (own === undefined) return []
  const words = (await db.packages.toArray()).filter(
    ({ device, heads, lacks }) => device !== own.id && heads?.[own.id] !== undefined && lacks !== undefined,
  )
  const latest = new Map<string, PackageNote>()
  for (const word of words) if (word.at >= (latest.get(word.device)?.at ?? 0)) latest.set(word.device, word)
  if (latest.size === 0) return []
  const lacking = new Map([...latest].map(([device, { lacks = [] }]) => [device, new Set(lacks)]))
  const held = await heldHere(db)
  const templates = new Set((await db.recordsOf('reportTemplates').toArray()).flatMap(({ sha256 }) => sha256 ?? []))
  const found = new Map<string, FileToThin>()
  await db.recordsOf('attachments').each((record) => {
    const { sha256, size = 0 } = record
    if (sha256 === undefined || !held.has(sha256) || templates.has(sha256)) return
    const change = changeThatAttached(record, own.id)
    if (change === null) return
    for (const { device, person, at, heads = {} } of latest.values())
      if (change <= (heads[own.id] ?? 0) && lacking.get(device)?.has(sha256) !== true)
        found.set(sha256, { sha256, bytes: size, holder: { device, person, at } })
  })
  return [...found.values()]
}

/** The number of the change by which this device attached a file; null for a file of another device. */
function changeThatAttached(record: StoredRecord<'attachments'>, device: string): number | null {
  const states = unpackVersions(record.versions, fieldsOf(record) as unknown as FieldSet)
  const writes = states['sha256']?.values ?? []
  return writes.every((write) => write.device === device) ? (writes.at(-1)?.change ?? null) : null
}

/**
 * Gives files up. What cannot be given up any more since it was looked at stays.
 * @returns what was given up
 */
export async function thinFiles(
  wanted: ReadonlySet<string>,
  db: FracasDatabase = database,
): Promise<readonly FileToThin[]> {
  return db.transaction('rw', db.tables, async () => {
    const files = (await filesToThin(db)).filter(({ sha256 }) => wanted.has(sha256))
    const before = await thinnedRow(db)
    const more = Object.fromEntries(files.map(({ sha256, holder }) => [sha256, holder]))
    await db.table<Thinned>('device').put({ key: 'thinned', files: { ...before, ...more } })
    await db.blobs.bulkDelete(files.map(({ sha256 }) => sha256))
    return files
  })
}

/** Where a file is: here, with a device that had it when it was given up here, or nobody knows. */
export async function whereIs(sha256: string, db: FracasDatabase = database): Promise<'here' | 'gone' | Holder> {
  if ((await db.blobs.where('sha256').equals(sha256).count()) > 0) return 'here'
  return (await thinnedRow(db))[sha256] ?? 'gone'
}
