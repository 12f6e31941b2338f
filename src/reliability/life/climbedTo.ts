import { symmetricInverse, times, type Matrix } from '../special/symmetricInverse'

/** Value, gradient and minus the second derivatives of a log-likelihood at a place; −Infinity outside its domain. */
export type Climb = {
  readonly value: number
  readonly gradient: readonly number[]
  readonly information: Matrix
}

const MOST_STEPS = 60

/**
 * The top of a log-likelihood of several parameters, by Newton steps that are halved until they climb; where the surface
 * bends the wrong way (late entries) the step is taken on one lifted until it does not.
 * @returns null where no top is reached: the likelihood climbs without end
 * @source  damped Newton's method: Nocedal & Wright, Numerical Optimization (2006) ch. 3
 * Never throws: what it climbs has been checked.
 */
export function climbedTo<C extends Climb>(
  start: readonly number[],
  at: (place: readonly number[]) => C,
): { readonly place: readonly number[]; readonly slopes: C } | null {
  let place = start
  let here = at(place)
  for (let turn = 0; turn < MOST_STEPS; turn += 1) {
    const step = newtonStep(here)
    if (step === null) return null
    let shrink = 1
    let next = at(place.map((value, k) => value + (step[k] ?? 0)))
    while (!(next.value >= here.value - 1e-12 * Math.abs(here.value)) && shrink > 1e-10) {
      shrink /= 2
      const shorter = shrink
      next = at(place.map((value, k) => value + shorter * (step[k] ?? 0)))
    }
    const reach = shrink
    place = place.map((value, k) => value + reach * (step[k] ?? 0))
    here = next
    // Causes are in units of their spread: at e^±50 nobody is left to compare with.
    if (!place.every((value) => Math.abs(value) < 50)) return null
    if (step.every((part, k) => Math.abs(shrink * part) <= 1e-10 * (1 + Math.abs(place[k] ?? 0))))
      return Number.isFinite(here.value) ? { place, slopes: here } : null
  }
  return null
}

function newtonStep({ gradient, information }: Climb): readonly number[] | null {
  const size = Math.max(...information.map((row, k) => Math.abs(row[k] ?? 0)), 0)
  for (const lift of [0, 1e-3, 1e-2, 0.1, 1, 10]) {
    const inverse = symmetricInverse(
      information.map((row, i) => row.map((value, j) => (i === j ? value + lift * size : value))),
    )
    if (inverse !== null) return times(inverse, gradient)
  }
  return null
}
