/** What trains on record usually run in a month. */
import { dayNumber, isMoment } from './moment'
import type { UsageReading } from './records/usageReading'

const DAYS_A_MONTH = 30.44
/** Shorter stretches say more about the day of reading than about the month. */
const SHORTEST_DAYS = 20

type Reading = Pick<UsageReading, 'subjectId' | 'metric' | 'basis' | 'value' | 'from' | 'at'>

/** @returns the middle of all known stretches, as km a month; null where none is known */
export function middleMonthKm(readings: readonly Reading[]): number | null {
  const rates: number[] = []
  const add = (km: number, days: number): void => {
    if (km > 0 && days >= SHORTEST_DAYS) rates.push((km / days) * DAYS_A_MONTH)
  }
  const last = new Map<string, { readonly km: number; readonly day: number }>()
  const inOrder = readings
    .flatMap(({ at, ...rest }) => (at !== undefined && isMoment(at) ? [{ ...rest, day: dayNumber(at) }] : []))
    .sort((a, b) => a.day - b.day)
  for (const { subjectId, metric, basis, value, from, day } of inOrder) {
    if (metric !== 'km' || value === undefined || subjectId === undefined) continue
    if (basis === 'distance') {
      if (from !== undefined && isMoment(from)) add(value, day + 1 - dayNumber(from))
      continue
    }
    const before = last.get(subjectId)
    if (before !== undefined) add(value - before.km, day - before.day)
    last.set(subjectId, { km: value, day })
  }
  return rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? null
}
