/** What speaks against odometer readings and monthly distances as somebody types them, train by train. */
import { dayNumber } from './moment'

/** A reading of one train, stored or typed. */
export interface ReadingLine {
  readonly basis: 'cumulative' | 'distance'
  /** Day of the reading, or the last day of the distance. */
  readonly at: string
  /** First day of a distance. */
  readonly from?: string | undefined
  readonly km: number
  readonly isReset?: boolean | undefined
}

/**
 * - `falls`: an odometer shows less than before and was not replaced
 * - `too-far`: no train runs so far in a day
 * - `unusual`: far from what the train, or else the fleet, usually runs in a month
 * - `gap`: nothing is known of more than two months before it
 */
export type ReadingDoubt = 'falls' | 'too-far' | 'unusual' | 'gap'

/** 24 hours at 210 km/h; figures believe no more either. */
const LONGEST_DAY_KM = 5000
const LONGEST_GAP_DAYS = 62
const UNUSUAL_TIMES = 3
const DAYS_A_MONTH = 30.44
/** Shorter stretches say more about the day of reading than about the train. */
const SHORTEST_DAYS = 20

export const isRefused = (doubt: ReadingDoubt): boolean => doubt === 'falls' || doubt === 'too-far'

const keyOf = ({ basis, at, from, isReset }: ReadingLine): string =>
  `${basis}|${from ?? ''}|${at}|${isReset === true ? 'reset' : ''}`

/** The day before a change of odometers sorts before it, also where both were read on one day. */
const inOrder = (a: ReadingLine, b: ReadingLine): number =>
  (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) || Number(a.isReset === true) - Number(b.isReset === true)

/**
 * @param stored  readings on record; those a typed one replaces are left out by the caller
 * @param typed   what is typed, in any order
 * @param usualKm what trains of this fleet run in a month; null where nobody knows
 * @returns the doubts about each typed line that has any
 */
export function readingDoubts(
  stored: readonly ReadingLine[],
  typed: readonly ReadingLine[],
  usualKm: number | null,
): ReadonlyMap<ReadingLine, readonly ReadingDoubt[]> {
  const replaced = new Set(typed.map(keyOf))
  const all = [...stored.filter((line) => !replaced.has(keyOf(line))), ...typed].sort(inOrder)
  const odometer = all.filter(({ basis }) => basis === 'cumulative')
  const isTyped = new Set(typed)
  const doubts = new Map<ReadingLine, ReadingDoubt[]>()
  const doubt = (line: ReadingLine, code: ReadingDoubt): void => {
    if (!isTyped.has(line)) return
    const known = doubts.get(line) ?? []
    if (!known.includes(code)) doubts.set(line, [...known, code])
  }
  for (const [at, line] of odometer.entries()) {
    const before = odometer[at - 1]
    if (before === undefined || line.isReset === true) continue
    const days = dayNumber(line.at) - dayNumber(before.at)
    const km = line.km - before.km
    // Of a stored and a typed reading that contradict each other the typed one is asked about.
    const asked = isTyped.has(line) ? line : before
    if (km < 0) doubt(asked, 'falls')
    else if (km > LONGEST_DAY_KM * Math.max(1, days)) doubt(asked, 'too-far')
    else if (days >= SHORTEST_DAYS && isUnusual((km / days) * DAYS_A_MONTH, usualKm)) doubt(asked, 'unusual')
    if (days > LONGEST_GAP_DAYS) doubt(line, 'gap')
  }
  for (const line of typed.filter(({ basis }) => basis === 'distance')) {
    const days = dayNumber(line.at) + 1 - dayNumber(line.from ?? line.at)
    if (line.km > LONGEST_DAY_KM * Math.max(1, days)) doubt(line, 'too-far')
    else if (days >= SHORTEST_DAYS && isUnusual((line.km / days) * DAYS_A_MONTH, usualKm)) doubt(line, 'unusual')
  }
  return doubts
}

/** A train that stood for a month ran nothing, and that is no slip of the pen. */
const isUnusual = (kmAMonth: number, usualKm: number | null): boolean =>
  usualKm !== null && usualKm > 0 && kmAMonth > usualKm * UNUSUAL_TIMES
