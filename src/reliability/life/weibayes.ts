import { chiSquareQuantile } from '../special/chiSquareQuantile'
import { latest, weightAt, weightedLives, type Ages, type LifeData } from './lifeData'

export type Weibayes = { readonly eta: number | null; readonly etaLower: number }

/**
 * The Weibull scale when the shape is known from elsewhere, so that few or no failures suffice.
 * @param beta       shape, > 0, from like parts
 * @param confidence one-sided, of the lower bound
 * @returns          `eta` is null without a failure; the bound exists all the same
 * @throws           RangeError for broken ages, shape or confidence, or when nothing was watched
 * @source           Abernethy, The New Weibull Handbook, ch. 6: η = (Σtᵝ/r)^(1/β), bound by χ²(C; 2r + 2)
 */
export function weibayes(data: LifeData, beta: number, confidence: number): Weibayes {
  if (!(beta > 0 && beta < Infinity)) throw new RangeError(`shape ${beta} is not positive`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const lives = weightedLives(data, true)
  if (lives.units === 0) throw new RangeError('there is no age to learn from')
  const longest = Math.max(latest(lives.failures), latest(lives.suspensions))
  const powers = (ages: Ages, weights: Ages | null): number => {
    let total = 0
    for (let at = 0; at < ages.length; at += 1) total += weightAt(weights, at) * ((ages[at] ?? 0) / longest) ** beta
    return total
  }
  const sum =
    powers(lives.failures, lives.failureWeights) +
    powers(lives.suspensions, lives.suspensionWeights) -
    powers(lives.entries, lives.entryWeights)
  const eta = lives.failed === 0 ? null : longest * (sum / lives.failed) ** (1 / beta)
  const etaLower =
    longest * ((2 * sum) / chiSquareQuantile(1 - confidence, 2 * lives.failed + 2, 'upper')) ** (1 / beta)
  if (!(Number.isFinite(eta ?? 0) && Number.isFinite(etaLower)))
    throw new RangeError(`shape ${beta} is too small for these ages`)
  return { eta, etaLower }
}
