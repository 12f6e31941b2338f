import { checkUnits, type UnitCount } from './dispersion'
import type { NotEstimable } from './notEstimable'
import { digamma } from './special/digamma'
import { normalQuantile } from './special/normalQuantile'
import { rootBetween } from './special/rootBetween'

export type NegativeBinomialRate = {
  readonly status: 'estimated'
  readonly rate: number
  /** Variance of a count with mean m is m + m²/theta. */
  readonly theta: number
  readonly standardErrorLog: number
  readonly lower: number
  readonly upper: number
}

/** Beyond these the law is Poisson, or a unit decides alone. */
const [LEAST_THETA, MOST_THETA] = [1e-3, 1e6]

/**
 * The rate of units that differ in their own rates, which follow a gamma law: negative binomial counts by maximum
 * likelihood, with bounds on a log scale.
 *
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-failures`, or `no-maximum` where the counts scatter no more than Poisson's
 * @throws           RangeError for a count, exposure or confidence that is none
 * @source Cameron & Trivedi (2013) ch. 3.3 (NB2); as `MASS::glm.nb` in R
 */
export function negativeBinomialRate(
  units: readonly UnitCount[],
  confidence: number,
): NegativeBinomialRate | NotEstimable<'no-failures' | 'no-maximum'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  checkUnits(units)
  const failures = units.reduce((sum, unit) => sum + unit.failures, 0)
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const pooled = failures / units.reduce((sum, { exposure }) => sum + exposure, 0)
  const highest = units.reduce((most, unit) => Math.max(most, unit.failures / unit.exposure), 0)
  const lowest = units.reduce((least, unit) => Math.min(least, unit.failures / unit.exposure), Infinity)

  /** The weighted mean of the units' own rates, for a given theta. */
  const rateFor = (theta: number): number => {
    const score = (rate: number): number =>
      units.reduce(
        (sum, unit) => sum + (unit.failures - rate * unit.exposure) / (1 + (rate * unit.exposure) / theta),
        0,
      )
    return highest > lowest ? rootBetween(score, Math.max(lowest, pooled * 1e-9), highest) : pooled
  }
  /** Derivative of the log-likelihood by theta at the best rate for it. */
  const slope = (logTheta: number): number => {
    const theta = Math.exp(logTheta)
    const rate = rateFor(theta)
    return units.reduce((sum, unit) => {
      const mean = rate * unit.exposure
      return (
        sum +
        digamma(unit.failures + theta) -
        digamma(theta) -
        Math.log1p(mean / theta) +
        1 -
        (unit.failures + theta) / (mean + theta)
      )
    }, 0)
  }
  const [low, high] = [Math.log(LEAST_THETA), Math.log(MOST_THETA)]
  if (!(slope(low) > 0 && slope(high) < 0)) return { status: 'not-estimable', reason: 'no-maximum' }
  const theta = Math.exp(rootBetween(slope, low, high))
  const rate = rateFor(theta)
  const information = units.reduce((sum, { exposure }) => sum + (rate * exposure) / (1 + (rate * exposure) / theta), 0)
  const standardErrorLog = 1 / Math.sqrt(information)
  const width = -normalQuantile((1 - confidence) / 2) * standardErrorLog
  return {
    status: 'estimated',
    rate,
    theta,
    standardErrorLog,
    lower: rate * Math.exp(-width),
    upper: rate * Math.exp(width),
  }
}
