/** Imports that were taken back, and which records of them still show. */
import { database, type FracasDatabase } from './database'

export interface Imported {
  readonly batchId?: string
  readonly kept?: boolean
  readonly deleted?: boolean
}

export const undoneBatchIds = async (db: FracasDatabase = database): Promise<ReadonlySet<string>> =>
  new Set(await db.importBatches.where('state').equals('undone').primaryKeys())

/** Which of the imports that brought these records were taken back; only those are read. */
export async function undoneAmong(
  records: readonly Imported[],
  db: FracasDatabase = database,
): Promise<ReadonlySet<string>> {
  const brought = [...new Set(records.flatMap(({ batchId }) => batchId ?? []))]
  const batches = brought.length === 0 ? [] : await db.importBatches.bulkGet(brought)
  return new Set(batches.flatMap((batch) => (batch?.state === 'undone' ? [batch.id] : [])))
}

/**
 * Does a record that hangs on a failure show with it? An import can bring a replacement for a failure that was there
 * before; when that import is taken back the replacement goes and the failure stays. What came together stays together.
 */
export const isShownWith = (record: Imported, failure: Imported, undone: ReadonlySet<string>): boolean =>
  record.deleted !== true &&
  (record.batchId === undefined ||
    record.kept === true ||
    record.batchId === failure.batchId ||
    !undone.has(record.batchId))
