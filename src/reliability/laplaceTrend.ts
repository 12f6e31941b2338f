import type { Truncation } from './observedSystem'
import type { NotEstimable } from './notEstimable'
import { normalCdf } from './special/normalCdf'

export type LaplaceTrend = {
  readonly status: 'estimated'
  /** Positive: failures come ever faster. Standard normal when nothing changes. */
  readonly u: number
  readonly pTwoSided: number
  readonly pDeteriorating: number
  readonly pImproving: number
  /** Events that carried the test; failure-truncated systems give up their last one. */
  readonly used: number
  /** The normal approximation wants about five events; below, show "sample too small" instead of a verdict. */
  readonly enough: boolean
}

/**
 * Do failures come faster or slower as time goes on? Laplace's test, combined over systems that may differ in rate.
 *
 * @param systems    events in [0, end], any order; end > 0; any unit, the same within a system
 * @param truncation 'failure' when each system was watched until its last event, otherwise 'time'
 * @returns          `no-events` when no event is left to test
 * @throws           RangeError when an event is outside [0, end] or an end is not positive
 * @source           Kvaløy & Lindqvist, TTT-based tests for trend in repairable systems data, 1998; NIST 8.2.3.4
 */
export function laplaceTrend(
  systems: readonly { readonly events: ArrayLike<number>; readonly end: number }[],
  truncation: Truncation,
): LaplaceTrend | NotEstimable<'no-events'> {
  let used = 0
  let excess = 0
  let variance = 0
  for (const { events, end } of systems) {
    if (!(end > 0 && end < Infinity)) throw new RangeError(`end ${end} is not positive`)
    let kept = events.length
    let latest = 0
    // By place: hundreds of thousands of failures come as a typed array, and an iterator would make an object for each.
    for (let at = 0; at < events.length; at += 1) {
      const event = events[at] ?? Number.NaN
      if (!(event >= 0 && event <= end)) throw new RangeError(`event ${event} is outside [0, ${end}]`)
      excess += event - end / 2
      if (event > latest) latest = event
    }
    if (truncation === 'failure' && kept > 0) {
      excess -= latest - end / 2
      kept -= 1
    }
    used += kept
    variance += (kept * end * end) / 12
  }
  if (used === 0) return { status: 'not-estimable', reason: 'no-events' }

  const u = excess / Math.sqrt(variance)
  return {
    status: 'estimated',
    u,
    used,
    pTwoSided: Math.min(1, 2 * normalCdf(-Math.abs(u))),
    pDeteriorating: normalCdf(-u),
    pImproving: normalCdf(u),
    enough: used >= 5,
  }
}
