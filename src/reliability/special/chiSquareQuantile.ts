import { inverseIncompleteGamma } from './inverseIncompleteGamma'

/**
 * The value a chi-square variable stays below (tail 'lower') or above (tail 'upper') with a probability.
 *
 * @param degrees degrees of freedom, > 0, not necessarily whole
 * @throws        RangeError when the probability is outside [0, 1] or degrees is not positive
 * @source        twice the inverse of P(ν/2, x): DLMF 8.2.4
 */
export function chiSquareQuantile(probability: number, degrees: number, tail: 'lower' | 'upper' = 'lower'): number {
  return 2 * inverseIncompleteGamma(degrees / 2, probability, tail)
}
