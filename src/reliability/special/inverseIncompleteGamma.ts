import { climbToRoot } from './climbToRoot'
import { incompleteGamma, logPoissonLike } from './incompleteGamma'
import { logGamma } from './logGamma'
import { normalQuantile } from './normalQuantile'

/**
 * The x at which the lower (or upper) incomplete gamma function equals a probability.
 * Ask for the tail whose probability you know exactly: an upper 1e-20 cannot be written as a lower one.
 *
 * @param shape > 0, tried from 1e-3 to 1e6
 * @returns     x ≥ 0; Infinity where the probability asks for the end of the range, 0 where x is below 1e-320
 * @throws      RangeError when the probability is outside [0, 1] or the shape is not positive
 * @source      Newton, then Halley, on the log of the tail over ln x, where it is concave
 */
export function inverseIncompleteGamma(shape: number, probability: number, tail: 'lower' | 'upper' = 'lower'): number {
  if (!(shape > 0 && shape <= 1e12)) throw new RangeError(`shape ${shape} is not a positive number up to 1e12`)
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability ${probability} is outside [0, 1]`)
  // 1 − p is exact above one half, so only tails up to one half are ever solved.
  if (probability > 0.5) return inverseIncompleteGamma(shape, 1 - probability, tail === 'lower' ? 'upper' : 'lower')
  if (probability === 0) return tail === 'lower' ? 0 : Infinity
  return tail === 'lower' ? inverseLower(shape, probability) : inverseUpper(shape, probability)
}

// P ≤ x^shape/Γ(shape + 1) and P(shape − √(2·shape·L)) ≤ e^−L are both below the root: start at the nearer.
function inverseLower(shape: number, probability: number): number {
  const target = Math.log(probability)
  const power = (target + logGamma(shape + 1)) / shape
  const chernoff = shape - Math.sqrt(-2 * shape * target)
  const start =
    nearNormal(shape, normalQuantile(probability)) ?? (chernoff > 0 ? Math.max(power, Math.log(chernoff)) : power)
  if (start < -740) return Math.exp(power)
  return Math.exp(
    climbToRoot(start, (logX) => {
      const x = Math.exp(logX)
      const { logLower } = incompleteGamma(shape, x)
      const slope = shape * Math.exp(logPoissonLike(shape, x) - logLower)
      return { value: logLower - target, slope, bend: (shape - x) / slope - 1 }
    }),
  )
}

// Q(shape + √(2·shape·L) + L) ≤ e^−L is above the root.
function inverseUpper(shape: number, probability: number): number {
  const target = Math.log(probability)
  const start =
    nearNormal(shape, -normalQuantile(probability)) ?? Math.log(shape + Math.sqrt(-2 * shape * target) - target)
  return Math.exp(
    climbToRoot(start, (logX) => {
      const x = Math.exp(logX)
      const { logUpper } = incompleteGamma(shape, x)
      const slope = -shape * Math.exp(logPoissonLike(shape, x) - logUpper)
      return { value: logUpper - target, slope, bend: (shape - x) / slope - 1 }
    }),
  )
}

/**
 * Large shapes are nearly normal, and each look at the function costs thousands of terms there: four terms beyond the
 * normal one leave a single look. Null where the shape is too small for that.
 * @source Cornish & Fisher (1938); Abramowitz & Stegun 26.2.49 with the cumulants of the gamma law
 */
function nearNormal(shape: number, z: number): number | null {
  if (!(shape > 30 && z * z < shape / 10)) return null
  const [root, square] = [Math.sqrt(shape), z * z]
  const beyond =
    (square - 1) / 3 +
    (z * (square - 7)) / (36 * root) -
    (square * (3 * square + 7) - 16) / (810 * shape) +
    (z * (square * (9 * square + 256) - 433)) / (38880 * shape * root)
  return Math.log(shape + z * root + beyond)
}
