/** Where a constant rate hardly leaves so long a stretch without an event: a gap in the records, or a change that lasted. */

export interface LongestGap {
  /** Where on the clock it begins and ends; 0 or `end` where it lies before the first or after the last event. */
  readonly from: number
  readonly to: number
  /** Of the whole clock. */
  readonly share: number
  /** Chance of a gap at least as long under a constant rate; never too small. */
  readonly chance: number
}

/**
 * The longest stretch without an event, and how likely one as long is.
 *
 * n events at a constant rate divide the clock into n + 1 gaps; one given gap exceeds the share x with (1 − x)^n, so the
 * longest does with at most (n + 1)(1 − x)^n, which is exact for x ≥ ½ and close wherever it is small. Where the other
 * gaps vary more than those of single events do, n counts bursts: it is divided by their squared coefficient of variation.
 *
 * @param events on the clock, in order, within [0, end]
 * @param end    of watching, in the unit of the events, > 0
 * @returns      null without an event: then nothing but the rate itself can be asked
 * @throws       RangeError for events out of order or outside the clock
 * @source       Fisher (1929), Tests of significance in harmonic analysis, Proc. R. Soc. A 125, for the largest of n + 1 spacings
 */
export function longestGap(events: ArrayLike<number>, end: number): LongestGap | null {
  if (!(end > 0 && end < Infinity)) throw new RangeError(`a clock that ends at ${end} is none`)
  const n = events.length
  if (n === 0) return null
  let [before, from, to, sum, squares] = [0, 0, 0, 0, 0]
  for (let at = 0; at <= n; at += 1) {
    const event = at === n ? end : (events[at] ?? Number.NaN)
    if (!(event >= before && event <= end)) throw new RangeError(`event ${at} is out of order or outside the clock`)
    const gap = (event - before) / end
    sum += gap
    squares += gap * gap
    if (event - before > to - from) [from, to] = [before, event]
    before = event
  }
  const share = (to - from) / end
  const others = n
  const mean = (sum - share) / others
  const variance = Math.max(0, (squares - share * share) / others - mean * mean)
  const spread = mean > 0 ? variance / (mean * mean) : 0
  const independent = n / Math.max(1, spread)
  return { from, to, share, chance: Math.min(1, (independent + 1) * (1 - share) ** independent) }
}
