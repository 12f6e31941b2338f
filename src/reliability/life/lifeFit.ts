import type { NotEstimable } from '../notEstimable'
import { normalQuantile } from '../special/normalQuantile'
import { ascend, type Hill } from './ascend'
import { percentileLife, reliabilityAt, type FittedLaw, type Interval } from './fittedLaw'
import { informationCriteria, type InformationCriteria } from './informationCriteria'
import {
  isBefore,
  isSameAge,
  latest,
  weightAt,
  weightedLives,
  type Ages,
  type LifeData,
  type WeightedLives,
} from './lifeData'
import { LIFE_FAMILY, type LifeDistribution, type LifeFamily } from './lifeFamily'
import { weibullMaximum, type LifeMaximum } from './weibullMaximum'

/** The law with location μ and scale σ of ln t: for Weibull η = e^μ and β = 1/σ. */
export type LifeFit = FittedLaw & {
  readonly status: 'fitted'
  /** On the scale of t, as survreg prints it. */
  readonly logLikelihood: number
  readonly criteria: InformationCriteria
  readonly units: number
  readonly failed: number
  /** Two-sided, Fisher; σ on a log scale. */
  readonly muBounds: Interval
  readonly sigmaBounds: Interval
  /** Age by which a share p has failed, with bounds (log scale of t, linear for the normal law). */
  readonly percentileLife: (p: number) => { readonly life: number; readonly bounds: Interval }
  /** Share alive at an age, with bounds on the scale of z. */
  readonly reliabilityAt: (age: number) => { readonly reliability: number; readonly bounds: Interval }
}

export type NoLifeFit = NotEstimable<'no-failures' | 'shape-unbounded' | 'no-maximum'>

/**
 * How long do parts live? Weibull, lognormal, loglogistic or normal law by maximum likelihood, with suspensions.
 *
 * @param data       ages > 0 (≥ 0 for the normal law), one unit; parts already running when watching began as `entries`
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-failures`; `shape-unbounded` when all failures share the largest age, so that the likelihood
 *                   climbs without end (use Weibayes or a lower bound instead); `no-maximum`
 * @throws           RangeError for broken ages, counts or confidence
 * @source Meeker & Escobar (1998) ch. 8; delayed entry ch. 11.6; with a = μ/σ, b = 1/σ the likelihood of these
 * families is concave
 */
export function lifeFit(data: LifeData, distribution: LifeDistribution, confidence: number): LifeFit | NoLifeFit {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const family = LIFE_FAMILY[distribution]
  const lives = weightedLives(data, family.isLog)
  if (lives.failed === 0) return { status: 'not-estimable', reason: 'no-failures' }
  if (allFailAtTheEnd(lives)) return { status: 'not-estimable', reason: 'shape-unbounded' }

  const found = distribution === 'weibull' ? weibullMaximum(lives) : maximum(lives, family)
  if (found === null) return { status: 'not-estimable', reason: 'no-maximum' }
  const { mu, sigma, varianceMu, varianceSigma, covariance, logLikelihood } = found
  if (!(varianceMu > 0 && varianceSigma > 0)) return { status: 'not-estimable', reason: 'no-maximum' }
  const z = -normalQuantile((1 - confidence) / 2)
  const law: FittedLaw = { distribution, mu, sigma, varianceMu, varianceSigma, covariance, confidence }
  return {
    ...law,
    status: 'fitted',
    logLikelihood,
    criteria: informationCriteria(logLikelihood, 2, lives.units),
    units: lives.units,
    failed: lives.failed,
    muBounds: [mu - z * Math.sqrt(varianceMu), mu + z * Math.sqrt(varianceMu)],
    sigmaBounds: [
      sigma * Math.exp((-z * Math.sqrt(varianceSigma)) / sigma),
      sigma * Math.exp((z * Math.sqrt(varianceSigma)) / sigma),
    ],
    percentileLife: (p) => percentileLife(law, p),
    reliabilityAt: (age) => reliabilityAt(law, age),
  }
}

/** One failure, or several of one age, and nothing that lived longer: no spread to estimate, the likelihood climbs without end. */
function allFailAtTheEnd({ failures, failureWeights, suspensions, suspensionWeights }: WeightedLives): boolean {
  let last = -Infinity
  let first = Infinity
  for (let at = 0; at < failures.length; at += 1) {
    if (weightAt(failureWeights, at) === 0) continue
    const age = failures[at] ?? 0
    if (age > last) last = age
    if (age < first) first = age
  }
  if (!isSameAge(first, last)) return false
  for (let at = 0; at < suspensions.length; at += 1)
    if (isBefore(last, suspensions[at] ?? 0) && weightAt(suspensionWeights, at) > 0) return false
  return true
}

function maximum(lives: WeightedLives, family: LifeFamily): LifeMaximum | null {
  const y = onScale(lives.failures, family.isLog)
  const s = onScale(lives.suspensions, family.isLog)
  const e = onScale(lives.entries, family.isLog)
  const weighted = (f: (value: number) => number): number => {
    let sum = 0
    for (let at = 0; at < y.length; at += 1) sum += weightAt(lives.failureWeights, at) * f(y[at] ?? 0)
    return sum / lives.failed
  }
  const center = weighted((value) => value)
  const spread = Math.sqrt(weighted((value) => (value - center) ** 2))
  const reach = Math.max(0, latest(s) - center)
  const unit = Math.max(spread, reach / 3) || 1
  for (const values of [y, s, e])
    for (let at = 0; at < values.length; at += 1) values[at] = ((values[at] ?? 0) - center) / unit

  const hill = (a: number, b: number): Hill => {
    if (!(b > 0)) return { value: -Infinity, a: 0, b: 0, aa: 0, ab: 0, bb: 0 }
    let value = lives.failed * Math.log(b)
    let [ga, gb, aa, ab, bb] = [0, lives.failed / b, 0, 0, -lives.failed / (b * b)]
    const add = (ages: Float64Array, weights: Ages | null, law: LifeFamily['density'], sign: 1 | -1): void => {
      for (let at = 0; at < ages.length; at += 1) {
        const weight = sign * weightAt(weights, at)
        if (weight === 0) continue
        const age = ages[at] ?? 0
        const [log, slope, curvature] = law(b * age - a)
        value += weight * log
        ga -= weight * slope
        gb += weight * slope * age
        aa += weight * curvature
        ab -= weight * curvature * age
        bb += weight * curvature * age * age
      }
    }
    add(y, lives.failureWeights, family.density, 1)
    add(s, lives.suspensionWeights, family.survival, 1)
    add(e, lives.entryWeights, family.survival, -1)
    return { value, a: ga, b: gb, aa, ab, bb }
  }
  const found = ascend([0, 1], hill)
  return found === null ? null : atMaximum(lives, family, center + (unit * found[0]) / found[1], unit / found[1])
}

const onScale = (ages: Ages, isLog: boolean): Float64Array => Float64Array.from(ages, isLog ? Math.log : undefined)

/** Log-likelihood on the scale of t, and the inverse of the observed information, at (μ, σ). */
function atMaximum(lives: WeightedLives, family: LifeFamily, mu: number, sigma: number): LifeMaximum {
  let logLikelihood = 0
  let [mm, ms, ss] = [0, 0, 0]
  const add = (
    ages: Ages,
    weights: Ages | null,
    law: LifeFamily['density'],
    sign: 1 | -1,
    isFailure: boolean,
  ): void => {
    for (let at = 0; at < ages.length; at += 1) {
      const weight = sign * weightAt(weights, at)
      const y = family.isLog ? Math.log(ages[at] ?? 0) : (ages[at] ?? 0)
      const z = (y - mu) / sigma
      const [log, slope, curvature] = law(z)
      logLikelihood += weight * (isFailure ? log - Math.log(sigma) - (family.isLog ? y : 0) : log)
      mm += weight * curvature
      ms += weight * (curvature * z + slope)
      ss += weight * (curvature * z * z + 2 * slope * z + (isFailure ? 1 : 0))
    }
  }
  add(lives.failures, lives.failureWeights, family.density, 1, true)
  add(lives.suspensions, lives.suspensionWeights, family.survival, 1, false)
  add(lives.entries, lives.entryWeights, family.survival, -1, false)
  const determinant = mm * ss - ms * ms
  const scale = sigma * sigma
  return {
    mu,
    sigma,
    logLikelihood,
    varianceMu: (-ss * scale) / determinant,
    varianceSigma: (-mm * scale) / determinant,
    covariance: (ms * scale) / determinant,
  }
}
