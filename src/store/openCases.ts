/** Failures that are not closed yet with the records that leave something to do, read in bulk for lists of tasks. */
import type { OpenCase } from '../domain/workflow/tasks'
import { childRecordsOf } from './childRecords'
import { database, type FracasDatabase } from './database'

export async function openCases(ids: readonly string[], db: FracasDatabase = database): Promise<readonly OpenCase[]> {
  const failures = (await db.recordsOf('failures').bulkGet([...ids])).flatMap((failure) =>
    failure === undefined || failure.deleted === true ? [] : [failure],
  )
  const childrenOf = await childRecordsOf(failures, db)
  return failures.map((failure) => ({ failure, ...childrenOf(failure) }))
}
