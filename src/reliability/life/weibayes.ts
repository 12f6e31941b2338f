import { chiSquareQuantile } from '../special/chiSquareQuantile'
import { weightedLives, type LifeData } from './lifeData'

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
  const ages = [...lives.failures, ...lives.suspensions]
  const weights = [...lives.failureWeights, ...lives.suspensionWeights]
  const longest = ages.reduce((most, age) => Math.max(most, age), 0)
  const sum = ages.reduce((total, age, at) => total + (weights[at] ?? 0) * (age / longest) ** beta, 0)
  return {
    eta: lives.failed === 0 ? null : longest * (sum / lives.failed) ** (1 / beta),
    etaLower: longest * ((2 * sum) / chiSquareQuantile(1 - confidence, 2 * lives.failed + 2, 'upper')) ** (1 / beta),
  }
}
