/**
 * Everything lasting a store holds, in one order and one form: two stores that know the same say the same here, whichever way
 * they came to know it. What belongs to one device (drafts, caches, the order in which changes arrived) is not in it.
 */
import { unpackVersions, type FieldSet } from '../domain/recordVersions'
import { TABLE_NAMES, type StoredRecord } from '../domain/records/tables'
import { rowsHash } from '../domain/importBatch'
import { groupedBy } from '../domain/groupedBy'
import { database, type FracasDatabase } from './database'
import { fieldsOf } from '../domain/storedFields'
import type { LoggedChange } from '../domain/loggedChange'

export interface CanonicalDump {
  /** Per table its records by id, each with its values and with who wrote which of them. */
  readonly records: Readonly<Record<string, readonly unknown[]>>
  /** Every entry of the log by device, number and id, without its place in this log. */
  readonly changes: readonly unknown[]
  /** One hash per import over its source rows. */
  readonly rows: Readonly<Record<string, string>>
  /** SHA-256 of every attached file. */
  readonly blobs: readonly string[]
}

export async function canonicalDump(db: FracasDatabase = database): Promise<CanonicalDump> {
  const records: Record<string, readonly unknown[]> = {}
  for (const table of TABLE_NAMES) {
    const rows = (await db.table<StoredRecord>(table).toArray()).sort(byId)
    if (rows.length > 0) records[table] = rows.map(canonicalRecord)
  }
  const changes = (await db.changes.toArray()).sort(byAuthor).map(canonicalEntry)
  const rows = groupedBy(await db.importedRows.toArray(), ({ batchId }) => batchId)
  return {
    records,
    changes,
    rows: Object.fromEntries([...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, all]) => [id, rowsHash(all)])),
    blobs: ((await db.blobs.toCollection().primaryKeys()) as string[]).sort(),
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

const byAuthor = (a: LoggedChange, b: LoggedChange): number =>
  a.device !== b.device ? (a.device < b.device ? -1 : 1) : a.number - b.number || byId(a, b)

function canonicalRecord(record: StoredRecord): unknown {
  const states = unpackVersions(record.versions, fieldsOf(record) as unknown as FieldSet)
  return inOrder({ ...record, versions: states })
}

const canonicalEntry = ({ seq: _s, prev: _p, hash: _h, authorHash: _a, ...entry }: LoggedChange): unknown =>
  inOrder(entry)

/** The same value with the keys of every object in one order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]),
  )
}
