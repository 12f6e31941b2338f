import type { ObservedSystem, Truncation } from './observedSystem'
import { usableEvents } from './observedSystem'

/**
 * All failures of several systems on one scale: the total time the systems had been watched when each occurred. Under
 * equal constant rates these times look like those of one system watched for the sum of all windows, so any trend test
 * can be applied to them. The pooled form cannot tell systems that differ from a trend; prefer the combined forms.
 *
 * @param systems failure times since the start of watching, any one unit
 * @throws        RangeError for times outside [0, end]
 * @source        Kvaløy & Lindqvist (1998), total-time-on-test transform for repairable systems
 */
export function totalTimeOnTest(systems: readonly ObservedSystem[], truncation: Truncation): ObservedSystem {
  const ends = systems.map(({ end }) => end)
  const watched = (time: number): number => ends.reduce((sum, end) => sum + Math.min(end, time), 0)
  const events = systems
    .flatMap((system) => usableEvents(system, truncation))
    .map(watched)
    .sort((a, b) => a - b)
  return { events, end: ends.reduce((sum, end) => sum + end, 0) }
}
