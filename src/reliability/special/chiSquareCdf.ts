import { incompleteGamma } from './incompleteGamma'

/**
 * Probability that a chi-square variable is at most x (tail 'lower') or more than x (tail 'upper').
 *
 * @param degrees degrees of freedom, > 0, not necessarily whole
 * @throws        RangeError when x is negative or degrees is not positive
 * @source        P(ν/2, x/2), the incomplete gamma function: DLMF 8.2.4
 */
export function chiSquareCdf(x: number, degrees: number, tail: 'lower' | 'upper' = 'lower'): number {
  return incompleteGamma(degrees / 2, x / 2)[tail]
}
