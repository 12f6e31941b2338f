/**
 * From when to when failures of the trains of a scope were written down. Trains often ran long before anybody kept
 * records; a figure by age must not take those days for days without a failure.
 */
import type { FailureColumns } from './failureColumns'
import type { Fleet } from './fleet'
import { periodOf, type Scope } from './scope'
import type { TrainUsage } from './trainUsage'

export type AgeMeasure = 'km' | 'days'

export interface Watch {
  /** First day, and first day no longer, of records inside the period. */
  readonly from: number
  readonly to: number
  /** The records begin later than the period asked for. */
  readonly isLate: boolean
}

/** @returns null when no failure of these trains has a day */
export function watchOf(columns: FailureColumns, live: Uint32Array, fleet: Fleet, scope: Scope, trains: ReadonlySet<string>): Watch | null {
  const { index, words } = columns.text.trainId
  const isInScope = Uint8Array.from(words, (word) => (trains.has(word) ? 1 : 0))
  let [first, last] = [Infinity, -Infinity]
  for (const row of live) {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    if (isInScope[index[row] ?? 0] === 0 || Number.isNaN(day)) continue
    if (day < first) first = day
    if (day > last) last = day
  }
  if (first === Infinity) return null
  const period = periodOf(columns, live, fleet, scope)
  for (const id of trains) {
    const usage = fleet.usage.get(id)
    if (usage !== undefined) last = Math.max(last, usage.firstDay + usage.km.length - 1)
  }
  const [from, to] = [Math.max(period.from, first), Math.min(period.to, last + 1)]
  return to > from ? { from, to, isLate: first > period.from } : null
}

/** Share of the days between that readings must speak of before a distance is believed. */
const ENOUGH_KNOWN = 0.95

/**
 * What a train ran between two days (half days count half), or how many days went by.
 * @returns null where the distance is not known
 */
export function ageBetween(usage: TrainUsage, measure: AgeMeasure, from: number, to: number): number | null {
  if (measure === 'days') return to - from
  const [start, end] = [from - usage.firstDay, to - usage.firstDay]
  if (start < 0 || end > usage.km.length) return null
  const known = (usage.knownBefore[Math.ceil(end)] ?? 0) - (usage.knownBefore[Math.floor(start)] ?? 0)
  return known < ENOUGH_KNOWN * (end - start) ? null : distanceAt(usage, end) - distanceAt(usage, start)
}

function distanceAt(usage: TrainUsage, at: number): number {
  const day = Math.floor(at)
  return (usage.kmBefore[day] ?? 0) + (at - day) * (usage.km[day] ?? 0)
}
