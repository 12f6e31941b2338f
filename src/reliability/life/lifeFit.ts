import type { NotEstimable } from '../notEstimable'
import { normalQuantile } from '../special/normalQuantile'
import { ascend, type Hill } from './ascend'
import { informationCriteria, type InformationCriteria } from './informationCriteria'
import { weightedLives, type LifeData, type WeightedLives } from './lifeData'
import { LIFE_FAMILY, type LifeDistribution, type LifeFamily } from './lifeFamily'

export type Interval = readonly [lower: number, upper: number]

export type LifeFit = {
  readonly status: 'fitted'
  readonly distribution: LifeDistribution
  /** Location and scale of ln t (of t for the normal law): Weibull scale η = e^μ and shape β = 1/σ. */
  readonly mu: number
  readonly sigma: number
  readonly varianceMu: number
  readonly varianceSigma: number
  readonly covariance: number
  /** On the scale of t, as survreg prints it. */
  readonly logLikelihood: number
  readonly criteria: InformationCriteria
  readonly units: number
  readonly failed: number
  readonly confidence: number
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
 * @param data       ages > 0 (any for the normal law), one unit
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-failures`; `shape-unbounded` when all failures share the largest age, so that the likelihood
 *                   climbs without end (use Weibayes or a lower bound instead); `no-maximum`
 * @throws           RangeError for broken ages, counts or confidence
 * @source           Meeker & Escobar (1998) ch. 8; with a = μ/σ, b = 1/σ the likelihood of these families is concave
 */
export function lifeFit(data: LifeData, distribution: LifeDistribution, confidence: number): LifeFit | NoLifeFit {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const family = LIFE_FAMILY[distribution]
  const lives = weightedLives(data, family.isLog)
  if (lives.failed === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const failed = lives.failures.filter((_, at) => (lives.failureWeights[at] ?? 0) > 0)
  const latest = failed.reduce((most, age) => Math.max(most, age), -Infinity)
  if (failed.every((age) => age === latest) && lives.suspensions.every((age, at) => age <= latest || lives.suspensionWeights[at] === 0)) return { status: 'not-estimable', reason: 'shape-unbounded' }

  const found = maximum(lives, family)
  if (found === null) return { status: 'not-estimable', reason: 'no-maximum' }
  const { mu, sigma } = found
  const { varianceMu, varianceSigma, covariance, logLikelihood } = atMaximum(lives, family, mu, sigma)
  const z = -normalQuantile((1 - confidence) / 2)
  const seAt = (w: number): number => Math.sqrt(varianceMu + w * w * varianceSigma + 2 * w * covariance)
  return {
    status: 'fitted', distribution, mu, sigma, varianceMu, varianceSigma, covariance, logLikelihood, confidence,
    criteria: informationCriteria(logLikelihood, 2, lives.units),
    units: lives.units,
    failed: lives.failed,
    muBounds: [mu - z * Math.sqrt(varianceMu), mu + z * Math.sqrt(varianceMu)],
    sigmaBounds: [sigma * Math.exp((-z * Math.sqrt(varianceSigma)) / sigma), sigma * Math.exp((z * Math.sqrt(varianceSigma)) / sigma)],
    percentileLife: (p) => {
      const w = family.quantile(p)
      const x = mu + sigma * w
      const se = seAt(w)
      const scale = family.isLog ? Math.exp : (value: number) => value
      return { life: scale(x), bounds: [scale(x - z * se), scale(x + z * se)] }
    },
    reliabilityAt: (age) => {
      const u = ((family.isLog ? Math.log(age) : age) - mu) / sigma
      const se = seAt(u) / sigma
      return { reliability: family.alive(u), bounds: [family.alive(u + z * se), family.alive(u - z * se)] }
    },
  }
}

const logIf = (isLog: boolean) => (age: number): number => (isLog ? Math.log(age) : age)

function maximum(lives: WeightedLives, family: LifeFamily): { mu: number; sigma: number } | null {
  const y = lives.failures.map(logIf(family.isLog))
  const s = lives.suspensions.map(logIf(family.isLog))
  const center = y.reduce((sum, value, at) => sum + value * (lives.failureWeights[at] ?? 0), 0) / lives.failed
  const spread = Math.sqrt(y.reduce((sum, value, at) => sum + (value - center) ** 2 * (lives.failureWeights[at] ?? 0), 0) / lives.failed)
  const reach = Math.max(0, ...s.map((value) => value - center))
  const unit = Math.max(spread, reach / 3) || 1
  const scaledFailures = y.map((value) => (value - center) / unit)
  const scaledSuspensions = s.map((value) => (value - center) / unit)

  const hill = (a: number, b: number): Hill => {
    if (!(b > 0)) return { value: -Infinity, a: 0, b: 0, aa: 0, ab: 0, bb: 0 }
    let value = lives.failed * Math.log(b)
    let [ga, gb, aa, ab, bb] = [0, lives.failed / b, 0, 0, -lives.failed / (b * b)]
    const add = (ages: readonly number[], weights: readonly number[], law: LifeFamily['density']): void => {
      for (const [at, age] of ages.entries()) {
        const weight = weights[at] ?? 0
        if (weight === 0) continue
        const [log, slope, curvature] = law(b * age - a)
        value += weight * log
        ga -= weight * slope
        gb += weight * slope * age
        aa += weight * curvature
        ab -= weight * curvature * age
        bb += weight * curvature * age * age
      }
    }
    add(scaledFailures, lives.failureWeights, family.density)
    add(scaledSuspensions, lives.suspensionWeights, family.survival)
    return { value, a: ga, b: gb, aa, ab, bb }
  }
  const found = ascend([0, 1], hill)
  return found === null ? null : { mu: center + (unit * found[0]) / found[1], sigma: unit / found[1] }
}

/** Log-likelihood on the scale of t, and the inverse of the observed information, at (μ, σ). */
function atMaximum(lives: WeightedLives, family: LifeFamily, mu: number, sigma: number): { logLikelihood: number; varianceMu: number; varianceSigma: number; covariance: number } {
  let logLikelihood = 0
  let [mm, ms, ss] = [0, 0, 0]
  for (const [at, age] of lives.failures.entries()) {
    const weight = lives.failureWeights[at] ?? 0
    const z = (logIf(family.isLog)(age) - mu) / sigma
    const [log, slope, curvature] = family.density(z)
    logLikelihood += weight * (log - Math.log(sigma) - (family.isLog ? Math.log(age) : 0))
    mm += weight * curvature
    ms += weight * (curvature * z + slope)
    ss += weight * (curvature * z * z + 2 * slope * z + 1)
  }
  for (const [at, age] of lives.suspensions.entries()) {
    const weight = lives.suspensionWeights[at] ?? 0
    const z = (logIf(family.isLog)(age) - mu) / sigma
    const [log, slope, curvature] = family.survival(z)
    logLikelihood += weight * log
    mm += weight * curvature
    ms += weight * (curvature * z + slope)
    ss += weight * (curvature * z * z + 2 * slope * z)
  }
  const determinant = mm * ss - ms * ms
  const scale = sigma * sigma
  return { logLikelihood, varianceMu: (-ss * scale) / determinant, varianceSigma: (-mm * scale) / determinant, covariance: (ms * scale) / determinant }
}
