import type { NotEstimable } from '../notEstimable'
import { informationCriteria, type InformationCriteria } from './informationCriteria'
import { watchedFromNew, weightAt, weightedLives, type LifeData } from './lifeData'
import { weibullFit, type WeibullFit } from './weibullFit'

export type ThresholdWeibull = {
  readonly status: 'fitted'
  readonly eta: number
  readonly beta: number
  readonly gamma: number
  readonly logLikelihood: number
  readonly criteria: InformationCriteria
}

const GRID = 160

/**
 * The three-parameter Weibull law: no failure before the age γ. The likelihood grows without end as γ nears the first
 * failure when β < 1, so only an interior maximum is an estimate.
 * Parts that stopped below γ say nothing of the law there, and count in n all the same.
 * @param data ages > 0, one unit
 * @returns    `no-interior-maximum` when there is none; the two-parameter law then has to do
 * @throws     as `lifeFit`; RangeError for delayed entries
 * @source     Meeker & Escobar (1998) ch. 11.7; profile over γ
 */
export function weibullWithThreshold(
  data: LifeData,
): ThresholdWeibull | NotEstimable<'no-failures' | 'no-interior-maximum'> {
  watchedFromNew(data)
  const { units } = weightedLives(data, true)
  if (data.failures.length === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const first = Math.min(...data.failures)
  const at = (logGap: number): { fit: WeibullFit; gamma: number } | null => {
    const gamma = first - Math.exp(logGap)
    const suspensions = Array.from(data.suspensions, (age, index) => ({
      age: age - gamma,
      count: weightAt(data.suspensionCounts ?? null, index),
    })).filter(({ age }) => age > 0)
    const fit = weibullFit(
      {
        failures: Array.from(data.failures, (age) => age - gamma),
        suspensions: suspensions.map(({ age }) => age),
        suspensionCounts: suspensions.map(({ count }) => count),
        ...(data.failureCounts === undefined ? {} : { failureCounts: data.failureCounts }),
      },
      0.9,
    )
    return fit.status === 'fitted' ? { fit, gamma } : null
  }
  const likelihood = (logGap: number): number => at(logGap)?.fit.life.logLikelihood ?? -Infinity
  const [from, to] = [Math.log(first * 1e-6), Math.log(first * 200)]
  const values = Array.from({ length: GRID + 1 }, (_, index) => likelihood(from + ((to - from) * index) / GRID))
  const peak = highestInside(values)
  if (peak < 0) return { status: 'not-estimable', reason: 'no-interior-maximum' }
  const found = at(
    goldenMaximum(likelihood, from + ((to - from) * (peak - 1)) / GRID, from + ((to - from) * (peak + 1)) / GRID),
  )
  if (found === null) return { status: 'not-estimable', reason: 'no-interior-maximum' }
  const { fit, gamma } = found
  return {
    status: 'fitted',
    eta: fit.eta,
    beta: fit.beta,
    gamma,
    logLikelihood: fit.life.logLikelihood,
    criteria: informationCriteria(fit.life.logLikelihood, 3, units),
  }
}

/** Golden section, then parabolas through three points: a flat top hides its middle from comparisons of heights alone. */
function goldenMaximum(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)]
  let [fc, fd] = [f(c), f(d)]
  for (let step = 0; step < 24; step += 1) {
    if (fc > fd) [b, d, fd, c] = [d, c, fc, d - ratio * (d - a)]
    else [a, c, fc, d] = [c, d, fd, c + ratio * (b - c)]
    if (fc === fd) break
    ;[fc, fd] = [f(c), f(d)]
  }
  let x = (a + b) / 2
  for (const h of [3e-3, 1e-3, 1e-3]) {
    const [left, middle, right] = [f(x - h), f(x), f(x + h)]
    const bend = left - 2 * middle + right
    if (!(bend < 0)) break
    x += (h * (left - right)) / (2 * bend)
  }
  return x
}

/** Where the highest value stands that is no lower than both beside it; -1 where there is none. */
function highestInside(values: readonly number[]): number {
  let peak = -1
  for (let index = 1; index < GRID; index += 1) {
    const value = values[index] ?? -Infinity
    if (
      value > (values[index - 1] ?? Infinity) &&
      value >= (values[index + 1] ?? Infinity) &&
      (peak < 0 || value > (values[peak] ?? Infinity))
    )
      peak = index
  }
  return peak
}
