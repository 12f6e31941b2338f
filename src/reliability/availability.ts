import type { NotEstimable } from './notEstimable'
import { fQuantile } from './special/fQuantile'

const HOURS_PER_YEAR = 8760

export type InherentAvailability = { readonly availability: number; readonly downtimePerYearH: number }

/**
 * What share of the time is a repairable item up, from its mean times alone: MTBF/(MTBF + MTTR).
 * @param mtbfH mean time between failures, hours, > 0
 * @param mttrH mean time to restore, hours, ≥ 0
 * @throws      RangeError for times that are not
 * @source      IEC 60050-192 (inherent availability); a year of 8760 hours
 */
export function inherentAvailability(mtbfH: number, mttrH: number): InherentAvailability {
  if (!(mtbfH > 0 && mtbfH < Infinity && mttrH >= 0 && mttrH < Infinity))
    throw new RangeError(`MTBF ${mtbfH} and MTTR ${mttrH} are not times`)
  const availability = mtbfH / (mtbfH + mttrH)
  return { availability, downtimePerYearH: (1 - availability) * HOURS_PER_YEAR }
}

export type AvailabilityEstimate = {
  readonly status: 'estimated'
  readonly availability: number
  readonly lower: number
  readonly upper: number
}

/**
 * Availability from n failures and repairs, with bounds: the ratio of mean repair to mean up time is F-distributed with
 * 2n and 2n degrees when both are exponential.
 * @param uptime   total, same unit as `downtime`
 * @returns        `no-failures` when nothing was repaired
 * @throws         RangeError for broken times, count or confidence
 * @source         NIST/SEMATECH e-Handbook 8.1.8; MIL-HDBK-338B 5.6
 */
export function availability(
  failures: number,
  uptime: number,
  downtime: number,
  confidence: number,
): AvailabilityEstimate | NotEstimable<'no-failures'> {
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(uptime > 0 && downtime > 0)) throw new RangeError(`uptime ${uptime} and downtime ${downtime} must be positive`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const ratio = downtime / uptime
  const outside = (1 - confidence) / 2
  const high = fQuantile(outside, 2 * failures, 2 * failures, 'upper')
  return {
    status: 'estimated',
    availability: 1 / (1 + ratio),
    lower: 1 / (1 + ratio * high),
    upper: 1 / (1 + ratio / high),
  }
}
