/**
 * The clock of one state, of whatever kind of record: how long it has been there, and how long it has, in total and net of
 * the nights, holidays and pauses in which nobody could work on it.
 */
import {
  addWorkingMinutes,
  minuteOf,
  provisionalYears,
  workingMinutes,
  workingMinutesPerDay,
  type WorkingCalendar,
} from '../calendar/workingCalendar'
import type { Moment } from '../moment'

/** Worked hours, worked days, or hours of the clock on the wall: nights and holidays too. */
export const LIMIT_UNITS = ['hours', 'days', 'clockHours'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
}

export interface Pause {
  readonly from: Moment
  readonly to: Moment
  readonly why: string
}

/** How long a record has been in its state, and what stopped the clock meanwhile. */
export interface TimeInState {
  /** Since when; absent in records of old workbooks. */
  readonly since: Moment | undefined
  /** Pauses that are over. */
  readonly pauses: readonly Pause[]
  /** Since when it stands still now. */
  readonly suspendedAt: Moment | undefined
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
  /** Years it runs through whose holidays are not known; none for a clock that runs day and night. */
  readonly provisionalYears: readonly number[]
}

const overlap = (from: number, to: number, pause: readonly [number, number]): readonly [number, number] | null => {
  const [start, end] = [Math.max(from, pause[0]), Math.min(to, pause[1])]
  return end > start ? [start, end] : null
}

/** @returns null where nobody wrote down since when the record is in this state */
export function stateClock(
  { since: began, pauses: over, suspendedAt }: TimeInState,
  limit: Limit,
  now: Moment,
  calendar: WorkingCalendar,
): Clock | null {
  const since = minuteOf(began ?? '')
  const until = minuteOf(now)
  if (since === null || until === null) return null
  const isAroundTheClock = limit.unit === 'clockHours'
  const work = (from: number, to: number): number => (isAroundTheClock ? to - from : workingMinutes(from, to, calendar))
  const suspended = minuteOf(suspendedAt ?? '')
  const pauses = [
    ...over.map(({ from, to }) => [minuteOf(from) ?? 0, minuteOf(to) ?? 0] as const),
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
    provisionalYears: isAroundTheClock ? [] : provisionalYears(since, Math.max(due, until), calendar),
  }
}
