/** Imports that were taken back. */
import { batchesOf, type Imported } from '../domain/liveRecord'
import { database, type FracasDatabase } from './database'

export const undoneBatchIds = async (db: FracasDatabase = database): Promise<ReadonlySet<string>> =>
  new Set(await db.importBatches.where('state').equals('undone').primaryKeys())

/** Which of the imports that brought these records were taken back; only those are read. */
export async function undoneAmong(
  records: readonly Imported[],
  db: FracasDatabase = database,
): Promise<ReadonlySet<string>> {
  const brought = [...new Set(records.flatMap(batchesOf))]
  const batches = brought.length === 0 ? [] : await db.importBatches.bulkGet(brought)
  return new Set(batches.flatMap((batch) => (batch?.state === 'undone' ? [batch.id] : [])))
}
