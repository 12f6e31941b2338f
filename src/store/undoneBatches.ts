/** Imports that were taken back. */
import type { Imported } from '../domain/liveRecord'
import { undoneAmong as undoneAmongRead } from '../domain/undoneAmong'
import { database, type FracasDatabase } from './database'
import { readerOf } from './readerOf'

export const undoneBatchIds = async (db: FracasDatabase = database): Promise<ReadonlySet<string>> =>
  new Set(await db.importBatches.where('state').equals('undone').primaryKeys())

/** Which of the imports that brought these records were taken back. */
export const undoneAmong = (
  records: readonly Imported[],
  db: FracasDatabase = database,
): Promise<ReadonlySet<string>> => undoneAmongRead(records, readerOf(db))
