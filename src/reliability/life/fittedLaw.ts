import { normalQuantile } from '../special/normalQuantile'
import { LIFE_FAMILY, type LifeDistribution } from './lifeFamily'

export type Interval = readonly [lower: number, upper: number]

/** A fitted law as plain numbers: location and scale of ln t (of t for the normal law), their covariance, and how sure the bounds are. */
export type FittedLaw = {
  readonly distribution: LifeDistribution
  readonly mu: number
  readonly sigma: number
  readonly varianceMu: number
  readonly varianceSigma: number
  readonly covariance: number
  /** Two-sided, in (0, 1). */
  readonly confidence: number
}

const standardErrorAt = ({ varianceMu, varianceSigma, covariance }: FittedLaw, z: number): number =>
  Math.sqrt(varianceMu + z * z * varianceSigma + 2 * z * covariance)
const widthOf = ({ confidence }: FittedLaw): number => -normalQuantile((1 - confidence) / 2)

/**
 * By which age has a share of the parts failed? x = μ + σ·z(p), bounds x ± z·se(x), on the scale of ln t (of t for the normal law).
 * @param p share failed, in (0, 1)
 * @returns the age in the unit of the data, and two-sided bounds
 * @throws  RangeError when p is no share
 * @source  Meeker & Escobar (1998) ch. 8.4.3, delta method
 */
export function percentileLife(law: FittedLaw, p: number): { readonly life: number; readonly bounds: Interval } {
  if (!(p > 0 && p < 1)) throw new RangeError(`share ${p} is outside (0, 1)`)
  const family = LIFE_FAMILY[law.distribution]
  const z = family.quantile(p)
  const x = law.mu + law.sigma * z
  const width = widthOf(law) * standardErrorAt(law, z)
  const scale = family.isLog ? Math.exp : (value: number) => value
  return { life: scale(x), bounds: [scale(x - width), scale(x + width)] }
}

/**
 * Which share of the parts is alive at an age? R = 1 − F((x − μ)/σ), bounds on the scale of z.
 * @param age in the unit of the data; above 0 for laws on a log scale
 * @throws    RangeError for an age the law does not know
 * @source    Meeker & Escobar (1998) ch. 8.4.3, delta method
 */
export function reliabilityAt(
  law: FittedLaw,
  age: number,
): { readonly reliability: number; readonly bounds: Interval } {
  const family = LIFE_FAMILY[law.distribution]
  if (!(age > (family.isLog ? 0 : -Infinity) && age < Infinity)) throw new RangeError(`age ${age} is outside the law`)
  const z = ((family.isLog ? Math.log(age) : age) - law.mu) / law.sigma
  const width = (widthOf(law) * standardErrorAt(law, z)) / law.sigma
  return { reliability: family.alive(z), bounds: [family.alive(z + width), family.alive(z - width)] }
}
