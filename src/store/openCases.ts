/** Failures that are not closed yet with the records that leave something to do, read in bulk for lists of tasks. */
import type { OpenCase } from '../domain/workflow/tasks'
import { database, type FracasDatabase } from './database'
import { isShownWith, undoneAmong, type Imported } from './undoneBatches'

export async function openCases(ids: readonly string[], db: FracasDatabase = database): Promise<readonly OpenCase[]> {
  const failures = (await db.recordsOf('failures').bulkGet([...ids])).flatMap((failure) =>
    failure === undefined || failure.deleted === true ? [] : [failure],
  )
  const known = failures.map(({ id }) => id)
  const [handlings, analyses, actions] = await Promise.all([
    db.recordsOf('handlings').where('failureId').anyOf(known).toArray(),
    db.recordsOf('rootCauseAnalyses').where('failureId').anyOf(known).toArray(),
    db.recordsOf('correctiveActions').where('failureId').anyOf(known).toArray(),
  ])
  const undone = await undoneAmong([...handlings, ...analyses, ...actions], db)
  const grouped = <R extends Imported & { readonly id: string; readonly failureId?: string }>(
    records: readonly R[],
  ): ReadonlyMap<string, R[]> => {
    const groups = new Map<string, R[]>()
    for (const record of records.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      groups.set(record.failureId ?? '', [...(groups.get(record.failureId ?? '') ?? []), record])
    return groups
  }
  const [handlingsOf, analysesOf, actionsOf] = [grouped(handlings), grouped(analyses), grouped(actions)]
  return failures.map((failure) => {
    const shown = <R extends Imported>(records: readonly R[] | undefined): R[] =>
      (records ?? []).filter((record) => isShownWith(record, failure, undone))
    return {
      failure,
      handlings: shown(handlingsOf.get(failure.id)),
      analyses: shown(analysesOf.get(failure.id)),
      actions: shown(actionsOf.get(failure.id)),
    }
  })
}
