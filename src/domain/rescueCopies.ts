/** Which rescue copies are due and which have had their time. They are kept by days, so that one bad day leaves the ones before. */

export const RESCUE_REASONS = ['daily', 'asked', 'upgrade', 'import', 'take-in'] as const
export type RescueReason = (typeof RESCUE_REASONS)[number]

export interface RescueCopyAge {
  readonly id: string
  /** In milliseconds. */
  readonly at: number
  readonly bytes: number
  /** Entries of the log in it. */
  readonly entries: number
}

/** The last days on which there are copies; a device that rested for a month still has its last ones. */
const DAYS_KEPT = 3
const MOST_COPIES = 8
/** All copies together. */
const MOST_BYTES = 600 * 2 ** 20

/** An import or a package of so many changes or records is worth a copy before it. */
export const BIG_CHANGE = 500

/**
 * Is a copy worth making? Not while nothing has changed since the last one, and by itself only once a day.
 * @param dayOf the civil day of a moment, where the device is
 */
export function isCopyDue(
  reason: RescueReason,
  entries: number,
  copies: readonly RescueCopyAge[],
  now: number,
  dayOf: (at: number) => string,
): boolean {
  if (entries === 0) return false
  const last = latestOf(copies)
  if (last === null) return true
  // A log that is shorter than the copy has lost something: the copy is what is left.
  if (last.entries >= entries) return false
  return reason !== 'daily' || dayOf(last.at) !== dayOf(now)
}

export const latestOf = <T extends RescueCopyAge>(copies: readonly T[]): T | null =>
  copies.reduce<T | null>((last, one) => (last === null || one.at > last.at ? one : last), null)

/** The ids of copies that go: of days before the last three, and the oldest where they are too many or too large. */
export function copiesToDrop(copies: readonly RescueCopyAge[], dayOf: (at: number) => string): readonly string[] {
  const latestFirst = copies.toSorted((a, b) => b.at - a.at)
  const days = new Set<string>()
  let bytes = 0
  return latestFirst
    .filter((copy, at) => {
      days.add(dayOf(copy.at))
      bytes += copy.bytes
      // The latest one stays in any case.
      return at > 0 && (days.size > DAYS_KEPT || at >= MOST_COPIES || bytes > MOST_BYTES)
    })
    .map(({ id }) => id)
}
