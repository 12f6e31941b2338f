import { normalCdf } from '../special/normalCdf'
import { normalQuantile } from '../special/normalQuantile'

export type LifeDistribution = 'weibull' | 'lognormal' | 'loglogistic' | 'normal'

/**
 * A standard law of z = (y − μ)/σ, with what fitting needs: log density g and log survival h with their first two
 * derivatives. y is ln t, or t itself for the normal law.
 */
export type LifeFamily = {
  readonly isLog: boolean
  readonly density: (z: number) => readonly [value: number, slope: number, curvature: number]
  readonly survival: (z: number) => readonly [value: number, slope: number, curvature: number]
  /** z below which a share p fails. */
  readonly quantile: (p: number) => number
  /** Share failed and share alive at z; each accurate where it is small. */
  readonly failed: (z: number) => number
  readonly alive: (z: number) => number
}

const LOG_ROOT_TWO_PI = 0.9189385332046728

const smallestExtreme: LifeFamily = {
  isLog: true,
  density: (z) => {
    const e = Math.exp(z)
    return [z - e, 1 - e, -e]
  },
  survival: (z) => {
    const e = Math.exp(z)
    return [-e, -e, -e]
  },
  quantile: (p) => Math.log(-Math.log1p(-p)),
  failed: (z) => -Math.expm1(-Math.exp(z)),
  alive: (z) => Math.exp(-Math.exp(z)),
}

/** φ/Q, the hazard of the standard normal law; far out by its asymptotic series, where both vanish. */
const normalHazard = (z: number): number =>
  z > 30 ? z + 1 / z - 2 / z ** 3 : Math.exp((-z * z) / 2 - LOG_ROOT_TWO_PI) / normalCdf(-z)
const logNormalSurvival = (z: number): number =>
  z > 30 ? (-z * z) / 2 - LOG_ROOT_TWO_PI - Math.log(normalHazard(z)) : Math.log(normalCdf(-z))

const gaussian = (isLog: boolean): LifeFamily => ({
  isLog,
  density: (z) => [(-z * z) / 2 - LOG_ROOT_TWO_PI, -z, -1],
  survival: (z) => {
    const hazard = normalHazard(z)
    return [logNormalSurvival(z), -hazard, -hazard * (hazard - z)]
  },
  quantile: normalQuantile,
  failed: normalCdf,
  alive: (z) => normalCdf(-z),
})

const logOnePlusExp = (z: number): number => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)))
const share = (z: number): number => 1 / (1 + Math.exp(-z))

const logistic: LifeFamily = {
  isLog: true,
  density: (z) => {
    const p = share(z)
    return [z - 2 * logOnePlusExp(z), 1 - 2 * p, -2 * p * (1 - p)]
  },
  survival: (z) => {
    const p = share(z)
    return [-logOnePlusExp(z), -p, -p * (1 - p)]
  },
  quantile: (p) => Math.log(p) - Math.log1p(-p),
  failed: share,
  alive: (z) => share(-z),
}

/**
 * The laws a life can follow, by name. z is standardised; the extreme-value law of ln t is the Weibull law of t.
 * @source Meeker & Escobar (1998) ch. 4
 */
export const LIFE_FAMILY: Readonly<Record<LifeDistribution, LifeFamily>> = {
  weibull: smallestExtreme,
  lognormal: gaussian(true),
  loglogistic: logistic,
  normal: gaussian(false),
}
