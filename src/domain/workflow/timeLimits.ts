/**
 * How long a failure may stay in a state, and how long it has: in total, and net of the nights, holidays and pauses in
 * which nobody could work on it.
 */
import { addWorkingMinutes, minuteOf, workingMinutes, type WorkingCalendar } from '../calendar/workingCalendar'
import type { Moment } from '../moment'
import type { Json } from '../records/field'
import type { StoredRecord } from '../records/tables'
import type { FailureState } from './transitions'

/** A limit in worked hours; `aroundTheClock` counts nights and holidays too. */
export interface Limit {
  readonly hours: number
  readonly aroundTheClock?: boolean
}

export const LIMITED_STATES = ['SUBMITTED', 'RETURNED', 'HANDLING', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW'] as const satisfies readonly FailureState[]
export type LimitedState = (typeof LIMITED_STATES)[number]
export type TimeLimits = Readonly<Record<LimitedState, Limit>>

/**
 * Accepted within half a working day, handled by priority, analysed in ten working days, thirty from report to action as
 * NAVSO P-6071 asks; verifying takes its window of ninety days and a week to judge.
 */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  SUBMITTED: { hours: 4 }, RETURNED: { hours: 8 }, HANDLING: { hours: 24 }, ANALYSIS: { hours: 80 }, ACTION: { hours: 160 }, VERIFY: { hours: 560 }, CLOSE_REVIEW: { hours: 24 },
}
/** CL-PRIO: P1 within two hours of any day, P2 the same working day, P3 three, P4 as planned. */
const HANDLING_BY_PRIORITY: Readonly<Record<string, Limit>> = { P1: { hours: 2, aroundTheClock: true }, P2: { hours: 8 }, P3: { hours: 24 }, P4: { hours: 80 } }

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
    return typeof from === 'string' && typeof to === 'string' ? [{ from, to, why: typeof why === 'string' ? why : '' }] : []
  })
}

export interface Clock {
  readonly since: number
  readonly due: number | null
  /** Calendar minutes since it began. */
  readonly totalMinutes: number
  /** Worked minutes since it began, pauses left out. */
  readonly netMinutes: number
  /** Worked minutes left; negative when it is late. null without a limit. */
  readonly leftMinutes: number | null
  readonly isPaused: boolean
}

const overlap = (from: number, to: number, pause: readonly [number, number]): readonly [number, number] | null => {
  const [start, end] = [Math.max(from, pause[0]), Math.min(to, pause[1])]
  return end > start ? [start, end] : null
}

/**
 * The clock of the state a failure is in.
 * @returns null where nobody wrote down since when it is in this state (old workbooks), or where the state has no limit and no clock
 */
export function clockOf(failure: StoredRecord<'failures'>, now: Moment, calendar: WorkingCalendar, limits: TimeLimits): Clock | null {
  const state = LIMITED_STATES.find((known) => known === failure.state)
  const since = minuteOf(failure.stateSince ?? '')
  const until = minuteOf(now)
  if (state === undefined || since === null || until === null) return null
  const limit = (state === 'HANDLING' ? HANDLING_BY_PRIORITY[failure.priority ?? ''] : undefined) ?? limits[state]
  const work = (from: number, to: number): number => (limit.aroundTheClock === true ? to - from : workingMinutes(from, to, calendar))
  const suspended = minuteOf(failure.suspendedAt ?? '')
  const pauses = [...pausesOf(failure).map(({ from, to }) => [minuteOf(from) ?? 0, minuteOf(to) ?? 0] as const), ...(suspended === null ? [] : [[suspended, until] as const])]
  const paused = pauses.map((pause) => overlap(since, until, pause)).filter((pause) => pause !== null).reduce((sum, [from, to]) => sum + work(from, to), 0)
  const netMinutes = Math.max(0, work(since, until) - paused)
  const allowed = limit.hours * 60
  const due = limit.aroundTheClock === true ? since + allowed + paused : addWorkingMinutes(since, allowed + paused, calendar)
  return { since, due, totalMinutes: until - since, netMinutes, leftMinutes: allowed - netMinutes, isPaused: suspended !== null }
}
