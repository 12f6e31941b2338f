import { logGamma } from './logGamma'
import { stirlingSeries } from './stirlingSeries'

const halfLogTwoPi = 0.9189385332046727

/**
 * What Stirling's formula misses: ln Γ(x + 1) − ln(√(2πx)·(x/e)ˣ), for x > 0.
 * Densities are built from it because the large terms of ln Γ cancel on paper instead of in the machine.
 *
 * @source Loader, Fast and Accurate Computation of Binomial Probabilities, 2000
 * @returns the natural logarithm of the missing factor; never throws
 */
export const stirlingError = (x: number): number =>
  x < 16 ? logGamma(x) - (x - 0.5) * Math.log(x) + x - halfLogTwoPi : stirlingSeries(x)
