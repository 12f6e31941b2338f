import type { NotEstimable } from './notEstimable'

export type MannTrend = {
  readonly status: 'estimated'
  /** Pairs in which the later interval is longer; many mean improvement. */
  readonly reversals: number
  readonly ties: number
  readonly count: number
  readonly mean: number
  readonly variance: number
  readonly z: number
  /** Exact tails without ties; null with ties or beyond `LARGEST_EXACT`, where the normal form has to do. */
  readonly pImprovingExact: number | null
  readonly pDeterioratingExact: number | null
}

const LARGEST_EXACT = 60

/**
 * Do the times between failures grow or shrink? Mann's test counts the pairs of intervals in rising order. It assumes
 * no distribution, only that without a trend every order is equally likely.
 *
 * @param intervals times between failures in the order they occurred, ≥ 0; any one unit
 * @returns         `fewer-than-two-intervals` when there is no pair
 * @throws          RangeError for a negative or broken interval
 * @source          Mann (1945); NIST/SEMATECH e-Handbook 8.2.3.4 (ties counted strictly)
 */
export function mannTrend(intervals: readonly number[]): MannTrend | NotEstimable<'fewer-than-two-intervals'> {
  const broken = intervals.find((interval) => !(interval >= 0 && interval < Infinity))
  if (broken !== undefined) throw new RangeError(`interval ${broken} is not a time`)
  const count = intervals.length
  if (count < 2) return { status: 'not-estimable', reason: 'fewer-than-two-intervals' }
  let reversals = 0
  let ties = 0
  for (const [at, later] of intervals.entries())
    for (let earlier = 0; earlier < at; earlier += 1) {
      const before = intervals[earlier] ?? 0
      if (before < later) reversals += 1
      else if (before === later) ties += 1
    }
  const mean = (count * (count - 1)) / 4
  const variance = ((2 * count + 5) * (count - 1) * count) / 72
  const law = ties === 0 && count <= LARGEST_EXACT ? mahonian(count) : null
  const tail = (from: number, to: number): number => law?.slice(from, to).reduce((sum, p) => sum + p, 0) ?? 0
  return {
    status: 'estimated',
    reversals,
    ties,
    count,
    mean,
    variance,
    z: (reversals - mean) / Math.sqrt(variance),
    pImprovingExact: law === null ? null : tail(reversals, law.length),
    pDeterioratingExact: law === null ? null : tail(0, reversals + 1),
  }
}

/** Probability of each number of rising pairs in a random order of n items: a convolution of uniform laws on 0…k. */
function mahonian(n: number): readonly number[] {
  let law = [1]
  for (let k = 1; k < n; k += 1) {
    const next = Array.from({ length: law.length + k }, () => 0)
    let window = 0
    for (let at = 0; at < next.length; at += 1) {
      window += (law[at] ?? 0) - (law[at - k - 1] ?? 0)
      next[at] = window / (k + 1)
    }
    law = next
  }
  return law
}
