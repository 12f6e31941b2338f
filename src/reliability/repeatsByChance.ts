import { incompleteBeta } from './special/incompleteBeta'

/** Failures of one kind on one asset. */
export interface RepeatGround {
  /** Whole number ≥ 1. */
  readonly failures: number
  /** Days it was watched, and within how many of them a failure after another is a repeat; > 0 and ≥ 0. */
  readonly watched: number
  readonly window: number
}

export interface RepeatsByChance {
  /** Repeats to be expected of failures that have nothing to do with each other. */
  readonly expected: number
  /** Chance of as many repeats as were seen, or more, from such failures. */
  readonly p: number
}

/**
 * How many repeats would there be if failures came independently, each train and part with as many as it had? Of n
 * failures spread evenly over L days each gap is longer than w with (1 − w/L)ⁿ, and n − 1 gaps lie between them.
 *
 * @param repeats seen in all groups together
 * @throws        RangeError for counts or days that are none
 * @source        spacings of uniform points: David & Nagaraja (2003), Order Statistics ch. 6.4; gaps of
 * unlike groups counted as binomial with their mean chance, whose variance is the larger, so that p errs towards chance
 */
export function repeatsByChance(groups: readonly RepeatGround[], repeats: number): RepeatsByChance {
  if (!(Number.isSafeInteger(repeats) && repeats >= 0)) throw new RangeError(`${repeats} repeats is not a count`)
  let [expected, gaps] = [0, 0]
  for (const { failures, watched, window } of groups) {
    if (!(Number.isSafeInteger(failures) && failures >= 1)) throw new RangeError(`${failures} failures is not a count`)
    if (!(watched > 0 && watched < Infinity && window >= 0)) throw new RangeError('a window needs days it lies in')
    gaps += failures - 1
    expected += (failures - 1) * (window >= watched ? 1 : -Math.expm1(failures * Math.log1p(-window / watched)))
  }
  if (repeats === 0 || expected >= gaps) return { expected, p: 1 }
  // More repeats than gaps: not those of these groups.
  const p = repeats > gaps ? 0 : incompleteBeta(repeats, gaps - repeats + 1, expected / gaps).lower
  return { expected, p }
}
