/** Which page of the big screen comes next, and how old its data may be before it says so. */

/** Pages that could not be shown are passed over; where none can be, the one that is shown stays. */
export function pageAfter(at: number, count: number, step: 1 | -1, failed: ReadonlySet<number>): number {
  for (let tried = 1; tried <= count; tried += 1) {
    const next = (((at + step * tried) % count) + count) % count
    if (!failed.has(next)) return next
  }
  return at
}

export type Freshness = 'fresh' | 'old' | 'stale'

const OLD_MS = 5 * 60_000
const STALE_MS = 60 * 60_000

/** @param readAt when the figures were last worked out; null before they ever were */
export function freshness(readAt: number | null, now: number): Freshness {
  if (readAt === null) return 'fresh'
  const age = now - readAt
  return age >= STALE_MS ? 'stale' : age >= OLD_MS ? 'old' : 'fresh'
}

/** Seconds a page stays: as the address says, between five and ten minutes, or twenty. */
export function secondsOf(asked: string | null): number {
  const seconds = Number(asked ?? '')
  return seconds >= 5 && seconds <= 600 ? seconds : 20
}
