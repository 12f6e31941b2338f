import { incompleteGamma } from './incompleteGamma'

/**
 * Probability that a standard normal variable is at most z, with full relative precision far into the lower tail.
 * @param z any number
 * @returns Φ(z); NaN only for NaN
 * @source Φ(z) = ½·Q(½, z²/2) for z < 0, the incomplete gamma function: DLMF 7.11.2
 */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}
