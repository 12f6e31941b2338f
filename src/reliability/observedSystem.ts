/** A repairable system: when it failed, counted from the start of watching, and how long it was watched, in one unit. */
export type ObservedSystem = { readonly events: readonly number[]; readonly end: number }

/** 'failure': watching stopped at the last failure by design, which then carries no information about trend. */
export type Truncation = 'time' | 'failure'

/**
 * The events of a system that a trend test may use, in time order; a failure-truncated one gives up its last, whose
 * time ended the watch and so says nothing.
 * @param truncation what ended the watch: a set time, or a failure
 * @throws           RangeError when `end` is not positive or an event lies outside [0, end]
 * @source           Cox & Lewis (1966): given n and the end, event times are uniform under no trend
 */
export function usableEvents({ events, end }: ObservedSystem, truncation: Truncation): readonly number[] {
  if (!(end > 0 && end < Infinity)) throw new RangeError(`end ${end} is not positive`)
  const outside = events.find((event) => !(event >= 0 && event <= end))
  if (outside !== undefined) throw new RangeError(`event ${outside} is outside [0, ${end}]`)
  const sorted = [...events].sort((a, b) => a - b)
  return truncation === 'time' ? sorted : sorted.slice(0, -1)
}
