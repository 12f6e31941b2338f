export interface LogTail {
  /** The logarithm of the tail less the one asked for. */
  readonly value: number
  readonly slope: number
  /** Second derivative over the square of the slope: 0 for a straight line, about −1 where it bends most. */
  readonly bend: number
}

/** Where a Halley step, whose error is of the third power, leaves nothing to improve. */
const NEAR = 1e-5

/**
 * The root of a concave, monotonic function: Newton's method from the side where it is negative, where no step can miss,
 * then Halley's, which needs one or two steps.
 * Log tail probabilities are such functions (over ln x for gamma, over ln(x/(1−x)) for beta).
 *
 * @param start where the function is negative, or not far beyond the root
 * @throws      RangeError when it is not there after 500 steps, which is a mistake in the function handed in
 * @source      Halley (1694)
 */
export function climbToRoot(start: number, at: (point: number) => LogTail): number {
  let point = start
  for (let step = 0; step < 500; step++) {
    const { value, slope, bend } = at(point)
    const isFar = value < -1
    const next = point - value / slope / (isFar ? 1 : 1 - (value * bend) / 2)
    if (Math.abs(value) <= NEAR || Math.abs(next - point) <= 1e-15 * Math.max(1, Math.abs(point))) return next
    point = next
  }
  throw new RangeError(`no root found from ${start}`)
}
