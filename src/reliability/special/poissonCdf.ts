import { incompleteGamma } from './incompleteGamma'

/**
 * Probability of at most `count` events (tail 'lower') or of more than `count` (tail 'upper') when `mean` are expected.
 *
 * @param count whole number; below 0 nothing is at most it
 * @param mean  ≥ 0
 * @throws      RangeError when the mean is negative
 * @source      P(N ≤ n) = Q(n + 1, mean), the incomplete gamma function: DLMF 8.4.10
 */
export function poissonCdf(count: number, mean: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(mean >= 0)) throw new RangeError(`mean ${mean} is negative`)
  if (count < 0) return tail === 'lower' ? 0 : 1
  return incompleteGamma(Math.floor(count) + 1, mean)[tail === 'lower' ? 'upper' : 'lower']
}
