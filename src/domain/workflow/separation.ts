/** Separation of duties: nobody closes, approves or verifies what they did themselves. One rule for screens, steps and commands. */
import type { Person } from '../person'
import type { StoredRecord } from '../records/tables'
import type { CommandName } from './commands'

/** The records a separation of duties looks at, as they are before the command. */
export interface Duties {
  readonly failures?: readonly Pick<StoredRecord<'failures'>, 'reporter'>[]
  /** Analyses and actions in force. */
  readonly analyses?: readonly Pick<StoredRecord<'rootCauseAnalyses'>, 'author'>[]
  readonly actions?: readonly Pick<StoredRecord<'correctiveActions'>, 'owner'>[]
}

export type SeparationRefusal = 'reporter-may-not-close' | 'author-may-not-approve' | 'owner-may-not-verify'

/** What a person may not do because of what they did before; null when nothing stands against it. */
export function separationRefusal(
  command: CommandName,
  { name }: Pick<Person, 'name'>,
  { failures = [], analyses = [], actions = [] }: Duties,
): SeparationRefusal | null {
  switch (command) {
    case 'step-close':
      return failures.some(({ reporter }) => reporter === name) ? 'reporter-may-not-close' : null
    case 'step-approveAnalysis':
    case 'approve-analysis':
      return analyses.some(({ author }) => author === name) ? 'author-may-not-approve' : null
    case 'step-effective':
      return actions.some(({ owner }) => owner === name) ? 'owner-may-not-verify' : null
    default:
      return null
  }
}
