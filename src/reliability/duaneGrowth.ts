import { linearRegression, linearRegressionLine, rSquared } from 'simple-statistics'
import type { NotEstimable } from './notEstimable'

export type DuaneGrowth = {
  readonly status: 'estimated'
  /** Growth exponent: MTBF grows with time to this power. */
  readonly alpha: number
  /** Cumulative MTBF at time 1. */
  readonly scale: number
  readonly cumulativeMtbf: number
  readonly instantaneousMtbf: number
  readonly rSquared: number
  /** When the cumulative MTBF reaches `target`; null when there is no growth to get there. */
  readonly timeTo: (target: number) => number | null
}

/**
 * Reliability growth the graphical way: a straight line through ln(t/N) over ln t. It has no bounds and weighs early
 * failures most; use it to compare with old reports, the power law for decisions.
 * @param events failure times since the start, > 0, one unit
 * @returns      `fewer-than-two-events`, or `identical-times` when no line exists
 * @throws       RangeError for times ≤ 0
 * @source       Duane (1964); ordinary least squares
 */
export function duaneGrowth(
  events: readonly number[],
): DuaneGrowth | NotEstimable<'fewer-than-two-events' | 'identical-times'> {
  const broken = events.find((event) => !(event > 0 && event < Infinity))
  if (broken !== undefined) throw new RangeError(`event ${broken} is not positive`)
  if (events.length < 2) return { status: 'not-estimable', reason: 'fewer-than-two-events' }
  const times = [...events].sort((a, b) => a - b)
  const points = times.map((time, at) => [Math.log(time), Math.log(time / (at + 1))])
  if (times[0] === times.at(-1)) return { status: 'not-estimable', reason: 'identical-times' }
  const line = linearRegression(points)
  const alpha = line.m
  const scale = Math.exp(line.b)
  const end = times.at(-1) ?? 1
  const cumulativeMtbf = scale * end ** alpha
  return {
    status: 'estimated',
    alpha,
    scale,
    cumulativeMtbf,
    instantaneousMtbf: cumulativeMtbf / (1 - alpha),
    rSquared: rSquared(points, linearRegressionLine(line)),
    timeTo: (target) => (alpha > 0 ? (target / scale) ** (1 / alpha) : null),
  }
}
