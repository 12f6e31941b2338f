/** Imports that were taken back, and which records of them still show. */
import { database, type FracasDatabase } from './database'

export interface Imported {
  readonly batchId?: string
  readonly alsoFrom?: Readonly<Record<string, unknown>>
  readonly kept?: boolean
  readonly deleted?: boolean
}

export const undoneBatchIds = async (db: FracasDatabase = database): Promise<ReadonlySet<string>> =>
  new Set(await db.importBatches.where('state').equals('undone').primaryKeys())

/** The imports that brought a record: one, or one on each device that read the same list. */
const batchesOf = ({ batchId, alsoFrom = {} }: Imported): readonly string[] =>
  batchId === undefined ? [] : [batchId, ...Object.keys(alsoFrom)]

/** Which of the imports that brought these records were taken back; only those are read. */
export async function undoneAmong(
  records: readonly Imported[],
  db: FracasDatabase = database,
): Promise<ReadonlySet<string>> {
  const brought = [...new Set(records.flatMap(batchesOf))]
  const batches = brought.length === 0 ? [] : await db.importBatches.bulkGet(brought)
  return new Set(batches.flatMap((batch) => (batch?.state === 'undone' ? [batch.id] : [])))
}

/** Whether a record counts and shows: not deleted, and not gone with every import that brought it. */
export function isLive(record: Imported, undone: ReadonlySet<string>): boolean {
  if (record.deleted === true) return false
  const batches = batchesOf(record)
  return batches.length === 0 || record.kept === true || batches.some((batch) => !undone.has(batch))
}

/**
 * Does a record that hangs on a failure show with it? An import can bring a replacement for a failure that was there
 * before; when that import is taken back the replacement goes and the failure stays. What came together stays together.
 */
export const isShownWith = (record: Imported, failure: Imported, undone: ReadonlySet<string>): boolean =>
  isLive(record, undone) || (record.deleted !== true && record.batchId === failure.batchId)
