import { normalQuantile } from '../special/normalQuantile'
import { rootBetween } from '../special/rootBetween'
import type { FittedLaw, Interval } from './fittedLaw'

export type SeriesLife = {
  /** Age by which the share has failed in any mode. */
  readonly life: number
  readonly bounds: Interval
}

/**
 * By which age has a share of the parts failed, when each mode has its own Weibull law and the first to come ends the
 * life? The hazards add: Σ (t/η)^β = −ln(1 − p).
 * @param laws one Weibull law a mode, fitted with the failures of the others as suspensions, at least one
 * @param p    share failed, in (0, 1)
 * @returns    the age in the unit of the laws; bounds by the delta method on ln t, at the confidence of the first law
 * @throws     RangeError when p is no share, or there is no law or one that is not Weibull
 * @source     Meeker & Escobar (1998) ch. 15.5; modes are fitted apart, so that their estimates are independent
 */
export function seriesOfWeibulls(laws: readonly FittedLaw[], p: number): SeriesLife {
  const [first] = laws
  if (!(p > 0 && p < 1)) throw new RangeError(`share ${p} is outside (0, 1)`)
  if (first === undefined || laws.some(({ distribution }) => distribution !== 'weibull'))
    throw new RangeError('a series needs Weibull laws')
  const wanted = Math.log(-Math.log1p(-p))
  const each = (x: number): readonly number[] => laws.map(({ mu, sigma }) => (x - mu) / sigma)
  const excess = (x: number): number => {
    const zs = each(x)
    const most = Math.max(...zs)
    return most + Math.log(zs.reduce((sum, z) => sum + Math.exp(z - most), 0)) - wanted
  }
  // At the upper end one mode alone is enough, at the lower one all of them together are not.
  const high = Math.min(...laws.map(({ mu, sigma }) => mu + sigma * wanted))
  const low = Math.min(...laws.map(({ mu, sigma }) => mu + sigma * (wanted - Math.log(laws.length))))
  const x = low < high ? rootBetween(excess, low, high) : high
  const zs = each(x)
  const slopes = laws.map(({ sigma }, at) => Math.exp((zs[at] ?? 0) - wanted) / sigma)
  const slope = slopes.reduce((sum, part) => sum + part, 0)
  const variance = laws.reduce((sum, { varianceMu, varianceSigma, covariance }, at) => {
    const [byMu, z] = [(slopes[at] ?? 0) / slope, zs[at] ?? 0]
    return sum + byMu ** 2 * (varianceMu + z * z * varianceSigma + 2 * z * covariance)
  }, 0)
  const width = -normalQuantile((1 - first.confidence) / 2) * Math.sqrt(Math.max(0, variance))
  return { life: Math.exp(x), bounds: [Math.exp(x - width), Math.exp(x + width)] }
}
