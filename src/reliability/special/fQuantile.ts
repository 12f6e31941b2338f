import { inverseIncompleteBeta } from './inverseIncompleteBeta'

/**
 * The value an F variable stays below (tail 'lower') or above (tail 'upper') with a probability.
 *
 * @throws RangeError when the probability is outside [0, 1] or a degree of freedom is not positive
 */
export function fQuantile(probability: number, above: number, below: number, tail: 'lower' | 'upper' = 'lower'): number {
  const { x, y } = inverseIncompleteBeta(above / 2, below / 2, probability, tail)
  return (below * x) / (above * y)
}
