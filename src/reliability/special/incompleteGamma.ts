import { deviance } from './deviance'
import { stirlingError } from './stirlingError'

/** Both tails of a distribution function. The logarithms stay finite where the tails underflow to 0. */
export type Tails = {
  readonly lower: number
  readonly upper: number
  readonly logLower: number
  readonly logUpper: number
}

/**
 * Regularised incomplete gamma functions P (lower) and Q (upper), each to about 1e-12 relative however small it is.
 * The smaller tail is computed directly: series below shape + 1, continued fraction above.
 *
 * @param shape > 0, tried from 1e-3 to 1e6
 * @param x     ≥ 0
 * @throws      RangeError outside those ranges
 * @source      DLMF 8.11.4 (series) and 8.9.2 (continued fraction)
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(shape > 0 && shape <= 1e12)) throw new RangeError(`shape ${shape} is not a positive number up to 1e12`)
  if (!(x >= 0)) throw new RangeError(`x ${x} is negative`)
  if (x === 0) return { lower: 0, upper: 1, logLower: -Infinity, logUpper: 0 }
  if (x === Infinity) return { lower: 1, upper: 0, logLower: 0, logUpper: -Infinity }

  const logFront = logPoissonLike(shape, x)
  if (x < shape + 1) {
    const logLower = logFront + Math.log(lowerSeries(shape, x))
    const lower = Math.min(1, Math.exp(logLower))
    return { lower, upper: 1 - lower, logLower, logUpper: Math.log1p(-lower) }
  }
  const logUpper = logFront + Math.log(shape * upperFraction(shape, x))
  const upper = Math.min(1, Math.exp(logUpper))
  return { lower: 1 - upper, upper, logLower: Math.log1p(-upper), logUpper }
}

/**
 * ln of x^shape·e⁻ˣ/Γ(shape + 1); shape times it is the slope of P over ln x.
 * @param shape > 0, x > 0
 * @source DLMF 8.8.5, in logarithms, by Loader (2000) so that large terms do not cancel
 */
export function logPoissonLike(shape: number, x: number): number {
  return -deviance(shape, x) - stirlingError(shape) - 0.5 * Math.log(2 * Math.PI * shape)
}

function lowerSeries(shape: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (shape + k)
    sum += term
  }
  return sum
}

function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape
  let c = Infinity
  let d = 1 / b
  let fraction = d
  for (let k = 1; k < 1e6; k++) {
    const a = k * (shape - k)
    b += 2
    d = nonZeroInverse(a * d + b)
    c = nonZero(b + a / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 2e-16) break
  }
  return fraction
}

const nonZero = (value: number): number => (Math.abs(value) < 1e-290 ? 1e-290 : value)
const nonZeroInverse = (value: number): number => 1 / nonZero(value)
