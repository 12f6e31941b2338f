/** How long a failure may stay in a state: the limits of the program, those a company can set, and which one holds. */
import { oneOf } from '../closedSet'
import { storedList, textIn, textsIn } from '../storedList'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { Moment } from '../moment'
import type { StoredRecord } from '../records/tables'
import { PATHS, type Path } from './forcedPath'
import { stateClock, type Clock, type Limit, type Pause } from './stateClock'
import { statesOnWay, type FailureState } from './transitions'

export const LIMITED_STATES = [
  'SUBMITTED',
  'RETURNED',
  'HANDLING',
  'ANALYSIS',
  'ACTION',
  'VERIFY',
  'CLOSE_REVIEW',
] as const satisfies readonly FailureState[]
export type LimitedState = (typeof LIMITED_STATES)[number]

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const
type Priority = (typeof PRIORITIES)[number]

/** What has a limit of its own: a state before a path is chosen, a state on a path, handling by priority. */
export type LimitKey = LimitedState | `${LimitedState}.${Path}` | `HANDLING.${Priority}`
export type TimeLimits = Readonly<Partial<Record<LimitKey, Limit>>>

/** The paths that lead through a state; empty where none is chosen yet. */
export const pathsThrough = (state: LimitedState): readonly Path[] =>
  state === 'SUBMITTED' || state === 'RETURNED' ? [] : PATHS.filter((path) => statesOnWay(path).includes(state))

const keysOf = (state: LimitedState): readonly LimitKey[] => {
  const paths = pathsThrough(state)
  return paths.length === 0 ? [state] : paths.map((path): LimitKey => `${state}.${path}`)
}

/** Every limit a company can set, in the order of the way. */
export const LIMIT_KEYS: readonly LimitKey[] = LIMITED_STATES.flatMap((state) => [
  ...keysOf(state),
  ...(state === 'HANDLING' ? PRIORITIES.map((priority): LimitKey => `HANDLING.${priority}`) : []),
])

/**
 * Accepted within half a working day, analysed in ten working days, thirty from report to action as NAVSO P-6071 asks;
 * verifying takes its window of ninety days and a week to judge.
 */
const BY_STATE: Readonly<Record<LimitedState, Limit>> = {
  SUBMITTED: { amount: 4, unit: 'hours' },
  RETURNED: { amount: 1, unit: 'days' },
  HANDLING: { amount: 3, unit: 'days' },
  ANALYSIS: { amount: 10, unit: 'days' },
  ACTION: { amount: 20, unit: 'days' },
  VERIFY: { amount: 70, unit: 'days' },
  CLOSE_REVIEW: { amount: 3, unit: 'days' },
}
/** CL-PRIO: P1 within two hours of any day, P2 the same working day, P3 three, P4 as planned. */
const BY_PRIORITY: Readonly<Record<Priority, Limit>> = {
  P1: { amount: 2, unit: 'clockHours' },
  P2: { amount: 1, unit: 'days' },
  P3: { amount: 3, unit: 'days' },
  P4: { amount: 10, unit: 'days' },
}

export const DEFAULT_TIME_LIMITS: TimeLimits = Object.fromEntries([
  ...LIMITED_STATES.flatMap((state) => keysOf(state).map((key) => [key, BY_STATE[state]] as const)),
  ...PRIORITIES.map((priority) => [`HANDLING.${priority}`, BY_PRIORITY[priority]] as const),
])

/** Which limit holds: in handling the priority goes before the path; a failure without a path is worked in full. */
export function limitOf(
  { state, path, priority }: Pick<StoredRecord<'failures'>, 'state' | 'path' | 'priority'>,
  limits: TimeLimits,
): Limit | undefined {
  const limited = oneOf(LIMITED_STATES, state)
  if (limited === undefined) return undefined
  const graded = PRIORITIES.find((known) => limited === 'HANDLING' && known === priority)
  const paths = pathsThrough(limited)
  const way = oneOf(paths, path) ?? (paths.includes('standard') ? 'standard' : undefined)
  const byPath: LimitKey = way === undefined ? limited : `${limited}.${way}`
  return (graded === undefined ? undefined : limits[`HANDLING.${graded}`]) ?? limits[byPath]
}

/** Pauses that are over. */
export const pausesOf = ({ pauses }: Pick<StoredRecord<'failures'>, 'pauses'>): readonly Pause[] =>
  storedList(pauses, (entry) => {
    const span = textsIn(entry, ['from', 'to'])
    return span === null ? null : { ...span, why: textIn(entry, 'why') }
  })

/**
 * The clock of the state a failure is in.
 * @returns null where nobody wrote down since when it is in this state (old workbooks), and in states that have no clock
 */
export function clockOf(
  failure: StoredRecord<'failures'>,
  now: Moment,
  calendar: WorkingCalendar,
  limits: TimeLimits,
): Clock | null {
  const limit = limitOf(failure, limits)
  const { stateSince: since, suspendedAt } = failure
  return limit === undefined
    ? null
    : stateClock({ since, suspendedAt, pauses: pausesOf(failure) }, limit, now, calendar)
}
