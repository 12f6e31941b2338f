/** Reviews: notes kept with each failure or problem, and what was decided on a day. */
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import { reviewNotesOf, withNote, type ReviewNote } from '../domain/workflow/reviewNotes'
import { isWorkflowStep } from '../domain/workflow/transitions'
import type { StoredRecord } from '../domain/records/tables'
import { commit, presentRecord } from './commit'
import { database, type FracasDatabase } from './database'

export async function saveReviewNote(
  table: 'failures' | 'problems',
  id: string,
  said: Omit<ReviewNote, 'by'>,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'review-note', person },
    async (db) => {
      const record = await presentRecord<'failures' | 'problems'>('review-note', table, id, db)
      return [
        { table, record: id, fields: { reviewNotes: withNote(reviewNotesOf(record), { ...said, by: person.name }) } },
      ]
    },
    db,
  )
}

export interface Reviewed {
  readonly failure: StoredRecord<'failures'>
  /** Commands of the steps and waivers since the given time, in order. */
  readonly steps: readonly string[]
}

/** @param since milliseconds since 1970: the beginning of the day of the review */
export async function reviewed(
  ids: readonly string[],
  since: number,
  db: FracasDatabase = database,
): Promise<readonly Reviewed[]> {
  const failures = (await db.recordsOf('failures').bulkGet([...ids])).flatMap((failure) =>
    failure === undefined || failure.deleted === true ? [] : [failure],
  )
  return Promise.all(
    failures.map(async (failure) => ({
      failure,
      steps: (await db.changes.where('records').equals(`failures:${failure.id}`).toArray())
        .filter(({ command, at }) => at >= since && isWorkflowStep(command))
        .sort((a, b) => a.at - b.at)
        .map(({ command }) => command),
    })),
  )
}
