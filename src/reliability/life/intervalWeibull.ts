import type { NotEstimable } from '../notEstimable'
import { ascend, type Hill } from './ascend'
import { LIFE_FAMILY } from './lifeFamily'

export type IntervalWeibull = {
  readonly status: 'fitted'
  readonly eta: number
  readonly beta: number
  readonly mu: number
  readonly sigma: number
  readonly logLikelihood: number
  readonly errorMu: number
  readonly errorSigma: number
}

/**
 * A failure between two inspections: `from` 0 for found at the first, `to` Infinity for still working at the last, both
 * the same above 0 for a failure whose age is known exactly.
 */
export type InspectedLives = { readonly from: number; readonly to: number; readonly count: number }

/**
 * The Weibull law when failures are only found at inspections.
 * @returns `no-maximum` when the likelihood climbs without end
 * @throws  RangeError for intervals that are none or counts that are not
 * @source  Meeker & Escobar (1998) ch. 7.3 and 8
 */
export function intervalWeibull(
  lives: readonly InspectedLives[],
): IntervalWeibull | NotEstimable<'no-maximum' | 'no-failures'> {
  const broken = lives.find(
    ({ from, to, count }) => !(from >= 0 && to >= from && to > 0 && from < Infinity && count >= 0),
  )
  if (broken !== undefined)
    throw new RangeError(`interval ${broken.from} to ${broken.to} with count ${broken.count} is none`)
  const bounded = lives.filter(({ to, count }) => Number.isFinite(to) && count > 0)
  if (bounded.length === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const family = LIFE_FAMILY.weibull
  const center = Math.log(
    bounded.reduce((sum, { from, to, count }) => sum + ((from + to) / 2) * count, 0) /
      bounded.reduce((sum, { count }) => sum + count, 0),
  )
  const hill = (a: number, b: number): Hill => {
    if (!(b > 0)) return { value: -Infinity, a: 0, b: 0, aa: 0, ab: 0, bb: 0 }
    let [value, ga, gb, aa, ab, bb] = [0, 0, 0, 0, 0, 0]
    for (const { from, to, count } of lives) {
      if (count === 0) continue
      if (from === to) {
        // A density on the scale of t: β·e^{z − e^z}/t, with z = b·x − a.
        const x = Math.log(from) - center
        const [log, slope, curvature] = family.density(b * x - a)
        value += count * (log + Math.log(b) - Math.log(from))
        ga -= count * slope
        gb += count * (slope * x + 1 / b)
        aa += count * curvature
        ab -= count * curvature * x
        bb += count * (curvature * x * x - 1 / (b * b))
        continue
      }
      // Each end contributes its survival S = e^(−e^z), with dS/dz = −e^z S; P = S(from) − S(to).
      const end = (time: number, sign: number) => {
        if (time === 0) return { x: 0, s: sign, s1: 0, s2: 0 }
        if (time === Infinity) return { x: 0, s: 0, s1: 0, s2: 0 }
        const x = Math.log(time) - center
        const e = Math.exp(b * x - a)
        const s = family.alive(b * x - a)
        return { x, s: sign * s, s1: -sign * e * s, s2: sign * (e * e - e) * s }
      }
      const low = end(from, 1)
      const high = end(to, -1)
      const P = low.s + high.s
      const pa = -(low.s1 + high.s1)
      const pb = low.s1 * low.x + high.s1 * high.x
      value += count * Math.log(P)
      ga += (count * pa) / P
      gb += (count * pb) / P
      aa += count * ((low.s2 + high.s2) / P - (pa / P) ** 2)
      ab += count * (-(low.s2 * low.x + high.s2 * high.x) / P - (pa * pb) / P ** 2)
      bb += count * ((low.s2 * low.x ** 2 + high.s2 * high.x ** 2) / P - (pb / P) ** 2)
    }
    return { value, a: ga, b: gb, aa, ab, bb }
  }
  const found = ascend([0, 1], hill)
  if (found === null) return { status: 'not-estimable', reason: 'no-maximum' }
  const [a, b] = found
  const { value, aa, ab, bb } = hill(a, b)
  const determinant = aa * bb - ab * ab
  const [va, vb, vab] = [-bb / determinant, -aa / determinant, ab / determinant]
  const sigma = 1 / b
  const mu = center + a / b
  return {
    status: 'fitted',
    mu,
    sigma,
    eta: Math.exp(mu),
    beta: b,
    logLikelihood: value,
    errorMu: Math.sqrt(va / b ** 2 + (a * a * vb) / b ** 4 - (2 * a * vab) / b ** 3),
    errorSigma: Math.sqrt(vb) / b ** 2,
  }
}
