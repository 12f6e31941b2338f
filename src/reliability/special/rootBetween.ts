/**
 * Where a continuous function changes sign between two points: bisection with secant steps that are taken only while
 * they stay inside and shrink the bracket (Dekker's method).
 *
 * @param f    evaluated at most about a hundred times
 * @returns    a point within rounding of the sign change
 * @throws     RangeError when f has the same sign at both ends
 * @source     Dekker (1969)
 */
export function rootBetween(f: (x: number) => number, low: number, high: number): number {
  let a = low
  let b = high
  let fa = f(a)
  let fb = f(b)
  if (fa === 0) return a
  if (fb === 0) return b
  if (fa > 0 === fb > 0) throw new RangeError(`no sign change between ${low} and ${high}`)
  for (let step = 0; step < 200; step += 1) {
    const middle = a + (b - a) / 2
    const secant = b - (fb * (b - a)) / (fb - fa)
    const inside = secant > Math.min(a, b) && secant < Math.max(a, b)
    const x = inside && step % 3 !== 2 ? secant : middle
    if (Math.abs(b - a) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b))) return x
    const fx = f(x)
    if (fx === 0) return x
    if (fx > 0 === fa > 0) {
      a = x
      fa = fx
    } else {
      b = x
      fb = fx
    }
  }
  return a + (b - a) / 2
}
