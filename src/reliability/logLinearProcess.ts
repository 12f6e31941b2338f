import type { NotEstimable } from './notEstimable'
import { rootBetween } from './special/rootBetween'

export type LogLinearFit = {
  readonly status: 'fitted'
  readonly intercept: number
  readonly slope: number
  readonly logLikelihood: number
}

/**
 * A rate that grows or falls exponentially, exp(g₀ + g₁t) (Cox–Lewis), of one system.
 * @param events failure times in [0, end], one unit
 * @returns      `no-failures`, or `no-maximum` when all failures stand at one end
 * @throws       RangeError for an end that is not positive or an event outside [0, end]
 * @source       Cox & Lewis (1966); root of Σt + n/g₁ − nT/(1 − e^(−g₁T))
 */
export function logLinearProcess(
  events: readonly number[],
  end: number,
): LogLinearFit | NotEstimable<'no-failures' | 'no-maximum'> {
  if (!(end > 0 && end < Infinity)) throw new RangeError(`end ${end} is not positive`)
  const outside = events.find((event) => !(event >= 0 && event <= end))
  if (outside !== undefined) throw new RangeError(`event ${outside} is outside [0, ${end}]`)
  const n = events.length
  if (n === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const mean = events.reduce((sum, event) => sum + event / end, 0) / n
  if (mean === 0 || mean === 1) return { status: 'not-estimable', reason: 'no-maximum' }
  // With g = g₁·T the mean of the scaled times is 1/(1 − e^(−g)) − 1/g; near 0 its series ½ + g/12 avoids cancellation.
  const meanOf = (g: number): number => (Math.abs(g) < 1e-4 ? 0.5 + g / 12 - g ** 3 / 720 : -1 / Math.expm1(-g) - 1 / g)
  let width = 1
  while (meanOf(width) < mean || meanOf(-width) > mean) width *= 2
  const g = rootBetween((x) => meanOf(x) - mean, -width, width)
  // ∫ of e^(g₁t) over the watch, in units of the end.
  const total = g === 0 ? 1 : Math.expm1(g) / g
  const intercept = Math.log(n / end) - Math.log(total)
  if (!(Number.isFinite(intercept) && Number.isFinite(g))) return { status: 'not-estimable', reason: 'no-maximum' }
  return { status: 'fitted', intercept, slope: g / end, logLikelihood: n * intercept + g * mean * n - n }
}
