/**
 * Everything the database holds, out and in. Out, it is read page by page beside the work that goes on, and what was changed meanwhile
 * is read again at the end; in, it goes into an empty database, in one transaction.
 */
import { isOneOf } from '../domain/closedSet'
import { storableValue } from '../domain/storableText'
import { ALL_IN_LOG_SINCE, bringIntoLog } from './bringIntoLog'
import { ENTRIES_SINCE, listsToEntries } from './listsToEntries'
import { announce } from './changeFeed'
import { database, RECORD_TABLES, type FracasDatabase, type LoggedChange } from './database'
import { lastSeq } from './snapshots'

/** Caches and what belongs to this device alone stay out of a backup; attached files go into it as files. */
const NOT_BACKED_UP: readonly string[] = ['snapshots', 'device', 'blobs', 'packages', 'deviceKeys']
/** Tables of which every change stands in the log; the others are small, and are read whole at the end. */
const LOGGED: readonly string[] = [...RECORD_TABLES, 'importedRows', 'changes']

/** Bytes a page should come to. A single row may be larger. */
const PAGE_BYTES = 1_000_000
const FIRST_READ = 20
const MOST_ROWS = 2_000
/** An import stored meanwhile makes its tables be read again; so many times. */
const MOST_PASSES = 4

export interface BackupTaker {
  /** @returns bytes the rows came to, by which the size of the next page is chosen */
  readonly rows: (table: string, rows: readonly unknown[]) => Promise<number>
  readonly file: (sha256: string, bytes: ArrayBuffer) => Promise<unknown>
}

export interface BackedUp {
  /** Rows per table at the moment the backup stands for. */
  readonly counts: Readonly<Record<string, number>>
  /** Id of this device; absent before its first change. */
  readonly device?: string
}

export const backedUpTables = (db: FracasDatabase = database): readonly string[] =>
  db.tables.map(({ name }) => name).filter((name) => !NOT_BACKED_UP.includes(name))

/**
 * Hands everything to `take`, as it is at one moment: the moment this answers. Rows that come twice stand as they came last.
 * @returns null when imports kept being stored meanwhile
 */
export async function readEverything(
  take: BackupTaker,
  onProgress: (done: number, total: number) => void,
  db: FracasDatabase = database,
): Promise<BackedUp | null> {
  const progress = await countedProgress(db, onProgress)
  const files = new Set<string>()
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const from = await lastSeq(db)
    for (const table of LOGGED) await readTable(table, take, progress, db)
    await readFiles(files, take, progress, db)
    const rest = await readRest(from, db)
    if (rest === null) continue
    for (const [table, rows] of rest.rows) if (rows.length > 0) await take.rows(table, rows)
    // A change read with the rest may have attached a file since the files were read.
    await readFiles(files, take, progress, db)
    return rest.about
  }
  return null
}

async function countedProgress(
  db: FracasDatabase,
  onProgress: (done: number, total: number) => void,
): Promise<(more: number) => void> {
  const counts = await Promise.all([...LOGGED, 'blobs'].map((table) => db.table(table).count()))
  const total = counts.reduce((sum, count) => sum + count, 0)
  let done = 0
  return (more) => {
    done += more
    onProgress(Math.min(done, total), total)
  }
}

async function readTable(
  name: string,
  take: BackupTaker,
  progress: (more: number) => void,
  db: FracasDatabase,
): Promise<void> {
  const table = db.table<unknown, unknown>(name)
  const keyOf = table.schema.primKey.keyPath
  let size = FIRST_READ
  let after: unknown = null
  for (;;) {
    const page =
      after === null ? await table.limit(size).toArray() : await table.where(':id').above(after).limit(size).toArray()
    const last = page.at(-1)
    if (last === undefined) return
    const bytes = await take.rows(name, page)
    progress(page.length)
    after = keyIn(last, keyOf)
    size = Math.max(1, Math.min(MOST_ROWS, Math.floor((page.length * PAGE_BYTES) / Math.max(1, bytes))))
  }
}

const keyIn = (row: unknown, path: string | string[] | null | undefined): unknown => {
  const fields = row as Readonly<Record<string, unknown>>
  return Array.isArray(path) ? path.map((part) => fields[part]) : fields[path ?? '']
}

async function readFiles(
  taken: Set<string>,
  take: BackupTaker,
  progress: (more: number) => void,
  db: FracasDatabase,
): Promise<void> {
  for (const key of (await db.blobs.toCollection().primaryKeys()) as string[]) {
    if (taken.has(key)) continue
    const blob = await db.blobs.get(key)
    if (blob === undefined) continue
    await take.file(key, blob.bytes)
    taken.add(key)
    progress(1)
  }
}

interface Rest {
  readonly rows: readonly (readonly [table: string, rows: readonly unknown[]])[]
  readonly about: BackedUp
}

/** In one transaction: what the log has gained since `from`, the records it touched, the small tables, and how many rows there are. */
const readRest = (from: number, db: FracasDatabase): Promise<Rest | null> =>
  db.transaction('r', db.tables, async () => {
    const gained = await db.changes.where('seq').above(from).toArray()
    if (!gained.every(namesItsRecords)) return null
    const small = backedUpTables(db).filter((table) => !LOGGED.includes(table))
    const rows: (readonly [string, readonly unknown[]])[] = [['changes', gained]]
    for (const [table, ids] of touched(gained)) {
      const records = await db.table(table).bulkGet([...ids])
      rows.push([table, records.filter((record) => record !== undefined)])
    }
    for (const table of small) rows.push([table, await db.table(table).toArray()])
    const counts = await Promise.all(
      backedUpTables(db).map(async (table) => [table, await db.table(table).count()] as const),
    )
    const device = (await db.device.get('device'))?.id
    return { rows, about: { counts: Object.fromEntries(counts), ...(device === undefined ? {} : { device }) } }
  })

/** An import and its undo write records that their entries do not name one by one. */
const namesItsRecords = ({ edits, batchId }: LoggedChange): boolean => edits !== undefined && batchId === undefined

function touched(changes: readonly LoggedChange[]): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>()
  for (const { edits = [] } of changes)
    for (const { table, record } of edits) ids.set(table, (ids.get(table) ?? new Set()).add(record))
  return ids
}

export async function isEmpty(db: FracasDatabase = database): Promise<boolean> {
  return (await db.changes.count()) === 0
}

export type PartToRestore =
  { readonly table: string; readonly rows: readonly unknown[] } | { readonly blob: string; readonly bytes: ArrayBuffer }

/** Why a restore stored nothing although every row was right by itself. */
export class RestoreFailed extends Error {
  override name = 'RestoreFailed'

  constructor(readonly why: 'not-empty' | 'counts-differ') {
    super(`the database is ${why === 'not-empty' ? 'not empty' : 'not what the file promised'}`)
  }
}

/**
 * Stores everything, or nothing.
 * @param parts are asked for one after another and must answer at once, because a transaction that waits ends
 * @param counts rows every table must hold in the end; a table that held something before is left out
 * @param from version of the database the parts come from; their rows are of today's shape already
 * @returns rows stored, each counted once where `counts` says how many there are, and how many lost characters no text may hold
 * @throws RestoreFailed when there is data already, or a table does not hold what was promised
 */
export async function restoreEverything(
  parts: Iterable<PartToRestore>,
  counts: Readonly<Record<string, number>> | undefined,
  from: number,
  onProgress: (parts: number) => void = () => undefined,
  db: FracasDatabase = database,
): Promise<Restored> {
  let [rows, cleaned] = [0, 0]
  await db.transaction('rw', db.tables, async () => {
    if (!(await isEmpty(db))) throw new RestoreFailed('not-empty')
    const held = new Set<string>()
    for (const table of backedUpTables(db)) if ((await db.table(table).count()) > 0) held.add(table)
    await db.snapshots.clear()
    let done = 0
    for (const part of parts) {
      if ('blob' in part) await db.blobs.put({ sha256: part.blob, bytes: part.bytes })
      else if (!NOT_BACKED_UP.includes(part.table)) {
        const clean = storableRows(part)
        await db.table(part.table).bulkPut(clean as object[])
        rows += part.rows.length
        cleaned += clean.filter((row, at) => row !== part.rows[at]).length
      }
      onProgress((done += 1))
    }
    for (const [table, count] of Object.entries(counts ?? {}))
      if (!held.has(table) && (await db.table(table).count()) !== count) throw new RestoreFailed('counts-differ')
    if (from < ALL_IN_LOG_SINCE) await bringIntoLog((table) => db.table(table))
    if (from < ENTRIES_SINCE) await listsToEntries((table) => db.table(table))
  })
  announce()
  return { rows: counts === undefined ? rows : Object.values(counts).reduce((sum, count) => sum + count, 0), cleaned }
}

export interface Restored {
  readonly rows: number
  readonly cleaned: number
}

/** Files of older versions may hold characters that no text is stored with any more. The log stays as it was chained. */
const storableRows = ({
  table,
  rows,
}: {
  readonly table: string
  readonly rows: readonly unknown[]
}): readonly unknown[] => (isOneOf(RECORD_TABLES, table) ? rows.map(storableValue) : rows)
