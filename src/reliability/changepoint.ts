import type { NotEstimable } from './notEstimable'
import { logGamma } from './special/logGamma'

/** A month or year: how many failures, over how much exposure. */
export type CountedSpan = { readonly count: number; readonly exposure: number }

export type Changepoint = {
  readonly status: 'estimated'
  /** Index of the last span before the change. */
  readonly lastBefore: number
  readonly rateBefore: number
  readonly rateAfter: number
  /** Twice the gain in log-likelihood of two rates over one. */
  readonly likelihoodRatio: number
  /** Chance that a constant rate shows a gain as large at any place: exact, over all ways the failures may fall. */
  readonly p: number
  /** Places whose gain is less than a χ² quantile below the best: first and last of them. */
  readonly between: readonly [first: number, last: number]
}

/** 90 % of a χ² with one degree, for the set of places the data do not tell apart. */
const NEAR = 2.705543454095404
/** Beyond this many failures the exact chance takes too long. */
const MOST_FAILURES = 50_000
/** Gains that differ by rounding only are alike. */
const ALIKE = 1e-9

const xLog = (count: number, share: number): number => (count === 0 ? 0 : count * Math.log(count / share))

/**
 * When did the rate change, if it changed once? The split with the largest likelihood. A largest of many is never compared
 * with a table for one: given their number, failures of a constant rate fall into the spans by their share of the
 * exposure, and the chance of a gain as large anywhere is worked out over all paths of the running count.
 *
 * @param spans in order; those without exposure take no part
 * @returns     `too-few-failures` below four failures or three spans, or `too-many-failures` where the exact chance takes too long
 * @throws      RangeError for counts or exposures that are none
 * @source      likelihood: Worsley (1986), Biometrika 73; the chance: the running count given its end is a Markov chain of
 * binomial steps
 */
export function changepoint(
  spans: readonly CountedSpan[],
): Changepoint | NotEstimable<'too-few-failures' | 'too-many-failures'> {
  for (const { count, exposure } of spans)
    if (!(Number.isSafeInteger(count) && count >= 0 && exposure >= 0 && exposure < Infinity))
      throw new RangeError(`${count} in ${exposure} is no counted span`)
  const known = spans.flatMap(({ count, exposure }, at) => (exposure > 0 ? [{ count, exposure, at }] : []))
  const total = known.reduce((sum, { count }) => sum + count, 0)
  const whole = known.reduce((sum, { exposure }) => sum + exposure, 0)
  if (total < 4 || known.length < 3) return { status: 'not-estimable', reason: 'too-few-failures' }
  if (!(whole < Infinity)) throw new RangeError('the exposures add up beyond what a double can hold')
  if (total > MOST_FAILURES) return { status: 'not-estimable', reason: 'too-many-failures' }

  const gainAt = (before: number, share: number): number =>
    2 * (xLog(before, share) + xLog(total - before, 1 - share) - total * Math.log(total))
  let [ran, seen] = [0, 0]
  const places = known.slice(0, -1).map(({ count, exposure }) => {
    ran += exposure
    seen += count
    return { share: ran / whole, seen, ran, gain: gainAt(seen, ran / whole) }
  })
  const best = places.reduce((most, { gain }, at) => (gain > (places[most]?.gain ?? 0) ? at : most), 0)
  const place = places[best]
  if (place === undefined || !(place.share > 0 && place.share < 1))
    return { status: 'not-estimable', reason: 'too-few-failures' }
  const near = places.flatMap(({ gain }, at) => (gain >= place.gain - NEAR ? [at] : []))
  const spanAt = (index: number): number => known[index]?.at ?? 0
  return {
    status: 'estimated',
    lastBefore: spanAt(best),
    rateBefore: place.seen / place.ran,
    rateAfter: (total - place.seen) / (whole - place.ran),
    likelihoodRatio: place.gain,
    p: chanceOf(
      places.map(({ share }) => share),
      total,
      (before, share) => gainAt(before, share) >= place.gain * (1 - ALIKE),
    ),
    between: [spanAt(near[0] ?? best), spanAt(near.at(-1) ?? best)],
  }
}

/** The chance that the running count of a constant rate is out of line at any of the places. */
function chanceOf(shares: readonly number[], total: number, isOut: (before: number, share: number) => boolean): number {
  let inside = new Float64Array(total + 1)
  inside[0] = 1
  let [at, out] = [0, 0]
  for (const share of shares) {
    const step = (share - at) / (1 - at)
    const next = new Float64Array(total + 1)
    const [logStep, logRest] = [Math.log(step), Math.log1p(-step)]
    for (let before = 0; before <= total; before += 1) {
      const chance = inside[before] ?? 0
      if (chance < 1e-18) continue
      const left = total - before
      const middle = Math.floor((left + 1) * step)
      const first = chance * Math.exp(logChoose(left, middle) + middle * logStep + (left - middle) * logRest)
      for (let more = middle, part = first; more <= left && part > 1e-20; more += 1) {
        next[before + more] = (next[before + more] ?? 0) + part
        part *= ((left - more) / (more + 1)) * (step / (1 - step))
      }
      for (let more = middle - 1, part = first; more >= 0 && part > 1e-20; more -= 1) {
        part *= ((more + 1) / (left - more)) * ((1 - step) / step)
        next[before + more] = (next[before + more] ?? 0) + part
      }
    }
    for (let count = 0; count <= total; count += 1)
      if (isOut(count, share)) {
        out += next[count] ?? 0
        next[count] = 0
      }
    inside = next
    at = share
  }
  return Math.min(1, out)
}

const logChoose = (of: number, taken: number): number =>
  logGamma(of + 1) - logGamma(taken + 1) - logGamma(of - taken + 1)
