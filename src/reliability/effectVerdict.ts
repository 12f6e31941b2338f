import type { NotEstimable } from './notEstimable'
import { rateRatio, type Counted, type RateRatio } from './rateRatio'

/**
 * `effective`: the bounds exclude that the rate stayed, and its estimate is at most the target, which itself is not
 * proven. `partly`: the bounds exclude that it stayed, and the estimate is above the target. `ineffective`: the bounds
 * exclude the target. `not-enough-data`: neither can be excluded.
 */
export type Effect = 'effective' | 'partly' | 'ineffective' | 'not-enough-data'

export type EffectVerdict = {
  readonly status: 'estimated'
  readonly verdict: Effect
  /** After over before: below 1 is better. */
  readonly ratio: RateRatio
  /** How much longer it must run without a failure until the bounds exclude "no change"; 0 when they do, null where no length is enough. */
  readonly moreExposure: number | null
}

/** A correction that halves the rate is what people call one that worked. */
export const HALVED = 0.5

/**
 * Did a corrective action work? Compares the failure rates before and after it.
 *
 * @param before     failures and exposure inside the scope of the action before it took effect, any unit
 * @param after      the same since then, same unit
 * @param confidence two-sided, in (0, 1)
 * @param target     ratio of the rates wanted, in (0, 1)
 * @returns          `no-exposure` when one side was not watched, `no-failures` when neither side failed
 * @throws           RangeError as `rateRatio`, or for a target outside (0, 1)
 * @source           exact conditional bounds of the ratio of two Poisson rates, see `rateRatio`
 */
export function effectVerdict(
  before: Counted,
  after: Counted,
  confidence: number,
  target = HALVED,
): EffectVerdict | NotEstimable<'no-exposure' | 'no-failures'> {
  if (!(target > 0 && target < 1)) throw new RangeError(`target ${target} is outside (0, 1)`)
  const ratio = rateRatio(after, before, confidence)
  if (ratio.status === 'not-estimable') return ratio
  const { upper, lower } = ratio
  const hasFallen = upper !== null && upper < 1
  const verdict: Effect = hasFallen
    ? ratio.ratio !== null && ratio.ratio <= target
      ? 'effective'
      : 'partly'
    : lower > target
      ? 'ineffective'
      : 'not-enough-data'
  return {
    status: 'estimated',
    verdict,
    ratio,
    moreExposure: hasFallen ? 0 : failureFreeUntilProven(before, after, confidence),
  }
}

/** The upper bound falls steadily with exposure, so the least that brings it under 1 is found by doubling and halving. */
function failureFreeUntilProven(before: Counted, after: Counted, confidence: number): number | null {
  const isProven = (more: number): boolean => {
    const ratio = rateRatio({ failures: after.failures, exposure: after.exposure + more }, before, confidence)
    return ratio.status === 'estimated' && ratio.upper !== null && ratio.upper < 1
  }
  let high = before.exposure
  while (!isProven(high)) {
    high *= 2
    if (!(high < before.exposure * 2 ** 40)) return null
  }
  let low = 0
  while (high - low > 1e-9 * high) {
    const middle = (low + high) / 2
    if (isProven(middle)) high = middle
    else low = middle
  }
  return high
}
