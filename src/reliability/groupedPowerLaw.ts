import type { NotEstimable } from './notEstimable'
import { chiSquareCdf } from './special/chiSquareCdf'
import { rootBetween } from './special/rootBetween'

export type GroupedPowerLaw = {
  readonly status: 'fitted'
  readonly beta: number
  readonly lambda: number
  /** Failures expected in each interval. */
  readonly expected: readonly number[]
  /** Goodness of fit; null with fewer than three intervals, which leave no degree of freedom. */
  readonly fit: { readonly chiSquare: number; readonly degrees: number; readonly p: number } | null
  readonly intensityAtEnd: number
  readonly mtbfAtEnd: number
  readonly meanMtbfOfLastInterval: number
}

/**
 * The power law when only counts per interval are known, as monthly reports give them.
 * @param ends   ends of consecutive intervals from 0, rising, > 0, one unit
 * @param counts failures in each, whole numbers
 * @returns      `no-failures`; `fewer-than-two-intervals`; `no-maximum` when all failures fall into the first interval
 * @throws       RangeError for ends that do not rise or counts that are not
 * @source       MIL-HDBK-189 appendix C, grouped data
 */
export function groupedPowerLaw(
  ends: readonly number[],
  counts: readonly number[],
): GroupedPowerLaw | NotEstimable<'no-failures' | 'fewer-than-two-intervals' | 'no-maximum'> {
  checkIntervals(ends, counts)
  const failures = counts.reduce((sum, count) => sum + count, 0)
  if (ends.length < 2) return { status: 'not-estimable', reason: 'fewer-than-two-intervals' }
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }
  if (counts[0] === failures) return { status: 'not-estimable', reason: 'no-maximum' }

  const end = ends.at(-1) ?? 1
  const shares = ends.map((time) => time / end)
  const score = (beta: number): number =>
    shares.reduce((sum, share, at) => {
      const count = counts[at] ?? 0
      if (count === 0) return sum
      const before = shares[at - 1] ?? 0
      const [now, then] = [share ** beta, before === 0 ? 0 : before ** beta]
      return sum + (count * (now * Math.log(share) - (before === 0 ? 0 : then * Math.log(before)))) / (now - then)
    }, 0)
  const [low, high] = bracketOf(score)
  if (score(low) > 0 === score(high) > 0) return { status: 'not-estimable', reason: 'no-maximum' }
  const beta = rootBetween(score, low, high)
  const expected = shares.map((share, at) => failures * (share ** beta - (shares[at - 1] ?? 0) ** beta))
  const chiSquare = expected.reduce((sum, value, at) => sum + ((counts[at] ?? 0) - value) ** 2 / value, 0)
  const degrees = ends.length - 2
  const intensityAtEnd = (failures * beta) / end
  return {
    status: 'fitted',
    beta,
    expected,
    intensityAtEnd,
    lambda: failures / end ** beta,
    fit: degrees === 0 ? null : { chiSquare, degrees, p: chiSquareCdf(chiSquare, degrees, 'upper') },
    mtbfAtEnd: 1 / intensityAtEnd,
    meanMtbfOfLastInterval: (end - (ends.at(-2) ?? 0)) / (expected.at(-1) ?? 1),
  }
}

/** Shapes between which a falling score crosses zero, if it does at all. */
function bracketOf(score: (beta: number) => number): readonly [low: number, high: number] {
  let high = 1
  while (score(high) > 0 && high < 1e4) high *= 2
  let low = high / 2
  while (score(low) < 0 && low > 1e-6) low /= 2
  return [low, high]
}

/** @throws RangeError for ends that do not rise or counts that are not */
function checkIntervals(ends: readonly number[], counts: readonly number[]): void {
  if (ends.length !== counts.length) throw new RangeError(`${ends.length} intervals but ${counts.length} counts`)
  if (ends.some((end, at) => !(end > (ends[at - 1] ?? 0)))) throw new RangeError('interval ends must rise from above 0')
  if (counts.some((count) => !(Number.isInteger(count) && count >= 0)))
    throw new RangeError('counts must be whole numbers')
}
