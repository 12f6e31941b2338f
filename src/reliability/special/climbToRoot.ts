/**
 * Newton's method on a concave function, started where it is negative: every step stays on that side, so it cannot miss.
 * It ends when a step no longer moves the point or rounding makes the value positive.
 * Log tail probabilities are such functions (over ln x for gamma, over ln(x/(1−x)) for beta).
 *
 * @throws RangeError when it is not there after 500 steps, which is a mistake in the function handed in
 */
export function climbToRoot(start: number, at: (point: number) => { value: number; slope: number }): number {
  let point = start
  for (let step = 0; step < 500; step++) {
    const { value, slope } = at(point)
    const next = point - value / slope
    if (value >= 0 || Math.abs(next - point) <= 1e-15 * Math.max(1, Math.abs(point))) return next
    point = next
  }
  throw new RangeError(`no root found from ${start}`)
}
