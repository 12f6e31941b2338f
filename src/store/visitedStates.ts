/** The states a failure has really been in: those a change on this device or another put it in, and the one it is in now. */
import { database, type FracasDatabase } from './database'

/** A failure that came out of an old workbook has been in its present state only, whatever lies before that on the way. */
export async function visitedStates(failureId: string, db: FracasDatabase = database): Promise<ReadonlySet<string>> {
  const changes = await db.changes.where('records').equals(`failures:${failureId}`).toArray()
  const set = changes.flatMap(({ edits = [] }) =>
    edits.filter(({ record }) => record === failureId).map((edit) => edit.set['state']),
  )
  const before = changes.flatMap(({ edits = [] }) =>
    edits.filter(({ record }) => record === failureId).map((edit) => edit.was?.['state']),
  )
  const now = (await db.recordsOf('failures').get(failureId))?.state
  return new Set([...set, ...before, now].filter((state) => typeof state === 'string'))
}
