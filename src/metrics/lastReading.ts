/** What is known of a train's odometer before a moment, and whether a reading can follow it. */
import { dayNumber, isMoment, type Moment } from '../domain/moment'
import { LONGEST_DAY_KM } from './trainUsage'

export interface LastReading {
  readonly km: number
  /** To the day or finer. */
  readonly at: Moment
}

/** The latest of these readings up to a moment; null when there is none. Of two on one day the higher. */
export function lastReading(readings: Iterable<LastReading>, until: Moment): LastReading | null {
  let last: LastReading | null = null
  for (const reading of readings) {
    if (!isMoment(reading.at) || reading.at.length < 10 || reading.at.slice(0, 10) > until.slice(0, 10)) continue
    const isLater = last === null || reading.at.slice(0, 10) > last.at.slice(0, 10)
    if (isLater || (last !== null && reading.at.slice(0, 10) === last.at.slice(0, 10) && reading.km > last.km))
      last = reading
  }
  return last
}

/**
 * Why an odometer can hardly show this after its last reading: it ran backwards, or further than a train runs in the days
 * between. A few kilometres backwards are rounding.
 */
export function odometerDoubt(km: number, at: Moment, last: LastReading): 'backwards' | 'too-far' | null {
  if (km < last.km - ROUNDING_KM) return 'backwards'
  const days = dayNumber(at.slice(0, 10)) - dayNumber(last.at.slice(0, 10)) + 1
  return km > last.km + days * LONGEST_DAY_KM ? 'too-far' : null
}

const ROUNDING_KM = 100
