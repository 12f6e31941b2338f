/** The records that belong to failures, read from the database: by failure, and by the problem they share. */
import { childRecordsByFailure } from '../domain/childRecords'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { undoneAmong } from './undoneBatches'
import { isShownWith } from '../domain/liveRecord'

export interface StoredChildren {
  readonly handlings: readonly StoredRecord<'handlings'>[]
  readonly replacements: readonly StoredRecord<'replacements'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
}

/** Tables whose records belong to failures; those that a problem can own as well come with it to all its failures. */
const OF_FAILURES = ['handlings', 'replacements'] as const
export const PROBLEM_TABLES = ['rootCauseAnalyses', 'correctiveActions', 'effectVerifications'] as const
type ChildTable = (typeof OF_FAILURES)[number] | (typeof PROBLEM_TABLES)[number]

/**
 * @param failures any failures; `areAllBetween` says that they are all there are from the first to the last id, which
 *                 lets a bulk read take whole stretches of the indexes
 * @returns for each of these failures what belongs to it and shows: not deleted, nor of an import that was taken back
 */
export async function childRecordsOf(
  failures: readonly StoredRecord<'failures'>[],
  db: FracasDatabase = database,
  areAllBetween = false,
): Promise<(failure: StoredRecord<'failures'>) => StoredChildren> {
  const ids = failures.map(({ id }) => id)
  const problems = [...new Set(failures.flatMap(({ problemId }) => problemId ?? []))]
  const [first, last] = [ids[0] ?? '', ids.at(-1) ?? '']
  const own = async <T extends ChildTable>(table: T): Promise<StoredRecord<T>[]> => {
    const byFailure = db.recordsOf(table).where('failureId')
    const found = areAllBetween ? byFailure.between(first, last, true, true) : byFailure.anyOf(ids)
    return (await found.toArray()) as StoredRecord<T>[]
  }
  const ownAndShared = async <T extends (typeof PROBLEM_TABLES)[number]>(table: T): Promise<StoredRecord<T>[]> =>
    problems.length === 0
      ? own(table)
      : [
          ...(await own(table)),
          ...((await db.recordsOf(table).where('problemId').anyOf(problems).toArray()) as StoredRecord<T>[]),
        ]
  const [handlings, replacements, analyses, actions, verifications] = await Promise.all([
    own('handlings'),
    own('replacements'),
    ownAndShared('rootCauseAnalyses'),
    ownAndShared('correctiveActions'),
    ownAndShared('effectVerifications'),
  ])
  const undone = await undoneAmong([...handlings, ...replacements, ...analyses, ...actions, ...verifications], db)
  return childRecordsByFailure<StoredChildren>(
    { handlings, replacements, analyses, actions, verifications },
    (record, failure) => isShownWith(record, failure, undone),
  )
}
