import { inverseIncompleteBeta } from './inverseIncompleteBeta'

/**
 * The t below which a Student variable falls with a probability. For an upper tail q use −studentQuantile(q, degrees).
 *
 * @throws RangeError when the probability is outside [0, 1] or degrees is not positive
 * @param degrees > 0, not necessarily whole
 * @source t² = ν(1 − x)/x with x from the inverse of I(ν/2, ½): DLMF 8.17
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability ${probability} is outside [0, 1]`)
  if (probability === 0.5) return 0
  if (probability > 0.5) return -studentQuantile(1 - probability, degrees)
  const { x, y } = inverseIncompleteBeta(degrees / 2, 0.5, 2 * probability)
  return -Math.sqrt((degrees * y) / x)
}
