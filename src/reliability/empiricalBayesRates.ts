import { checkUnits, type UnitCount } from './dispersion'
import { negativeBinomialRate } from './negativeBinomialRate'
import type { NotEstimable } from './notEstimable'
import { inverseIncompleteGamma } from './special/inverseIncompleteGamma'

export interface ShrunkRate {
  readonly rate: number
  /** Two-sided. */
  readonly lower: number
  readonly upper: number
}

export type EmpiricalBayesRates = {
  readonly status: 'estimated'
  /** The gamma law of the units' own rates: mean shape ÷ exposure. */
  readonly shape: number
  /** In units of exposure: what the law weighs beside a unit's own. */
  readonly exposure: number
  /** In the order of the units. */
  readonly rates: readonly ShrunkRate[]
}

/**
 * What is the rate of each unit, when units differ by a gamma law learnt from all of them? A unit with little exposure
 * is drawn to the mean of all, so that few failures neither lead nor end a ranking.
 *
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-failures`, or `no-maximum` where units scatter no more than at one rate: then they share it
 * @throws           RangeError for a count, exposure or confidence that is none
 * @source parametric empirical Bayes, gamma-Poisson: Gaver & O'Muircheartaigh (1987), Technometrics 29; the law by the
 * marginal likelihood, which is negative binomial
 */
export function empiricalBayesRates(
  units: readonly UnitCount[],
  confidence: number,
): EmpiricalBayesRates | NotEstimable<'no-failures' | 'no-maximum'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  checkUnits(units)
  const law = negativeBinomialRate(units, confidence)
  if (law.status !== 'estimated') return law
  const [shape, exposure] = [law.theta, law.theta / law.rate]
  const outside = (1 - confidence) / 2
  return {
    status: 'estimated',
    shape,
    exposure,
    rates: units.map((unit) => {
      const [count, run] = [shape + unit.failures, exposure + unit.exposure]
      return {
        rate: count / run,
        lower: inverseIncompleteGamma(count, outside) / run,
        upper: inverseIncompleteGamma(count, outside, 'upper') / run,
      }
    }),
  }
}
