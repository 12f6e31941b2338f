import { incompleteGamma } from './incompleteGamma'

/** Probability that a standard normal variable is at most z, with full relative precision far into the lower tail. */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  return z < 0 ? upper / 2 : 0.5 + lower / 2
}
