/** How old something was on a day, in kilometres or in days. */
import type { TrainUsage } from './trainUsage'

export type AgeMeasure = 'km' | 'days'

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
