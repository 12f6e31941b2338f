/** Closed failures go to the archive after a while: together, as one step of the workflow that somebody takes. */
import type { Change } from '../domain/change'
import { dayNumber, isMoment, type Moment } from '../domain/moment'
import type { CaseFile } from '../domain/workflow/caseFile'
import type { Person } from '../domain/person'
import { decide, effectOf } from '../domain/workflow/decide'
import { DEFAULT_LIMITS } from '../domain/workflow/gates'
import { commandOfStep } from '../domain/workflow/transitions'
import { commit } from './commit'
import { database, type FracasDatabase } from './database'

/** So long it stays where it can be reopened at a glance. */
export const DAYS_UNTIL_ARCHIVED = 30

/**
 * Archives those of the failures that are closed, long enough, and may be archived by this person.
 * @returns null when none of them is
 */
export async function archiveClosed(
  ids: readonly string[],
  person: Person,
  now: Moment,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const lastDay = dayNumber(now.slice(0, 10)) - DAYS_UNTIL_ARCHIVED
  return commit(
    { name: commandOfStep('archive'), person },
    async (db) => {
      const failures = (await db.recordsOf('failures').bulkGet([...ids])).flatMap((failure) =>
        failure === undefined || failure.deleted === true ? [] : [failure],
      )
      return failures.flatMap((failure) => {
        const closedAt = failure.closedAt?.slice(0, 10) ?? ''
        // The step has no gate, so nothing but the failure itself decides.
        const file: CaseFile = {
          failure,
          handlings: [],
          replacements: [],
          problem: null,
          analyses: [],
          actions: [],
          verifications: [],
          attachments: [],
        }
        const decision = decide('archive', file, person, { now, escalation: {}, limits: DEFAULT_LIMITS })
        return closedAt.length === 10 && isMoment(closedAt) && dayNumber(closedAt) <= lastDay && decision.isOpen
          ? [{ table: 'failures' as const, record: failure.id, fields: effectOf(decision, file, person, now) }]
          : []
      })
    },
    db,
  )
}
