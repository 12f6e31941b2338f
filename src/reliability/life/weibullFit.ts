import { logGamma } from '../special/logGamma'
import type { LifeData } from './lifeData'
import type { Interval } from './fittedLaw'
import { lifeFit, type LifeFit, type NoLifeFit } from './lifeFit'

export type WeibullFit = {
  readonly status: 'fitted'
  /** Scale: the age by which 63.2 % have failed. */
  readonly eta: number
  /** Shape: below 1 early failures, 1 constant rate, above 1 wear-out. */
  readonly beta: number
  readonly etaBounds: Interval
  readonly betaBounds: Interval
  readonly varianceEta: number
  readonly varianceBeta: number
  readonly covarianceEtaBeta: number
  readonly mean: number
  readonly life: LifeFit
}

/**
 * The two-parameter Weibull law in the letters engineers use. Bounds are two-sided, Fisher, on a log scale.
 * @param data ages > 0, one unit
 * @throws     as `lifeFit`
 * @source     η = e^μ, β = 1/σ, delta method; mean = ηΓ(1 + 1/β)
 */
export function weibullFit(data: LifeData, confidence: number): WeibullFit | NoLifeFit {
  const life = lifeFit(data, 'weibull', confidence)
  if (life.status === 'not-estimable') return life
  const { mu, sigma, varianceMu, varianceSigma, covariance } = life
  const eta = Math.exp(mu)
  const beta = 1 / sigma
  const etaBounds = [Math.exp(life.muBounds[0]), Math.exp(life.muBounds[1])] as const
  const betaBounds = [1 / life.sigmaBounds[1], 1 / life.sigmaBounds[0]] as const
  // A top so flat that its bounds leave the numbers settles nothing.
  if (![...etaBounds, ...betaBounds].every((bound) => bound > 0 && bound < Infinity))
    return { status: 'not-estimable', reason: 'no-maximum' }
  return {
    status: 'fitted',
    eta,
    beta,
    life,
    etaBounds,
    betaBounds,
    varianceEta: eta * eta * varianceMu,
    varianceBeta: varianceSigma / sigma ** 4,
    covarianceEtaBeta: (-eta * covariance) / (sigma * sigma),
    mean: eta * Math.exp(logGamma(1 + sigma)),
  }
}
