import type { NotEstimable } from './notEstimable'
import { usableEvents, type ObservedSystem, type Truncation } from './observedSystem'
import { chiSquareCdf } from './special/chiSquareCdf'

export type CommonBeta = {
  readonly status: 'estimated'
  readonly betas: readonly number[]
  readonly pooled: number
  readonly statistic: number
  readonly degrees: number
  /** Small: the systems do not grow alike. */
  readonly p: number
}

/**
 * Do several systems grow (or wear) at the same pace? Bartlett's comparison of their power-law exponents.
 * @param systems failure times since the start of watching, in (0, end]; at least two systems
 * @returns       `fewer-than-two-systems`; `system-without-events` when one has nothing to compare
 * @throws        RangeError for times outside [0, end]
 * @source        Crow (1975) TR-138; MIL-HDBK-189 appendix C
 */
export function commonBeta(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): CommonBeta | NotEstimable<'fewer-than-two-systems' | 'system-without-events'> {
  if (systems.length < 2) return { status: 'not-estimable', reason: 'fewer-than-two-systems' }
  const parts = systems.map((system) => {
    const events = usableEvents(system, truncation)
    return { used: events.length, logs: events.reduce((sum, event) => sum + Math.log(system.end / event), 0) }
  })
  if (parts.some(({ used, logs }) => used === 0 || !(logs > 0 && logs < Infinity)))
    return { status: 'not-estimable', reason: 'system-without-events' }
  const total = parts.reduce((sum, { used }) => sum + used, 0)
  const betas = parts.map(({ used, logs }) => used / logs)
  const pooled = total / parts.reduce((sum, { logs }) => sum + logs, 0)
  const likelihood = parts.reduce((sum, { used }, at) => sum + used * Math.log((betas[at] ?? 1) / pooled), 0)
  const degrees = systems.length - 1
  const correction = 1 + (parts.reduce((sum, { used }) => sum + 1 / used, 0) - 1 / total) / (6 * degrees)
  const statistic = (2 * likelihood) / correction
  return { status: 'estimated', betas, pooled, statistic, degrees, p: chiSquareCdf(statistic, degrees, 'upper') }
}
