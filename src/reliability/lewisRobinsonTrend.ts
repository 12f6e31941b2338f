import { laplaceTrend } from './laplaceTrend'
import type { NotEstimable } from './notEstimable'
import { usableEvents, type ObservedSystem, type Truncation } from './observedSystem'
import { sampleStandardDeviation, mean } from 'simple-statistics'
import { normalCdf } from './special/normalCdf'

export type LewisRobinsonTrend = {
  readonly status: 'estimated'
  readonly statistic: number
  readonly pTwoSided: number
  /** Laplace statistic and coefficient of variation of the times between failures, system by system. */
  readonly systems: readonly { readonly laplace: number; readonly variation: number }[]
}

/**
 * Is there a trend against a renewal process, whose times between failures need not be exponential? Laplace's
 * statistic divided by the coefficient of variation of the times between failures; several systems are weighted by
 * √n/CV so that the weights' squares add up to one.
 *
 * @param systems failure times since the start of watching, any one unit
 * @returns       `fewer-than-two-intervals` or `identical-intervals` when no variation can be computed
 * @throws        RangeError for times outside [0, end]
 * @source        Lewis & Robinson (1974); several systems: Kvaløy & Lindqvist (2020)
 */
export function lewisRobinsonTrend(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): LewisRobinsonTrend | NotEstimable<'no-events' | 'fewer-than-two-intervals' | 'identical-intervals'> {
  const parts: { laplace: number; variation: number; used: number }[] = []
  for (const system of systems) {
    const laplace = laplaceTrend([system], truncation)
    if (laplace.status === 'not-estimable') return laplace
    const all = usableEvents(system, 'time')
    const intervals = all.map((event, at) => event - (all[at - 1] ?? 0))
    if (intervals.length < 2) return { status: 'not-estimable', reason: 'fewer-than-two-intervals' }
    const variation = sampleStandardDeviation(intervals) / mean(intervals)
    if (!(variation > 0)) return { status: 'not-estimable', reason: 'identical-intervals' }
    parts.push({ laplace: laplace.u, variation, used: laplace.used })
  }
  if (parts.length === 0) return { status: 'not-estimable', reason: 'no-events' }
  const weights = parts.map(({ variation, used }) => Math.sqrt(used) / variation)
  const norm = Math.hypot(...weights)
  const statistic = parts.reduce(
    (sum, { laplace, variation }, at) => sum + ((weights[at] ?? 0) / norm) * (laplace / variation),
    0,
  )
  return {
    status: 'estimated',
    statistic,
    pTwoSided: 2 * normalCdf(-Math.abs(statistic)),
    systems: parts.map(({ laplace, variation }) => ({ laplace, variation })),
  }
}
