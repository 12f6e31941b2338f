/**
 * How long a failure may stay in a state, and how long it has: in total, and net of the nights, holidays and pauses in
 * which nobody could work on it.
 */
import {
  addWorkingMinutes,
  minuteOf,
  workingMinutes,
  workingMinutesPerDay,
  type WorkingCalendar,
} from '../calendar/workingCalendar'
import type { Moment } from '../moment'
import type { Json } from '../records/field'
import type { StoredRecord } from '../records/tables'
import { PATHS, type Path } from './forcedPath'
import { statesOnWay, type FailureState } from './transitions'

/** Worked hours, worked days, or hours of the clock on the wall: nights and holidays too. */
export const LIMIT_UNITS = ['hours', 'days', 'clockHours'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
}

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
  const limited = LIMITED_STATES.find((known) => known === state)
  if (limited === undefined) return undefined
  const graded = PRIORITIES.find((known) => limited === 'HANDLING' && known === priority)
  const paths = pathsThrough(limited)
  const way = paths.find((known) => known === path) ?? (paths.includes('standard') ? 'standard' : undefined)
  const byPath: LimitKey = way === undefined ? limited : `${limited}.${way}`
  return (graded === undefined ? undefined : limits[`HANDLING.${graded}`]) ?? limits[byPath]
}

export interface Pause {
  readonly from: Moment
  readonly to: Moment
  readonly why: string
}

/** Pauses that are over. */
export function pausesOf({ pauses }: Pick<StoredRecord<'failures'>, 'pauses'>): readonly Pause[] {
  if (!Array.isArray(pauses)) return []
  return (pauses as readonly Json[]).flatMap((entry): Pause[] => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return []
    const { from, to, why } = entry as Readonly<Record<string, Json>>
    return typeof from === 'string' && typeof to === 'string'
      ? [{ from, to, why: typeof why === 'string' ? why : '' }]
      : []
  })
}

export interface Clock {
  readonly since: number
  readonly due: number
  /** Calendar minutes since it began. */
  readonly totalMinutes: number
  /** Worked minutes since it began, pauses left out. */
  readonly netMinutes: number
  /** Worked minutes left; negative when it is late. */
  readonly leftMinutes: number
  readonly isPaused: boolean
  /** Nights and holidays count too, so that worked minutes are those of the clock on the wall. */
  readonly isAroundTheClock: boolean
}

const overlap = (from: number, to: number, pause: readonly [number, number]): readonly [number, number] | null => {
  const [start, end] = [Math.max(from, pause[0]), Math.min(to, pause[1])]
  return end > start ? [start, end] : null
}

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
  const since = minuteOf(failure.stateSince ?? '')
  const until = minuteOf(now)
  if (limit === undefined || since === null || until === null) return null
  const isAroundTheClock = limit.unit === 'clockHours'
  const work = (from: number, to: number): number => (isAroundTheClock ? to - from : workingMinutes(from, to, calendar))
  const suspended = minuteOf(failure.suspendedAt ?? '')
  const pauses = [
    ...pausesOf(failure).map(({ from, to }) => [minuteOf(from) ?? 0, minuteOf(to) ?? 0] as const),
    ...(suspended === null ? [] : [[suspended, until] as const]),
  ]
  const paused = pauses
    .map((pause) => overlap(since, until, pause))
    .filter((pause) => pause !== null)
    .reduce((sum, [from, to]) => sum + work(from, to), 0)
  const netMinutes = Math.max(0, work(since, until) - paused)
  const allowed = limit.amount * (limit.unit === 'days' ? workingMinutesPerDay(calendar) : 60)
  const due = isAroundTheClock ? since + allowed + paused : addWorkingMinutes(since, allowed + paused, calendar)
  return {
    since,
    due,
    totalMinutes: until - since,
    netMinutes,
    leftMinutes: allowed - netMinutes,
    isPaused: suspended !== null,
    isAroundTheClock,
  }
}
