/**
 * Records made anew from the log. What the company's server did not take stays in the log and is not said by any record, so it is
 * left out wherever the log is added up.
 */
import { mergedRecord, type Written } from '../domain/mergedRecord'
import type { LoggedChange } from '../domain/loggedChange'
import type { StoredRecord, TableName } from '../domain/records/tables'
import { writesOf } from '../domain/writesOf'
import type { FracasDatabase } from './database'
import { noteConflicts } from './noteConflicts'

/** An entry may hold a thousand imported records. */
const ENTRIES_AT_ONCE = 40

/** @param look false ends it */
export async function eachPageOfLog(
  look: (page: readonly LoggedChange[]) => Promise<boolean | void> | boolean | void,
  db: FracasDatabase,
): Promise<void> {
  for (let after = 0; ;) {
    const page = await db.changes.where('seq').above(after).limit(ENTRIES_AT_ONCE).toArray()
    const last = page.at(-1)?.seq
    if (last === undefined || (await look(page)) === false) return
    after = last
  }
}

/** Whether an entry is of a change the company's server did not take. */
export async function refusedEntries(
  db: FracasDatabase,
): Promise<(entry: Pick<LoggedChange, 'device' | 'number'>) => boolean> {
  const keys = (await db.refusedChanges.toCollection().primaryKeys()) as unknown as readonly [string, number][]
  const refused = new Set(keys.map(([device, number]) => `${device} ${number}`))
  return ({ device, number }) => refused.has(`${device} ${number}`)
}

/** Looked at before a long text is read. */
export const mayWriteTo = ({ edits, packedEdits }: LoggedChange, table: TableName): boolean =>
  edits === undefined ? (packedEdits ?? '').includes(`"table":"${table}"`) : edits.some((edit) => edit.table === table)

export type TouchedRecords = ReadonlyMap<TableName, ReadonlySet<string>>

export function recordsTouchedBy(entries: Iterable<LoggedChange>): TouchedRecords {
  const touched = new Map<TableName, Set<string>>()
  for (const entry of entries)
    for (const { edit } of writesOf(entry))
      touched.set(edit.table, (touched.get(edit.table) ?? new Set()).add(edit.record))
  return touched
}

/**
 * Writes these records as the log makes them now; one that nothing is said of any more is gone. Must run in the transaction that
 * changed what the log says.
 */
export async function rebuildRecords(touched: TouchedRecords, db: FracasDatabase): Promise<void> {
  const isRefused = await refusedEntries(db)
  const writes = new Map<string, Written[]>()
  const tables = [...touched.keys()]
  await eachPageOfLog((page) => {
    const counted = page.filter((entry) => !isRefused(entry) && tables.some((table) => mayWriteTo(entry, table)))
    for (const written of counted.flatMap(writesOf)) {
      const { table, record } = written.edit
      if (touched.get(table)?.has(record) !== true) continue
      const key = `${table}:${record}`
      const known = writes.get(key)
      if (known === undefined) writes.set(key, [written])
      else known.push(written)
    }
  }, db)
  for (const [table, ids] of touched) {
    const gone = [...ids].filter((id) => !writes.has(`${table}:${id}`))
    await db.table<object>(table).bulkDelete(gone)
    await db.conflicts.bulkDelete(gone.map((id) => `${table}:${id}`))
    const all = [...ids].filter((id) => writes.has(`${table}:${id}`))
    const stored = await db.table<StoredRecord>(table).bulkGet(all)
    const made = all.map((id, at) => {
      const record = mergedRecord(id, undefined, writes.get(`${table}:${id}`) ?? [])
      // Imports of before version 12 did not say in the log where their records stood.
      const origin = record.origin ?? stored[at]?.origin
      return origin === undefined ? record : { ...record, origin }
    })
    await db.table<object>(table).bulkPut(made)
    await noteConflicts(table, made, db)
  }
}
