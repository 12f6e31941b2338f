/** Failures by their ids, read together; apart from the commands, which the engine does not need to read. */
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'

/** The failures of these ids that are there, in that order. */
export const failuresWith = async (
  ids: readonly string[],
  db: FracasDatabase = database,
): Promise<readonly StoredRecord<'failures'>[]> =>
  (await db.recordsOf('failures').bulkGet([...ids])).filter((failure) => failure !== undefined)
