/** Value, gradient and Hessian of the function at a place. */
export type Hill = {
  readonly value: number
  readonly a: number
  readonly b: number
  readonly aa: number
  readonly ab: number
  readonly bb: number
}

/**
 * The maximum of a function of two variables, concave near its top, by Newton steps that are halved until they climb.
 *
 * @param start a place inside the domain
 * @param at    the function at (a, b); its value is −Infinity outside the domain
 * @returns     the maximum, or null when 200 steps do not reach one (the function climbs without end)
 * @source      damped Newton's method: Nocedal & Wright, Numerical Optimization (2006) ch. 3
 */
export function ascend(
  start: readonly [number, number],
  at: (a: number, b: number) => Hill,
): readonly [number, number] | null {
  let [a, b] = start
  let here = at(a, b)
  for (let step = 0; step < 200; step += 1) {
    // Where the function is not concave (delayed entries), the step is taken on the nearest hill that is.
    const middle = (here.aa + here.bb) / 2
    const steepest = middle + Math.hypot((here.aa - here.bb) / 2, here.ab)
    const lift = steepest < 0 ? 0 : steepest + 1e-3 * (1 + Math.abs(middle))
    const [aa, bb] = [here.aa - lift, here.bb - lift]
    const determinant = aa * bb - here.ab * here.ab
    if (!(determinant > 0)) return null
    const da = -(bb * here.a - here.ab * here.b) / determinant
    const db = -(aa * here.b - here.ab * here.a) / determinant
    let shrink = 1
    let next = at(a + da, b + db)
    while (!(next.value >= here.value - 1e-13 * Math.abs(here.value)) && shrink > 1e-12) {
      shrink /= 2
      next = at(a + shrink * da, b + shrink * db)
    }
    const moved = Math.max(
      Math.abs(shrink * da) / (1e-300 + Math.max(1, Math.abs(a))),
      Math.abs(shrink * db) / (1e-300 + Math.max(1e-3, Math.abs(b))),
    )
    a += shrink * da
    b += shrink * db
    here = next
    if (moved < 1e-14) return [a, b]
    if (Math.abs(b) > 1e12) return null
  }
  return Math.hypot(here.a, here.b) < 1e-6 * (1 + Math.abs(here.value)) ? [a, b] : null
}
