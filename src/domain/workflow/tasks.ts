/**
 * What somebody has to do, read from the failures themselves: a task arises from a state, a date or an open record and is
 * gone when that is done. Nothing is stored twice, so a list of tasks cannot disagree with the records.
 */
import { minuteOf, provisionalYears, workingMinutes, type WorkingCalendar } from '../calendar/workingCalendar'
import type { Moment } from '../moment'
import type { StoredRecord } from '../records/tables'
import { cycleOf } from './caseFile'
import type { Person } from '../person'
import type { Path } from './forcedPath'
import type { Role } from './roles'
import { clockOf, type TimeLimits } from './timeLimits'
import type { Clock } from './stateClock'
import { FAILURE_TABLE, isOnPath, isState, type FailureState } from './transitions'
import { stepsOnwardFrom } from './workflow'

export type TaskKind =
  | 'complete'
  | 'accept'
  | 'handle'
  | 'analyse'
  | 'act'
  | 'verify'
  | 'review'
  | 'resume'
  | 'action'
  | 'check'
  | 'submit'
  | 'approve'
  | 'answer'

export interface Task {
  readonly kind: TaskKind
  readonly failureId: string
  /** The record it is about, where that is not the failure itself. */
  readonly record: string | null
  /** Who does it by name; empty when any of the roles may. */
  readonly person: string
  readonly roles: readonly Role[]
  /** What it is about, in the words of the record. */
  readonly about: string
  /** Minute by which it is due; null when nothing says. */
  readonly due: number | null
  /** Worked minutes left; negative: late. */
  readonly leftMinutes: number | null
  /** Years the worked minutes run through whose holidays are not known. */
  readonly provisionalYears: readonly number[]
  /** Only of the task of a state. */
  readonly clock: Clock | null
}

/** A failure with the open ends that give tasks. */
export interface OpenCase {
  readonly failure: StoredRecord<'failures'>
  readonly handlings: readonly StoredRecord<'handlings'>[]
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
}

const KIND_OF_STATE: Readonly<Partial<Record<FailureState, TaskKind>>> = {
  RETURNED: 'complete',
  SUBMITTED: 'accept',
  HANDLING: 'handle',
  ANALYSIS: 'analyse',
  ACTION: 'act',
  VERIFY: 'verify',
  CLOSE_REVIEW: 'review',
}

/** Roles that may take a failure on from a state, and those whose work comes before that step. */
function rolesIn(state: FailureState, path: Path): readonly Role[] {
  const steps = stepsOnwardFrom(FAILURE_TABLE, state).filter((step) => isOnPath(step, path))
  const preparing: Readonly<Partial<Record<FailureState, readonly Role[]>>> = {
    ANALYSIS: ['REL'],
    ACTION: ['DES', 'REL'],
  }
  return [...new Set([...(preparing[state] ?? []), ...steps.flatMap(({ roles }) => roles)])]
}

/** Whom the state waits for by name: a returned report its reporter, the work in between its owner. */
const personIn = (state: FailureState, failure: StoredRecord<'failures'>): string =>
  state === 'RETURNED'
    ? (failure.reporter ?? '')
    : state === 'HANDLING' || state === 'ANALYSIS'
      ? (failure.owner ?? '')
      : ''

/** Whom a failure waits for now. */
export interface Awaited {
  /** By name, where the failure says who; empty otherwise. */
  readonly person: string
  readonly roles: readonly Role[]
}

/** Who is next: the same person and roles in whose work its task stands; null where nobody has anything to do. */
export function whoIsNext(failure: StoredRecord<'failures'>): Awaited | null {
  const { state } = failure
  if (!isState(state) || KIND_OF_STATE[state] === undefined) return null
  if (failure.suspendedAt !== undefined) return { person: '', roles: RESUMING }
  return { person: personIn(state, failure), roles: rolesIn(state, failure.path === 'light' ? 'light' : 'standard') }
}

const RESUMING: readonly Role[] = ['SSM', 'REL', 'QAL']

/** End of the day, because what is due on a day may be done on it. */
const endOf = (day: string | undefined): number | null => {
  const start = minuteOf((day ?? '').slice(0, 10))
  return start === null ? null : start + 1439
}

const isOpenAction = ({ doneAt, state }: OpenCase['actions'][number]): boolean =>
  doneAt === undefined && state !== 'cancelled' && state !== 'done' && state !== 'verified'

/** Whom an analysis that is not approved waits for: its author until it is submitted, then the reviewer it names. */
function waitsFor({ submittedAt, reviewer = '', author = '' }: OpenCase['analyses'][number]): string {
  if (submittedAt === undefined) return author
  return reviewer === author ? '' : reviewer
}

/** Minutes of work until it is due, negative where that is over. */
const minutesLeft = (minute: number, due: number, calendar: WorkingCalendar): number =>
  due >= minute ? workingMinutes(minute, due, calendar) : -Math.max(1, workingMinutes(due, minute, calendar))

export function tasksOf(
  { failure, handlings, analyses, actions }: OpenCase,
  now: Moment,
  calendar: WorkingCalendar,
  limits: TimeLimits,
): readonly Task[] {
  const { state } = failure
  const minute = minuteOf(now)
  if (!isState(state) || minute === null) return []
  const kind = KIND_OF_STATE[state]
  if (kind === undefined) return []
  const dated = (
    kind: TaskKind,
    about: string,
    person: string,
    roles: readonly Role[],
    record: string | null,
    due: number | null,
  ): Task => ({
    kind,
    failureId: failure.id,
    record,
    person,
    roles,
    about,
    due,
    leftMinutes: due === null ? null : minutesLeft(minute, due, calendar),
    provisionalYears: due === null ? [] : provisionalYears(minute, due, calendar),
    clock: null,
  })
  if (failure.suspendedAt !== undefined)
    return [dated('resume', failure.suspendedWhy ?? '', '', RESUMING, null, endOf(failure.resumeOn))]
  const clock = clockOf(failure, now, calendar, limits)
  const isPresent = (record: { readonly cycle?: number }): boolean => cycleOf(record) === cycleOf(failure)
  const last = handlings.at(-1)
  return [
    {
      kind,
      failureId: failure.id,
      record: null,
      person: personIn(state, failure),
      roles: rolesIn(state, failure.path === 'light' ? 'light' : 'standard'),
      about: failure.title ?? failure.description ?? '',
      due: clock?.due ?? null,
      leftMinutes: clock?.leftMinutes ?? null,
      provisionalYears: clock?.provisionalYears ?? [],
      clock,
    },
    ...actions
      .filter((action) => isPresent(action) && isOpenAction(action))
      .map((action) =>
        dated('action', action.description ?? '', action.owner ?? '', ['DES', 'REL'], action.id, endOf(action.dueAt)),
      ),
    ...(last?.nextCheckAt === undefined
      ? []
      : [
          dated(
            'check',
            last.restrictions ?? last.measure ?? '',
            last.handler ?? '',
            ['FSE', 'SSM'],
            last.id,
            endOf(last.nextCheckAt),
          ),
        ]),
    ...analyses
      .filter((analysis) => state === 'ANALYSIS' && isPresent(analysis) && analysis.approvedAt === undefined)
      .filter((analysis) => waitsFor(analysis) !== '')
      .map((analysis) =>
        dated(
          analysis.submittedAt === undefined ? 'submit' : 'approve',
          analysis.rootCauseText ?? '',
          waitsFor(analysis),
          [],
          analysis.id,
          null,
        ),
      ),
    ...(failure.customerNeedsReport === true && failure.customerAnsweredAt === undefined && state === 'CLOSE_REVIEW'
      ? [dated('answer', failure.title ?? failure.description ?? '', failure.owner ?? '', ['QAL'], null, null)]
      : []),
  ]
}

export const isLate = ({ leftMinutes }: Task): boolean => leftMinutes !== null && leftMinutes < 0

/** Is it this person's? By name where a name is given, else by role. */
export const isFor = (task: Task, { name, role }: Person): boolean =>
  task.person === '' ? task.roles.includes(role) : name !== '' && task.person === name

/** Does this person wait for it: something they reported or own that others must do? */
export const isAwaitedBy = (task: Task, { failure }: OpenCase, person: Person): boolean =>
  person.name !== '' && (failure.reporter === person.name || failure.owner === person.name) && !isFor(task, person)

/** Most urgent first: the latest, then the least time left, then what has no limit. */
export const byUrgency = (a: Task, b: Task): number =>
  (a.due ?? Number.POSITIVE_INFINITY) - (b.due ?? Number.POSITIVE_INFINITY) || (a.failureId < b.failureId ? -1 : 1)
