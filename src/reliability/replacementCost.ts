import type { FittedLaw, Interval } from './life/fittedLaw'
import type { NotEstimable } from './notEstimable'
import { overhaulAge, replacementAge } from './replacementAge'
import { incompleteGamma } from './special/incompleteGamma'
import { logGamma } from './special/logGamma'
import { normalQuantile } from './special/normalQuantile'

const positive = (...values: readonly number[]): boolean => values.every((value) => value > 0 && value < Infinity)

/**
 * What does a part cost per unit of age, when it is replaced at that age or at failure, whichever is first? Infinity as age
 * stands for running to failure.
 * @param planned, failure cost of a planned replacement and of one after a failure
 * @throws  RangeError for arguments that are not positive, or a cost beyond a double
 * @source  Barlow & Proschan (1965): (c_p·R + c_f·(1 − R)) ÷ ∫R
 */
export function replacementCost(eta: number, beta: number, planned: number, failure: number, age: number): number {
  if (!positive(eta, beta, planned, failure) || !(age > 0))
    throw new RangeError('scale, shape, costs and age must be positive numbers')
  const x = age === Infinity ? Infinity : (age / eta) ** beta
  const meanUpTo = Math.exp(logGamma(1 + 1 / beta)) * (x === Infinity ? 1 : incompleteGamma(1 / beta, x).lower)
  const alive = Math.exp(-x)
  const rate = (planned * alive + failure * (1 - alive)) / (eta * meanUpTo)
  if (!Number.isFinite(rate)) throw new RangeError('the cost is beyond what a double can hold')
  return rate
}

export type OptimumBounds = {
  /** Age; the upper end is Infinity where laws on which no age pays are not excluded. */
  readonly age: Interval
  /** Cost at the best age ÷ cost of running to failure; 1 where no age pays. */
  readonly saving: Interval
}

const DIRECTIONS = 96

interface Law {
  readonly eta: number
  readonly beta: number
}

/** The fitted law and those on the edge of the region it may come from. */
function lawsWithin(law: FittedLaw): readonly Law[] {
  if (law.distribution !== 'weibull') throw new RangeError(`a ${law.distribution} law has no such optimum worked out`)
  const { mu, sigma, varianceMu, varianceSigma, covariance, confidence } = law
  const width = -normalQuantile((1 - confidence) / 2)
  // ln β = −ln σ, so its deviation is that of σ in shares of σ.
  const [sdMu, sdLog] = [Math.sqrt(varianceMu), Math.sqrt(varianceSigma) / sigma]
  const correlation = sdMu > 0 && sdLog > 0 ? covariance / (sigma * sdMu * sdLog) : 0
  const rest = Math.sqrt(Math.max(0, 1 - correlation * correlation))
  const edge = Array.from({ length: DIRECTIONS }, (_, at): Law => {
    const [a, b] = [Math.cos((2 * Math.PI * at) / DIRECTIONS), Math.sin((2 * Math.PI * at) / DIRECTIONS)]
    return {
      eta: Math.exp(mu + width * sdMu * a),
      beta: Math.exp(-Math.log(sigma) - width * sdLog * (correlation * a + rest * b)),
    }
  })
  return [{ eta: Math.exp(mu), beta: 1 / sigma }, ...edge.filter(({ eta, beta }) => positive(eta, beta))]
}

const ends = (values: readonly number[]): Interval => [Math.min(...values), Math.max(...values)]

/**
 * Between what do the cheapest age and what it saves lie, when the law is known as well as it was fitted? The smallest and
 * largest value over all laws within the Wald region of ln η and ln β whose profile on any one figure has the confidence of
 * the law.
 * @param law a Weibull law, as fitted
 * @returns   `wear-out-needed` where no age pays on the fitted law
 * @throws    RangeError for another law or costs that are not positive
 * @source    confidence region for two parameters by the observed information, Meeker & Escobar (1998) ch. 8.3
 */
export function optimumBounds(
  law: FittedLaw,
  planned: number,
  failure: number,
): OptimumBounds | NotEstimable<'wear-out-needed'> {
  const found = lawsWithin(law).map(({ eta, beta }) => {
    const best = replacementAge(eta, beta, planned, failure)
    return best.status === 'estimated'
      ? { age: best.age, saving: best.costRate / replacementCost(eta, beta, planned, failure, Infinity) }
      : { age: Infinity, saving: 1 }
  })
  if (found[0]?.age === Infinity) return { status: 'not-estimable', reason: 'wear-out-needed' }
  return { age: ends(found.map(({ age }) => age)), saving: ends(found.map(({ saving }) => saving)) }
}

/**
 * The same for the interval between overhauls, where a failure is repaired just enough to go on.
 * @returns `wear-out-needed` where no interval pays on the fitted law; an upper end of Infinity where that is not excluded
 * @throws  RangeError as `optimumBounds`
 * @source  Barlow & Hunter (1960) over the same region
 */
export function overhaulBounds(
  law: FittedLaw,
  planned: number,
  failure: number,
): Interval | NotEstimable<'wear-out-needed'> {
  const ages = lawsWithin(law).map(({ eta, beta }) => {
    const best = overhaulAge(eta, beta, planned, failure)
    return best.status === 'estimated' ? best.age : Infinity
  })
  return ages[0] === Infinity ? { status: 'not-estimable', reason: 'wear-out-needed' } : ends(ages)
}
