import type { NotEstimable } from './notEstimable'
import { usableEvents, type ObservedSystem, type Truncation } from './observedSystem'
import { chiSquareCdf } from './special/chiSquareCdf'

export type MilHdbk189Trend = {
  readonly status: 'estimated'
  /** Small: deteriorating; large: improving. */
  readonly chiSquare: number
  readonly degrees: number
  readonly pImproving: number
  readonly pDeteriorating: number
  readonly pTwoSided: number
}

/**
 * Do failures come faster or slower, when the alternative is a power law? 2·Σ ln(Tᵢ/tᵢⱼ) is χ² with 2·Σnᵢ degrees
 * under constant rates, which may differ between systems.
 *
 * @param systems    failure times since the start of watching, in (0, end]; any one unit
 * @param truncation 'failure' gives up the last failure of each system
 * @returns          `no-events` when nothing is left to test, `event-at-zero` when a failure stands at the start
 * @throws           RangeError for times outside [0, end]
 * @source           MIL-HDBK-189 (1981) appendix C; combined form in Kvaløy & Lindqvist (1998)
 */
export function milHdbk189Trend(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): MilHdbk189Trend | NotEstimable<'no-events' | 'event-at-zero'> {
  const kept = systems.map((system) => ({ end: system.end, events: usableEvents(system, truncation) }))
  const count = kept.reduce((sum, { events }) => sum + events.length, 0)
  if (count === 0) return { status: 'not-estimable', reason: 'no-events' }
  if (kept.some(({ events }) => events.includes(0))) return { status: 'not-estimable', reason: 'event-at-zero' }
  const chiSquare =
    2 * kept.reduce((sum, { end, events }) => sum + events.reduce((logs, event) => logs + Math.log(end / event), 0), 0)
  const degrees = 2 * count
  const pDeteriorating = chiSquareCdf(chiSquare, degrees)
  const pImproving = chiSquareCdf(chiSquare, degrees, 'upper')
  return {
    status: 'estimated',
    chiSquare,
    degrees,
    pImproving,
    pDeteriorating,
    pTwoSided: Math.min(1, 2 * Math.min(pImproving, pDeteriorating)),
  }
}
