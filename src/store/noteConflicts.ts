import type { StoredRecord, TableName } from '../domain/records/tables'
import type { FracasDatabase } from './database'
import { disputedFields } from '../domain/mergedRecord'

/** Writes down on which of these records devices disagree now; must run in the transaction that stores them. */
export async function noteConflicts(
  table: TableName,
  records: readonly StoredRecord[],
  db: FracasDatabase,
): Promise<void> {
  const found = records.map((record) => ({ key: `${table}:${record.id}`, fields: disputedFields(table, record) }))
  const disputed = found.filter(({ fields }) => fields.length > 0)
  if (disputed.length > 0) await db.conflicts.bulkPut(disputed)
  if ((await db.conflicts.count()) === disputed.length) return
  await db.conflicts.bulkDelete(found.flatMap(({ key, fields }) => (fields.length === 0 ? [key] : [])))
}
