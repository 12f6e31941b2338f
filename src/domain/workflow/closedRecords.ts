/**
 * What is closed was signed by somebody: it changes by being reopened, or with a reason by whoever leads the work. Where a
 * removed part goes, what a failure costs and what its old words mean goes on being said, because none of that is what
 * was signed.
 */
import type { StoredRecord } from '../records/tables'
import type { CommandName } from './commands'
import { isEmpty } from './requiredFields'
import type { Role } from './roles'

const FINISHED: ReadonlySet<string> = new Set(['CLOSED', 'ARCHIVED'])
/** Failures of a problem that say nothing about it. */
const ASIDE: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])

export const isClosedFailure = ({ state }: Pick<StoredRecord<'failures'>, 'state'>): boolean =>
  FINISHED.has(state ?? '')

/** Every failure under it is closed, and it says what was learnt; a problem made of old, closed failures does not yet. */
export function isClosedProblem(
  { lessonId, noLessonReason }: Pick<StoredRecord<'problems'>, 'lessonId' | 'noLessonReason'>,
  failures: readonly Pick<StoredRecord<'failures'>, 'state' | 'deleted'>[],
): boolean {
  const counted = failures.filter(({ state = '', deleted }) => deleted !== true && !ASIDE.has(state))
  return counted.length > 0 && counted.every(isClosedFailure) && !(isEmpty(lessonId) && isEmpty(noLessonReason))
}

/** What it takes to change something closed. */
export type WhenClosed = 'with-reason' | 'reopen-first'

const WHEN_CLOSED: Readonly<Partial<Record<CommandName, WhenClosed>>> = {
  'edit-failure': 'with-reason',
  'add-handling': 'with-reason',
  'edit-handling': 'with-reason',
  'add-replacement': 'with-reason',
  'edit-replacement': 'with-reason',
  'add-rootCauseAnalyses': 'with-reason',
  'edit-rootCauseAnalyses': 'with-reason',
  'add-correctiveActions': 'with-reason',
  'edit-correctiveActions': 'with-reason',
  'add-effectVerifications': 'with-reason',
  'edit-effectVerifications': 'with-reason',
  'edit-problem': 'with-reason',
  'add-attachment': 'with-reason',
  'remove-attachment': 'with-reason',
  'settle-conflict': 'with-reason',
  'merge-failures': 'with-reason',
  'assign-owner': 'reopen-first',
  'submit-analysis': 'reopen-first',
  'approve-analysis': 'reopen-first',
  'draw-fishbone': 'reopen-first',
  'unlink-problem': 'reopen-first',
  'sign-step': 'reopen-first',
  'call-meeting': 'reopen-first',
  'sign-meeting': 'reopen-first',
  waive: 'reopen-first',
}

/** What a command about something closed needs; undefined when it goes on as if it were open. */
export const whenClosed = (command: CommandName): WhenClosed | undefined => WHEN_CLOSED[command]

const LEADS: ReadonlySet<Role> = new Set<Role>(['SSM', 'REL', 'QAL', 'FRB'])

/** Whoever may change, with a reason, what is closed. */
export const leadsClosed = (role: Role): boolean => LEADS.has(role)
