/**
 * Whether the records are what the log adds up to, files what their names promise, and source rows what their import noted. The
 * chain of the log says only whether the log is whole; a record changed beside it is found here.
 */
import { rowsHash } from '../domain/importBatch'
import { unpackVersions, type FieldSet } from '../domain/recordVersions'
import { TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { fieldsOf } from '../domain/storedFields'
import { mergedRecord } from '../domain/mergedRecord'
import { eachPageOfLog, mayWriteTo, refusedEntries } from './recordsOfLog'
import { sha256Of } from './sha256Of'
import { thinnedFiles } from './thinnedFiles'
import { writesOf } from '../domain/writesOf'

export type Difference =
  /** The record does not say what the log says. */
  | { readonly kind: 'altered' | 'missing' | 'beside'; readonly table: TableName; readonly id: string }
  /** An attached file is gone, or its bytes are others. */
  | { readonly kind: 'file-altered' | 'file-missing'; readonly table: TableName; readonly id: string }
  /** The source rows of an import are not those it read. */
  | { readonly kind: 'rows-altered'; readonly table: 'importBatches'; readonly id: string }

export interface RecordsVerified {
  readonly records: number
  readonly files: number
  readonly imports: number
  /** Attached files that were given up here because another device has them. */
  readonly thinned: number
  readonly differences: number
  /** Records that say what no entry of the log says: taking the log in elsewhere would lose it. */
  readonly unexplained: number
  /** The first of them. */
  readonly first: readonly Difference[]
}

/** So many are named; the others are counted. */
const NAMED = 20
const ROWS_AT_ONCE = 2000

/** @returns null when cancelled */
export async function verifyRecords(
  onProgress: (done: number, total: number) => void,
  isCancelled: () => boolean,
  db: FracasDatabase = database,
): Promise<RecordsVerified | null> {
  const found = {
    records: 0,
    files: 0,
    imports: 0,
    thinned: 0,
    differences: 0,
    unexplained: 0,
    first: [] as Difference[],
  }
  const tell = (difference: Difference): void => {
    found.differences += 1
    if (difference.kind === 'altered' || difference.kind === 'beside') found.unexplained += 1
    if (found.first.length < NAMED) found.first.push(difference)
  }
  const steps = TABLE_NAMES.length + 2
  for (const [at, table] of TABLE_NAMES.entries()) {
    onProgress(at, steps)
    const wanted = await recordsOfLog(table, isCancelled, db)
    if (wanted === null) return null
    found.records += await compare(table, wanted, tell, db)
  }
  onProgress(TABLE_NAMES.length, steps)
  const { files, thinned } = await compareFiles(tell, isCancelled, db)
  Object.assign(found, { files, thinned })
  onProgress(TABLE_NAMES.length + 1, steps)
  found.imports = await compareRows(tell, isCancelled, db)
  onProgress(steps, steps)
  return isCancelled() ? null : found
}

/** The records of a table as the log alone makes them; one table at a time, so that not all are in memory at once. */
async function recordsOfLog(
  table: TableName,
  isCancelled: () => boolean,
  db: FracasDatabase,
): Promise<ReadonlyMap<string, StoredRecord> | null> {
  const records = new Map<string, StoredRecord>()
  const isRefused = await refusedEntries(db)
  let wasCancelled = false
  await eachPageOfLog((page) => {
    wasCancelled = isCancelled()
    for (const entry of page)
      if (mayWriteTo(entry, table) && !isRefused(entry))
        for (const written of writesOf(entry)) {
          const { edit } = written
          if (edit.table === table)
            records.set(edit.record, mergedRecord(edit.record, records.get(edit.record), [written]))
        }
    return !wasCancelled
  }, db)
  return wasCancelled ? null : records
}

async function compare(
  table: TableName,
  wanted: ReadonlyMap<string, StoredRecord>,
  tell: (difference: Difference) => void,
  db: FracasDatabase,
): Promise<number> {
  const seen = new Set<string>()
  for (let after = ''; ;) {
    const page = await db.table<StoredRecord>(table).where('id').above(after).limit(ROWS_AT_ONCE).toArray()
    const last = page.at(-1)
    if (last === undefined) break
    for (const record of page) {
      seen.add(record.id)
      const made = wanted.get(record.id)
      if (made === undefined) tell({ kind: 'beside', table, id: record.id })
      else if (saying(made) !== saying(record)) tell({ kind: 'altered', table, id: record.id })
    }
    after = last.id
  }
  for (const id of wanted.keys()) if (!seen.has(id)) tell({ kind: 'missing', table, id })
  return seen.size
}

/** What a record says and who said it. Where it stood in a file is left out: older logs did not say. */
function saying(record: StoredRecord): string {
  const fields = fieldsOf(record) as unknown as FieldSet
  const states = Object.entries(unpackVersions(record.versions, fields)).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    states.map(([field, { seen, values }]) => [field, Object.entries(seen).sort(), values]),
    record.batchId ?? null,
    record.awaits ?? null,
  ])
}

const FILED: readonly TableName[] = ['attachments', 'reportTemplates']

async function compareFiles(
  tell: (difference: Difference) => void,
  isCancelled: () => boolean,
  db: FracasDatabase,
): Promise<{ readonly files: number; readonly thinned: number }> {
  let [files, thinned] = [0, 0]
  const away = await thinnedFiles(db)
  for (const table of FILED)
    for (const record of await db.table<StoredRecord & { readonly sha256?: string }>(table).toArray()) {
      if (isCancelled()) return { files, thinned }
      if (record.sha256 === undefined || record.deleted === true) continue
      files += 1
      const blob = await db.blobs.get(record.sha256)
      if (blob === undefined && away.has(record.sha256)) thinned += 1
      else if (blob === undefined) tell({ kind: 'file-missing', table, id: record.id })
      else if ((await sha256Of(blob.bytes)) !== record.sha256) tell({ kind: 'file-altered', table, id: record.id })
    }
  return { files, thinned }
}

/** Imports of before version 12 noted no hash of their rows. */
async function compareRows(
  tell: (difference: Difference) => void,
  isCancelled: () => boolean,
  db: FracasDatabase,
): Promise<number> {
  let imports = 0
  for (const { id, rowsSha256 } of await db.importBatches.toArray()) {
    if (isCancelled()) return imports
    if (rowsSha256 === undefined) continue
    imports += 1
    const rows = await db.importedRows.where(':id').between([id, -1, -1], [id, Infinity, Infinity]).toArray()
    if (rowsHash(rows) !== rowsSha256) tell({ kind: 'rows-altered', table: 'importBatches', id })
  }
  return imports
}
