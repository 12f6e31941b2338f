import type { NotEstimable } from './notEstimable'
import type { ObservedSystem, Truncation } from './observedSystem'
import { totalTimeOnTest } from './totalTimeOnTest'

export type AndersonDarlingTrend = { readonly status: 'estimated'; readonly statistic: number; readonly used: number }

/**
 * Is the rate constant, against any alternative, also one that first rises and then falls? The Anderson–Darling
 * distance of the failure times, scaled by total time on test, from a uniform spread. 2.492 is exceeded in 5 % of
 * constant-rate histories.
 *
 * @param systems failure times since the start of watching, inside (0, end); any one unit
 * @returns       `no-events`, or `event-at-the-edge` where a logarithm would be infinite
 * @throws        RangeError for times outside [0, end]
 * @source        Kvaløy & Lindqvist (1998)
 */
export function andersonDarlingTrend(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): AndersonDarlingTrend | NotEstimable<'no-events' | 'event-at-the-edge'> {
  const { events, end } = totalTimeOnTest(systems, truncation)
  const n = events.length
  if (n === 0) return { status: 'not-estimable', reason: 'no-events' }
  const v = events.map((event) => event / end)
  if (v.some((share) => !(share > 0 && share < 1))) return { status: 'not-estimable', reason: 'event-at-the-edge' }
  const sum = v.reduce(
    (total, share, at) => total + (2 * at + 1) * (Math.log(share) + Math.log1p(-(v[n - 1 - at] ?? 0))),
    0,
  )
  return { status: 'estimated', statistic: -n - sum / n, used: n }
}
