/** How many failures were closed in the time their path allows: of those closed in the period and those open beyond it at its end. */
import { closingTime } from '../../domain/workflow/closingTime'
import type { WorkRules } from '../../domain/workflow/workRules'
import { dateOfDay, isMoment, precisionOf } from '../../domain/moment'
import type { Failure } from '../../domain/records/failure'

export interface OnTimeClosure {
  readonly onTime: number
  readonly late: number
  /** Open at the end of the period, and longer than their path allows. */
  readonly overdue: number
  /** Of the open ones, those suspended; their clock stands. */
  readonly suspended: number
  /** Closed or open ones left out, because nobody knows to the day when they were reported or closed. */
  readonly undated: number
  /** Years that worked time runs through although nobody has entered their holidays, in order. */
  readonly provisionalYears: readonly number[]
}

const isDated = (moment: string | undefined): boolean =>
  moment !== undefined && isMoment(moment) && precisionOf(moment) !== 'year' && precisionOf(moment) !== 'month'
/** A day without an hour counts to its end: closed on the day it was reported is not closed before. */
const toMinute = (moment: string): string => (moment.length === 10 ? `${moment}T23:59` : moment)

/**
 * @param closed failures closed in the period
 * @param open   failures open at its end; what was closed since among them
 * @param endDay first day no longer in the period
 */
export function onTimeClosure(
  closed: readonly Failure[],
  open: readonly Failure[],
  endDay: number,
  rules: WorkRules,
): OnTimeClosure {
  let [onTime, late, overdue, undated] = [0, 0, 0, 0]
  const years = new Set<number>()
  const isTimed = ({ reportedAt, occurredAt }: Failure): boolean => isDated(reportedAt) || isDated(occurredAt)
  for (const failure of closed) {
    const time =
      !isTimed(failure) || !isDated(failure.closedAt)
        ? null
        : closingTime(failure, toMinute(failure.closedAt ?? ''), rules)
    for (const year of time?.provisionalYears ?? []) years.add(year)
    if (time === null) undated += 1
    else if (time.isLate) late += 1
    else onTime += 1
  }
  const end = dateOfDay(endDay)
  for (const failure of open) {
    const time = isTimed(failure) ? closingTime(failure, end, rules) : null
    for (const year of time?.provisionalYears ?? []) years.add(year)
    if (time === null) undated += 1
    else if (time.isLate) overdue += 1
  }
  return {
    onTime,
    late,
    overdue,
    suspended: open.filter(({ suspendedAt }) => suspendedAt !== undefined).length,
    undated,
    provisionalYears: [...years].sort((a, b) => a - b),
  }
}

/** Closed in time ÷ (closed + open beyond their time); null without any. */
export const onTimeShare = ({ onTime, late, overdue }: OnTimeClosure): number | null =>
  onTime + late + overdue === 0 ? null : onTime / (onTime + late + overdue)
