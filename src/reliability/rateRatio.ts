import type { NotEstimable } from './notEstimable'
import { incompleteBeta, logBetaLike } from './special/incompleteBeta'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta'

export type Counted = { readonly failures: number; readonly exposure: number }

/** `ratio` and `upper` are null when the second group has no failure: nothing bounds the ratio from above. */
export type RateRatio = {
  readonly status: 'estimated'
  readonly ratio: number | null
  readonly lower: number
  readonly upper: number | null
  /** Two-sided, agrees with the bounds: below 1 − confidence exactly when they exclude 1. */
  readonly pCentral: number
  /** Two-sided by likelihood, as R's poisson.test prints; may contradict the bounds. */
  readonly pMinlike: number
  readonly pLess: number
  readonly pGreater: number
}

/**
 * How many times higher the failure rate of the first group is than that of the second, with exact bounds.
 * Given the total, the first count is binomial, so no assumption is needed but constant rates.
 *
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-exposure` when a group was not watched, `no-failures` when neither group failed
 * @throws           RangeError for a broken failure count or a confidence outside (0, 1)
 * @source           Clopper & Pearson, Biometrika 26, 1934, through the conditional binomial; central p as in Fay,
 *                   Two-sided Exact Tests and Matching Confidence Intervals, R Journal 2/1, 2010
 */
export function rateRatio(
  first: Counted,
  second: Counted,
  confidence: number,
): RateRatio | NotEstimable<'no-exposure' | 'no-failures'> {
  for (const { failures } of [first, second])
    if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const watched = [first, second].every(({ exposure }) => exposure > 0 && exposure < Infinity)
  if (!watched) return { status: 'not-estimable', reason: 'no-exposure' }
  if (first.failures + second.failures === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const outside = (1 - confidence) / 2
  const exposureRatio = second.exposure / first.exposure
  const least = first.failures === 0 ? null : inverseIncompleteBeta(first.failures, second.failures + 1, outside)
  const most =
    second.failures === 0 ? null : inverseIncompleteBeta(first.failures + 1, second.failures, outside, 'upper')
  const { pLess, pGreater, pMinlike } = binomialTest(first.failures, second.failures, first.exposure, second.exposure)
  return {
    status: 'estimated',
    ratio: second.failures === 0 ? null : (first.failures / second.failures) * exposureRatio,
    lower: least === null ? 0 : (least.x / least.y) * exposureRatio,
    upper: most === null ? null : (most.x / most.y) * exposureRatio,
    pCentral: Math.min(1, 2 * Math.min(pLess, pGreater)),
    pMinlike,
    pLess,
    pGreater,
  }
}

type Share = { readonly n: number; readonly p: number; readonly q: number }

function binomialTest(count: number, rest: number, exposure: number, restExposure: number) {
  const share = {
    n: count + rest,
    p: exposure / (exposure + restExposure),
    q: restExposure / (exposure + restExposure),
  }
  const pLess = atMost(count, share)
  const pGreater = atLeast(count, share)
  return { pLess, pGreater, pMinlike: noLikelier(count, share, pLess, pGreater) }
}

const atMost = (k: number, { n, p, q }: Share): number =>
  k < 0 ? 0 : k >= n ? 1 : incompleteBeta(n - k, k + 1, q, p).lower

const atLeast = (k: number, { n, p, q }: Share): number =>
  k <= 0 ? 1 : k > n ? 0 : incompleteBeta(k, n - k + 1, p, q).lower

/** Probability of every count that is no likelier than the one seen (with the usual 1e-7 for ties). */
function noLikelier(count: number, share: Share, pLess: number, pGreater: number): number {
  const { n, p } = share
  const seen = logPmf(count, share) + 1e-7
  const mode = Math.min(n, Math.floor((n + 1) * p))
  if (count === mode) return 1
  if (count < mode) {
    const first = firstWhere(mode, n + 1, (k) => logPmf(k, share) <= seen)
    return Math.min(1, pLess + atLeast(first, share))
  }
  const above = firstWhere(0, mode, (k) => logPmf(k, share) > seen)
  return Math.min(1, pGreater + atMost(above - 1, share))
}

/** The first whole number in [from, to) where a condition turns true for good, or `to`. */
function firstWhere(from: number, to: number, holds: (k: number) => boolean): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function logPmf(k: number, { n, p, q }: Share): number {
  const size = n + 1
  return logBetaLike(k + 1, n - k + 1, p, q) - Math.log(p * q * size)
}
