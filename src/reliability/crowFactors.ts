import type { NotEstimable } from './notEstimable'
import type { Truncation } from './observedSystem'
import { incompleteGamma } from './special/incompleteGamma'
import { logGamma } from './special/logGamma'
import { rootBetween } from './special/rootBetween'

export type CrowFactors = { readonly status: 'estimated'; readonly lower: number; readonly upper: number | null }

/**
 * By what to multiply the instantaneous MTBF of a power-law fit of one system to get its exact two-sided bounds.
 * `upper` is null where nothing bounds it (one failure, time-terminated).
 *
 * @param failures   n ≥ 1, all of them, also the one that ended a failure-terminated test
 * @param confidence two-sided, in (0, 1)
 * @returns          `too-few-failures` for a failure-terminated test with one failure
 * @throws           RangeError for a broken count or confidence
 * @source time-terminated: Crow (1982), P(N = k) ∝ yᵏ/(k!(k − 1)!); failure-terminated: the product of independent
 * χ²(2n − 2) and χ²(2n)
 */
export function crowFactors(
  failures: number,
  confidence: number,
  truncation: Truncation,
): CrowFactors | NotEstimable<'too-few-failures'> {
  if (!(Number.isSafeInteger(failures) && failures >= 1))
    throw new RangeError(`${failures} failures cannot carry bounds`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const outside = (1 - confidence) / 2
  const n = failures
  if (truncation === 'time') {
    const most = solveLog((y) => countAtMost(n, y) - outside, n * n)
    const least = n === 1 ? null : solveLog((y) => 1 - countAtMost(n - 1, y) - outside, n * n)
    return { status: 'estimated', lower: (n * n) / most, upper: least === null ? null : (n * n) / least }
  }
  if (n === 1) return { status: 'not-estimable', reason: 'too-few-failures' }
  const high = solveLog((z) => 1 - productAtMost(n, z) - outside, n * n)
  const low = solveLog((z) => productAtMost(n, z) - outside, n * n)
  return { status: 'estimated', lower: (n * n) / high, upper: (n * n) / low }
}

/** The positive root of a monotone function, looked for outward from `start` on a log scale. */
function solveLog(f: (x: number) => number, start: number): number {
  const g = (log: number): number => f(Math.exp(log))
  const middle = Math.log(start)
  const sign = g(middle) > 0
  for (let width = 0.5; width < 600; width *= 1.7) {
    if (g(middle - width) > 0 !== sign) return Math.exp(rootBetween(g, middle - width, middle))
    if (g(middle + width) > 0 !== sign) return Math.exp(rootBetween(g, middle, middle + width))
  }
  throw new RangeError('no root found')
}

/** P(N ≤ n) when P(N = k) is proportional to yᵏ/(k!(k − 1)!), k ≥ 1. Terms are taken outward from k = n until they vanish. */
function countAtMost(n: number, y: number): number {
  const VANISHING = 1e-18
  let below = 1
  let term = 1
  for (let k = n; k > 1 && term > VANISHING * below; k -= 1) {
    term *= (k * (k - 1)) / y
    below += term
    if (below > 1e280) return 1
  }
  let above = 0
  term = 1
  for (let k = n; ; k += 1) {
    const ratio = y / (k * (k + 1))
    term *= ratio
    above += term
    if (above > 1e280) return 0
    if (ratio < 1 && term <= VANISHING * (below + above)) break
  }
  return below / (below + above)
}

/**
 * P(A·B ≤ z) for independent A ~ Gamma(n − 1) and B ~ Gamma(n): the integral over ln A of its density times the
 * chance that B is small enough, by the trapezoidal rule, which converges geometrically for such smooth bells.
 */
function productAtMost(n: number, z: number): number {
  const shape = n - 1
  const from = Math.log(shape) - Math.max(45 / shape, 12 / Math.sqrt(shape)) - 2
  const to = Math.log(shape + 14 * Math.sqrt(shape) + 60)
  const points = 900
  const step = (to - from) / points
  const constant = logGamma(shape)
  let sum = 0
  for (let at = 0; at <= points; at += 1) {
    const u = from + at * step
    const density = Math.exp(shape * u - Math.exp(u) - constant)
    if (density > 1e-300) sum += density * incompleteGamma(n, z / Math.exp(u)).lower
  }
  return Math.min(1, sum * step)
}
