import { climbToRoot } from './climbToRoot'
import { incompleteBeta, logBetaLike } from './incompleteBeta'

/** A point of [0, 1] with its distance to 1, both to full precision: odds x/y stay right at either end. */
export type UnitPoint = { readonly x: number; readonly y: number }

/**
 * The x at which the lower (or upper) regularised incomplete beta function equals a probability.
 *
 * @param a, b > 0, tried from 1e-3 to 1e6
 * @returns    x and y = 1 − x; x is 0 (or y is 0) where it would be below 1e-300
 * @throws     RangeError when the probability is outside [0, 1] or a shape is not positive
 * @source     Newton, then Halley, on the log of the tail over logit x, where it is concave
 */
export function inverseIncompleteBeta(
  a: number,
  b: number,
  probability: number,
  tail: 'lower' | 'upper' = 'lower',
): UnitPoint {
  if (!(a > 0 && a <= 1e12 && b > 0 && b <= 1e12))
    throw new RangeError(`shapes ${a}, ${b} are not positive numbers up to 1e12`)
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability ${probability} is outside [0, 1]`)
  if (probability > 0.5) return inverseIncompleteBeta(a, b, 1 - probability, tail === 'lower' ? 'upper' : 'lower')
  if (tail === 'lower') return inverseLower(a, b, probability)

  const mirrored = inverseLower(b, a, probability)
  return { x: mirrored.y, y: mirrored.x }
}

const logitLimit = 690

function inverseLower(a: number, b: number, probability: number): UnitPoint {
  if (probability === 0) return { x: 0, y: 1 }
  const target = Math.log(probability)
  const at = (logit: number) => {
    const { x, y } = fromLogit(logit)
    const { logLower } = incompleteBeta(a, b, x, y)
    const slope = Math.exp(logBetaLike(a, b, x, y) - logLower)
    return { value: logLower - target, slope, bend: (a * y - b * x) / slope - 1 }
  }

  const spread = Math.sqrt(1 / a + 1 / b)
  let start = Math.max(-logitLimit, Math.min(logitLimit, Math.log(a / b) - spread * Math.sqrt(-2 * target)))
  for (let step = spread; at(start).value > 0; step *= 2) {
    if (start === -logitLimit) return { x: 0, y: 1 }
    start = Math.max(-logitLimit, start - step)
  }
  const top = at(logitLimit)
  if (top.value < 0) return { x: 1, y: 0 }
  return fromLogit(climbToRoot(start, at))
}

const fromLogit = (logit: number): UnitPoint => ({ x: 1 / (1 + Math.exp(-logit)), y: 1 / (1 + Math.exp(logit)) })
