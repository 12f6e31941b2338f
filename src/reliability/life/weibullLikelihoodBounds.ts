import { chiSquareQuantile } from '../special/chiSquareQuantile'
import { rootBetween } from '../special/rootBetween'
import type { NullableInterval } from './kaplanMeier'
import { weightAt, weightedLives, type LifeData } from './lifeData'
import { SMALLEST_SHAPE } from './weibullMaximum'
import type { NoLifeFit } from './lifeFit'
import { weibullFit, type WeibullFit } from './weibullFit'

export type WeibullLikelihoodBounds = {
  readonly status: 'estimated'
  readonly fit: WeibullFit
  /** An end is null where the likelihood never falls far enough on that side: nothing bounds it. */
  readonly beta: NullableInterval
  readonly eta: NullableInterval
  readonly percentile: { readonly life: number; readonly bounds: NullableInterval }
}

/** Beyond e^±700 an age is no number any more. */
const FARTHEST_LOG = 700
const AGES = [-FARTHEST_LOG, FARTHEST_LOG] as const

/**
 * Likelihood-ratio bounds of the Weibull law: all values whose best likelihood lies within ½χ²(C; 1) of the maximum.
 * Better than Fisher's for few failures, because they need not be symmetric.
 * @param p share failed, in (0, 1), for the percentile life
 * @throws  as `lifeFit`
 * @source  Meeker & Escobar (1998) ch. 8.3
 */
export function weibullLikelihoodBounds(
  data: LifeData,
  confidence: number,
  p: number,
): WeibullLikelihoodBounds | NoLifeFit {
  const fit = weibullFit(data, confidence)
  if (fit.status === 'not-estimable') return fit
  const lives = weightedLives(data, true)
  const failures = lives.failed
  const sumLogs = Array.from(lives.failures, Math.log).reduce(
    (sum, log, at) => sum + log * weightAt(lives.failureWeights, at),
    0,
  )
  const ages = Float64Array.from([...lives.failures, ...lives.suspensions, ...lives.entries], Math.log)
  const weights = [
    ...Array.from(lives.failures, (_, at) => weightAt(lives.failureWeights, at)),
    ...Array.from(lives.suspensions, (_, at) => weightAt(lives.suspensionWeights, at)),
    ...Array.from(lives.entries, (_, at) => -weightAt(lives.entryWeights, at)),
  ]
  const powers = (beta: number, center: number): readonly [sum: number, slope: number] => {
    let sum = 0
    let slope = 0
    for (const [at, log] of ages.entries()) {
      const term = (weights[at] ?? 0) * Math.exp(beta * (log - center))
      sum += term
      slope += term * (log - center)
    }
    return [sum, slope]
  }
  const top = fit.life.logLikelihood
  const drop = chiSquareQuantile(confidence, 1) / 2

  /** Best likelihood for a fixed shape: the scale then has a closed form. */
  const forBeta = (beta: number): number => {
    const center = Math.log(fit.eta)
    const [sum] = powers(beta, center)
    const logScale = center + Math.log(sum / failures) / beta
    return failures * Math.log(beta) - failures * beta * logScale + (beta - 1) * sumLogs - failures
  }
  /** Best likelihood when the age by which −ln R = q is fixed: concave in the shape. q = 1 is the scale itself. */
  const forLife = (logLife: number, q: number): number => {
    const slopeAt = (beta: number): number =>
      failures / beta + sumLogs - failures * logLife - q * powers(beta, logLife)[1]
    let low = fit.beta
    while (slopeAt(low) < 0) low /= 2
    let high = fit.beta
    while (slopeAt(high) > 0) high *= 2
    const beta = low === high ? low : rootBetween(slopeAt, low, high)
    return (
      failures * (Math.log(beta) + Math.log(q) - beta * logLife) + (beta - 1) * sumLogs - q * powers(beta, logLife)[0]
    )
  }
  const bounds = (
    best: (log: number) => number,
    center: number,
    step: number,
    [least, most]: readonly [number, number],
  ): NullableInterval => {
    const gap = (log: number): number => best(log) - (top - drop)
    const end = (direction: 1 | -1): number | null => {
      let [inside, stride] = [center, step]
      for (;;) {
        const next = inside + direction * stride
        if (!(next > least && next < most)) return null
        const found = gap(next)
        if (Number.isNaN(found)) return null
        if (found <= 0) return Math.exp(rootBetween(gap, inside, next))
        inside = next
        stride *= 1.5
      }
    }
    return [end(-1), end(1)]
  }
  const q = -Math.log1p(-p)
  const life = fit.life.percentileLife(p).life
  const step = 0.5
  return {
    status: 'estimated',
    fit,
    beta: bounds((log) => forBeta(Math.exp(log)), Math.log(fit.beta), step, [Math.log(SMALLEST_SHAPE), FARTHEST_LOG]),
    eta: bounds((log) => forLife(log, 1), Math.log(fit.eta), step / fit.beta, AGES),
    percentile: { life, bounds: bounds((log) => forLife(log, q), Math.log(life), step / fit.beta, AGES) },
  }
}
