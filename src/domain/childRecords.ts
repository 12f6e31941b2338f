/**
 * Which records belong to a failure: those that name it, and those that name the problem it is part of, because a
 * problem is analysed, corrected and verified once for all its failures. Pages, tables, figures and exports all ask here.
 */
import { groupedBy } from './groupedBy'
import type { RecordOfTable, Stored } from './records/tables'

type Kept<T extends keyof RecordOfTable> = RecordOfTable[T] & Omit<Stored, 'versions'>

/** Child records of one failure, or all of many failures that are to be shared out. */
export interface ChildRecords {
  readonly handlings: readonly Kept<'handlings'>[]
  readonly replacements: readonly Kept<'replacements'>[]
  readonly analyses: readonly Kept<'rootCauseAnalyses'>[]
  readonly actions: readonly Kept<'correctiveActions'>[]
  readonly verifications: readonly Kept<'effectVerifications'>[]
}

type Child = Omit<Stored, 'versions'> & { readonly failureId?: string; readonly problemId?: string }
type Parent = Omit<Stored, 'versions'> & { readonly problemId?: string }

/** Most failures have nothing of most kinds. */
const NONE: readonly Child[] = []

const byOwner = (records: readonly Child[], owner: 'failureId' | 'problemId'): ReadonlyMap<string, readonly Child[]> =>
  groupedBy(
    records.filter((record) => record[owner] !== undefined),
    (record) => record[owner] ?? '',
  )

/**
 * Shares records out among failures. Ids rise with time, so that every list is in the order it came about.
 * @param records of many failures and problems, in any order; one record may stand there twice
 * @param isShown whether a record that is not deleted shows with a failure; all do unless told otherwise
 */
export function childRecordsByFailure<R extends ChildRecords>(
  records: R,
  isShown: (record: Child, failure: Parent) => boolean = () => true,
): (failure: Parent) => Pick<R, keyof ChildRecords> {
  const listOf = (kind: keyof ChildRecords, isShared: boolean): ((failure: Parent) => readonly Child[]) => {
    const byFailure = byOwner(records[kind], 'failureId')
    const byProblem = isShared ? byOwner(records[kind], 'problemId') : new Map<string, readonly Child[]>()
    return (failure) => {
      const own = byFailure.get(failure.id) ?? NONE
      const shared = failure.problemId === undefined ? undefined : byProblem.get(failure.problemId)
      const all = shared === undefined ? own : [...own, ...shared]
      if (all.length === 0) return NONE
      const shown = all.filter((record) => record.deleted !== true && isShown(record, failure))
      return shown.length < 2
        ? shown
        : [...new Map(shown.map((record) => [record.id, record])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    }
  }
  const [handlings, replacements, analyses, actions, verifications] = [
    // What was done on site was done for one failure, whatever else a record may name.
    listOf('handlings', false),
    listOf('replacements', false),
    listOf('analyses', true),
    listOf('actions', true),
    listOf('verifications', true),
  ]
  return (failure) =>
    ({
      handlings: handlings(failure),
      replacements: replacements(failure),
      analyses: analyses(failure),
      actions: actions(failure),
      verifications: verifications(failure),
    }) as Pick<R, keyof ChildRecords>
}
