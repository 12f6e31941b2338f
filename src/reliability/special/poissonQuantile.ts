import { normalQuantile } from './normalQuantile'
import { poissonCdf } from './poissonCdf'

/**
 * The smallest count that is not exceeded with at least the given probability: how many spares cover a demand.
 *
 * @param mean expected events, ≥ 0
 * @throws     RangeError when the probability is outside [0, 1) or the mean is negative
 * @source     the smallest n with Q(n + 1, mean) at or above the probability
 */
export function poissonQuantile(probability: number, mean: number): number {
  if (!(probability >= 0 && probability < 1)) throw new RangeError(`probability ${probability} is outside [0, 1)`)
  if (probability === 0 || mean === 0) return 0
  const z = normalQuantile(probability)
  let count = Math.max(0, Math.floor(mean + z * Math.sqrt(mean) + (z * z - 1) / 6))
  while (count > 0 && poissonCdf(count - 1, mean) >= probability) count--
  while (poissonCdf(count, mean) < probability) count++
  return count
}
