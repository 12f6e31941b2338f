/** Closes a minor failure in one sitting: its judgement, its handling and every step open to the person, or nothing of it. */
import { CommandRefused } from '../domain/commandTrouble'
import type { Moment } from '../domain/moment'
import type { Person } from '../domain/person'
import type { Failure } from '../domain/records/failure'
import type { Handling } from '../domain/records/handling'
import type { FailureState } from '../domain/workflow/transitions'
import { caseFileOf, takeStep } from './caseFiles'
import { announce } from './changeFeed'
import { presentRecord } from './commit'
import { database, type FracasDatabase } from './database'
import { editFailure, saveHandling } from './failures'

export interface OneGo {
  readonly failure: Partial<Failure>
  /** null: it was recorded before. */
  readonly handling: Handling | null
}

const STEPS = ['accept', 'finishLight', 'close'] as const

/**
 * @returns the state it is in afterwards: closed, or waiting for somebody else to close it
 * @throws CommandRefused when the person may not, or something is missing before the closing review
 */
export async function closeInOneGo(
  failureId: string,
  { failure, handling }: OneGo,
  person: Person,
  now: Moment,
  db: FracasDatabase = database,
): Promise<FailureState> {
  const state = await db.transaction('rw', db.tables, async () => {
    await presentRecord('edit-failure', 'failures', failureId, db)
    await editFailure(failureId, failure, person, {}, db)
    if (handling !== null) await saveHandling(failureId, null, handling, person, {}, db)
    for (const step of STEPS) {
      const at = (await caseFileOf(failureId, db))?.failure.state
      if (step === 'accept' && at !== 'SUBMITTED') continue
      const taken = await takeStep(failureId, step, person, now, {}, db)
      if (taken.ok || step === 'close') continue
      const isRole = taken.decision?.refusals.includes('role') === true
      const reason = isRole
        ? { code: 'role' as const, roles: taken.decision?.transition.roles ?? [] }
        : { code: 'incomplete' as const }
      throw new CommandRefused([reason], `step-${step}`)
    }
    return (await caseFileOf(failureId, db))?.failure.state as FailureState
  })
  announce()
  return state
}
