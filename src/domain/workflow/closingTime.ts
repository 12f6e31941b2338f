/**
 * Was a failure closed in the time its way allows? The time allowed is that of every state on its path together, with its
 * priority in handling; the time used is worked time from the report to closing, without the pauses.
 */
import { oneOf } from '../closedSet'
import { minuteOf, provisionalYears, workingMinutes, workingMinutesPerDay } from '../calendar/workingCalendar'
import type { Moment } from '../moment'
import type { Failure } from '../records/failure'
import { PATHS } from './forcedPath'
import { limitOf, LIMITED_STATES, pausesOf } from './timeLimits'
import type { Limit } from './stateClock'
import { statesOnWay } from './transitions'
import type { WorkRules } from './workRules'

export interface ClosingTime {
  readonly allowedMinutes: number
  readonly usedMinutes: number
  readonly isLate: boolean
  /** Years it ran through whose holidays are not known. */
  readonly provisionalYears: readonly number[]
}

type Timed = Pick<Failure, 'reportedAt' | 'occurredAt' | 'path' | 'priority' | 'pauses' | 'suspendedAt'>

/** @returns null where nobody knows when it began; a failure without a path is worked in full */
export function closingTime(failure: Timed, until: Moment, { calendar, limits }: WorkRules): ClosingTime | null {
  const from = minuteOf(failure.reportedAt ?? '') ?? minuteOf(failure.occurredAt ?? '')
  const to = minuteOf(until)
  if (from === null || to === null || to < from) return null
  const minutesOf = ({ amount, unit }: Limit): number =>
    amount * (unit === 'days' ? workingMinutesPerDay(calendar) : 60)
  const path = oneOf(PATHS, failure.path) ?? 'standard'
  const way = statesOnWay(path)
  const allowedMinutes = LIMITED_STATES.filter((state) => way.includes(state)).reduce((sum, state) => {
    const limit = limitOf(
      { state, path, ...(failure.priority === undefined ? {} : { priority: failure.priority }) },
      limits,
    )
    return sum + (limit === undefined ? 0 : minutesOf(limit))
  }, 0)
  const suspended = minuteOf(failure.suspendedAt ?? '')
  const pauses = [
    ...pausesOf(failure).map((pause) => [minuteOf(pause.from) ?? 0, minuteOf(pause.to) ?? 0] as const),
    ...(suspended === null ? [] : [[suspended, to] as const]),
  ]
  const paused = pauses.reduce(
    (sum, [start, end]) =>
      sum +
      (Math.min(to, end) > Math.max(from, start)
        ? workingMinutes(Math.max(from, start), Math.min(to, end), calendar)
        : 0),
    0,
  )
  const usedMinutes = Math.max(0, workingMinutes(from, to, calendar) - paused)
  return {
    allowedMinutes,
    usedMinutes,
    isLate: usedMinutes > allowedMinutes,
    provisionalYears: provisionalYears(from, to, calendar),
  }
}
