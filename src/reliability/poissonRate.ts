import type { NotEstimable } from './notEstimable'
import { inverseIncompleteGamma } from './special/inverseIncompleteGamma'

export type RateEstimate = {
  readonly status: 'estimated'
  readonly failures: number
  readonly exposure: number
  readonly confidence: number
  readonly rate: number
  readonly lower: number
  readonly upper: number
}

/**
 * Failures per unit of exposure with exact two-sided (Garwood) bounds. Without a failure the lower bound is 0.
 *
 * @param failures   whole number ≥ 0
 * @param exposure   kilometres, hours or cycles; multiply the three rates for "per million km"
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-exposure` when nothing was watched
 * @throws           RangeError for a broken failure count or a confidence outside (0, 1)
 * @source           Garwood, Fiducial Limits for the Poisson Distribution, Biometrika 28, 1936
 */
export function poissonRate(
  failures: number,
  exposure: number,
  confidence: number,
): RateEstimate | NotEstimable<'no-exposure'> {
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  if (!(exposure > 0 && exposure < Infinity)) return { status: 'not-estimable', reason: 'no-exposure' }

  const outside = (1 - confidence) / 2
  return {
    status: 'estimated',
    failures,
    exposure,
    confidence,
    rate: failures / exposure,
    lower: failures === 0 ? 0 : inverseIncompleteGamma(failures, outside) / exposure,
    upper: inverseIncompleteGamma(failures + 1, outside, 'upper') / exposure,
  }
}
