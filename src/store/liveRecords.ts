/** All records of one kind that count: not deleted, and not brought by an import that was taken back. */
import type { StoredRecord, TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { undoneBatchIds } from './undoneBatches'
import { isShownWith, type Imported } from '../domain/liveRecord'

export async function liveRecords<T extends TableName>(
  table: T,
  db: FracasDatabase = database,
): Promise<readonly StoredRecord<T>[]> {
  const [all, undone] = await Promise.all([db.recordsOf(table).toArray(), undoneBatchIds(db)])
  return (all as readonly (StoredRecord<T> & Imported)[]).filter((record) => isShownWith(record, {}, undone))
}
