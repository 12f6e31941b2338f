import { addMonths, dateOfDay, dayNumber } from '../domain/moment'
import { monthTicks } from './monthTicks'

/** Day numbers of the first days of months inside a span of days, at most `room` of them. */
export function dayTicks(first: number, last: number, room: number): readonly number[] {
  const months: string[] = []
  const end = dateOfDay(last).slice(0, 7)
  for (let month = dateOfDay(first).slice(0, 7); month <= end; month = addMonths(month, 1)) months.push(month)
  return monthTicks(
    months.filter((month) => dayNumber(month) >= first && dayNumber(month) <= last),
    room,
  ).map((month) => dayNumber(month))
}
