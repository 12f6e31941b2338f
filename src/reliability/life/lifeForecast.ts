import { normalQuantile } from '../special/normalQuantile'
import { poissonCdf } from '../special/poissonCdf'
import type { FittedLaw, Interval } from './fittedLaw'

export type LifeForecast = {
  /** Failures expected among the parts in use. */
  readonly expected: number
  /** Of that expectation, from the scatter of the fitted law. */
  readonly bounds: Interval
  /** The number that will be seen lies between these. */
  readonly seen: Interval
  readonly units: number
  /** How many parts suffice with this chance, in (0, 1). */
  readonly stock: (chance: number) => number
}

export type AgedParts = { readonly ages: readonly number[]; readonly counts: readonly number[] }

const STEP = 1e-5
/** Points and reach, in standard errors, of the law over which the count is averaged. */
const [POINTS, REACH] = [61, 5]
const MOST_PARTS = 1e9

/**
 * How many of the parts in use, each of its own age, will fail while each runs so much further? Each fails with chance
 * 1 − R(t + more)/R(t) under the fitted Weibull law. Bounds of the expectation by the delta method on its logarithm; the
 * count that will be seen as Poisson, averaged over what the expectation may be.
 *
 * @param law   Weibull, as fitted; its confidence is that of both intervals
 * @param more  distance or time each part runs further, unit of the ages, > 0
 * @throws      RangeError for another law, for ages, counts or a horizon that are none
 * @source      Meeker & Escobar (1998) ch. 12; Lawless & Fredette (2005), Biometrika 92: predictive distributions
 */
export function lifeForecast(law: FittedLaw, { ages, counts }: AgedParts, more: number): LifeForecast {
  if (law.distribution !== 'weibull') throw new RangeError(`a forecast by a ${law.distribution} law is not worked out`)
  if (!(more > 0 && more < Infinity)) throw new RangeError(`horizon ${more} is not positive`)
  if (ages.length !== counts.length) throw new RangeError('an age without a count')
  if (!ages.every((age) => age >= 0 && age < Infinity) || !counts.every((count) => count >= 0 && count <= MOST_PARTS))
    throw new RangeError('ages and counts must not be negative')
  const expectedAt = (mu: number, sigma: number): number => {
    const hazard = (age: number): number => (age === 0 ? 0 : Math.exp((Math.log(age) - mu) / sigma))
    return ages.reduce((sum, age, at) => sum + (counts[at] ?? 0) * -Math.expm1(hazard(age) - hazard(age + more)), 0)
  }
  const { mu, sigma, varianceMu, varianceSigma, covariance, confidence } = law
  const expected = expectedAt(mu, sigma)
  const units = counts.reduce((sum, count) => sum + count, 0)
  const errorLog = (): number => {
    const slope = (f: (step: number) => number, size: number): number =>
      (Math.log(f(size)) - Math.log(f(-size))) / (2 * size)
    const byMu = slope((step) => expectedAt(mu + step, sigma), STEP * sigma)
    const bySigma = slope((step) => expectedAt(mu, sigma + step), STEP * sigma)
    return Math.sqrt(
      Math.max(0, byMu * byMu * varianceMu + bySigma * bySigma * varianceSigma + 2 * byMu * bySigma * covariance),
    )
  }
  const found = expected > 0 ? errorLog() : 0
  const error = Number.isFinite(found) ? found : Infinity
  if (!(units <= MOST_PARTS && error < Infinity)) throw new RangeError('the law says nothing of these parts')
  const atMost = (count: number): number => (count >= units ? 1 : averaged(count, expected, error, units))
  const width = -normalQuantile((1 - confidence) / 2) * error
  return {
    expected,
    bounds: [expected * Math.exp(-width), Math.min(units, expected * Math.exp(width))],
    seen: [quantile(atMost, (1 - confidence) / 2, units), quantile(atMost, (1 + confidence) / 2, units)],
    units,
    stock: (chance) => quantile(atMost, chance, units),
  }
}

/** The Poisson chance of at most so many, over the log-normal scatter of its mean; no more than there are parts. */
function averaged(count: number, expected: number, error: number, units: number): number {
  let [sum, weights] = [0, 0]
  for (let at = 0; at < POINTS; at += 1) {
    const z = REACH * ((2 * at) / (POINTS - 1) - 1)
    const weight = Math.exp((-z * z) / 2)
    sum += weight * poissonCdf(count, Math.min(units, expected * Math.exp(z * error)))
    weights += weight
  }
  return sum / weights
}

/** The smallest count of which at most so many are seen with this chance. */
function quantile(atMost: (count: number) => number, chance: number, most: number): number {
  let [low, high] = [-1, Math.ceil(most)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (atMost(middle) >= chance) high = middle
    else low = middle
  }
  return high
}
