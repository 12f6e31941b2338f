import { deviance } from './deviance'
import type { Tails } from './incompleteGamma'
import { stirlingError } from './stirlingError'

/**
 * Regularised incomplete beta function I_x(a, b) (lower) and its complement (upper), the smaller one computed directly.
 *
 * @param a, b > 0, tried from 1e-3 to 1e6
 * @param x    in [0, 1]
 * @param y    1 − x; hand it in when x is so near 1 that the difference would lose digits
 * @throws     RangeError outside those ranges
 * @source     DLMF 8.17.22, continued fraction by Lentz's method
 */
export function incompleteBeta(a: number, b: number, x: number, y: number = 1 - x): Tails {
  if (!(a > 0 && a <= 1e12 && b > 0 && b <= 1e12))
    throw new RangeError(`shapes ${a}, ${b} are not positive numbers up to 1e12`)
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x ${x} is outside [0, 1]`)
  if (x === 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 }
  if (y === 0) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity }

  const logFront = logBetaLike(a, b, x, y)
  if (x * (a + b + 2) < a + 1) {
    const logLower = logFront + Math.log(fraction(a, b, x) / a)
    const lower = Math.min(1, Math.exp(logLower))
    return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower) }
  }
  const logUpper = logFront + Math.log(fraction(b, a, y) / b)
  const upper = Math.min(1, Math.exp(logUpper))
  return { lower: 1 - upper, upper, logLower: Math.log1p(-upper), logUpper }
}

/**
 * ln of xᵃ·yᵇ/B(a, b), which is also the slope of I over ln(x/y).
 * @param x, y in (0, 1) with x + y = 1, both given so that neither loses digits
 * @source DLMF 8.17.20, in logarithms
 */
export function logBetaLike(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b)
  return 0.5 * (Math.log(a / (2 * Math.PI)) + Math.log(b / n)) + errors - deviance(a, n * x) - deviance(b, n * y)
}

function fraction(a: number, b: number, x: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m < 1e6; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    value *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    value *= c * d
    if (Math.abs(c * d - 1) < 2e-16) break
  }
  return value
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-290 ? 1e-290 : value)
