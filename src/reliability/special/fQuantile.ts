import { inverseIncompleteBeta } from './inverseIncompleteBeta'

/**
 * The value an F variable stays below (tail 'lower') or above (tail 'upper') with a probability.
 *
 * @throws RangeError when the probability is outside [0, 1] or a degree of freedom is not positive
 * @param above, below degrees of freedom of numerator and denominator, > 0
 * @source F = ν₂x/(ν₁(1 − x)) with x from the inverse of I(ν₁/2, ν₂/2): DLMF 8.17
 */
export function fQuantile(
  probability: number,
  above: number,
  below: number,
  tail: 'lower' | 'upper' = 'lower',
): number {
  const { x, y } = inverseIncompleteBeta(above / 2, below / 2, probability, tail)
  return (below * x) / (above * y)
}
