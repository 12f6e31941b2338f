import { checkUnits, type UnitCount } from './dispersion'
import type { NotEstimable } from './notEstimable'
import type { Counted } from './rateRatio'
import { chiSquareCdf } from './special/chiSquareCdf'
import { studentP } from './special/studentP'
import { studentQuantile } from './special/studentQuantile'

export type ScatterWithin = {
  readonly status: 'estimated'
  readonly chiSquare: number
  readonly degrees: number
  /** Chance of so large a sum when all units of a group share its rate. */
  readonly p: number
  /** Variance over mean: 1 where failures are Poisson. */
  readonly ratio: number
}

/**
 * Do failures scatter over the units (trains) inside their groups more than chance lets them, each group with a rate of
 * its own? What they scatter more, ratios between groups are less sure of.
 * @param groups units of each group
 * @returns      `too-few-failures` where no group has two units and a failure
 * @throws       RangeError for a count or exposure that is none
 * @source       Pearson's χ² of a Poisson model with one rate per group: McCullagh & Nelder (1989) ch. 6.2
 */
export function scatterWithinGroups(
  groups: readonly (readonly UnitCount[])[],
): ScatterWithin | NotEstimable<'too-few-failures'> {
  let [chiSquare, degrees] = [0, 0]
  for (const units of groups) {
    checkUnits(units)
    const failures = units.reduce((sum, unit) => sum + unit.failures, 0)
    if (failures === 0 || units.length < 2) continue
    const rate = failures / units.reduce((sum, { exposure }) => sum + exposure, 0)
    degrees += units.length - 1
    for (const unit of units) {
      const expected = rate * unit.exposure
      chiSquare += (unit.failures - expected) ** 2 / expected
    }
  }
  return degrees === 0 || !Number.isFinite(chiSquare)
    ? { status: 'not-estimable', reason: 'too-few-failures' }
    : {
        status: 'estimated',
        chiSquare,
        degrees,
        p: chiSquareCdf(chiSquare, degrees, 'upper'),
        ratio: chiSquare / degrees,
      }
}

export type RatioWithScatter = {
  readonly status: 'estimated'
  readonly ratio: number
  readonly lower: number
  readonly upper: number
  /** Two-sided; below 1 − confidence exactly when the bounds exclude 1. */
  readonly p: number
}

/**
 * How many times higher is the rate of the first group, when failures scatter more than chance: the variance of the
 * logarithm of the ratio is that of Poisson counts times the scatter, with Student's quantile.
 * @param scatter    variance over mean, of so many degrees; below 1 it is taken as 1
 * @param confidence two-sided, in (0, 1)
 * @returns          `too-few-failures` when a group has none, so that its logarithm does not exist
 * @throws           RangeError for broken counts, exposure, scatter or confidence
 * @source           quasi-Poisson: McCullagh & Nelder (1989) ch. 6.2.3, 9.2
 */
export function ratioWithScatter(
  first: Counted,
  second: Counted,
  scatter: { readonly ratio: number; readonly degrees: number },
  confidence: number,
): RatioWithScatter | NotEstimable<'too-few-failures'> {
  checkUnits([first, second])
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  if (!(scatter.ratio >= 0 && scatter.ratio < Infinity && scatter.degrees >= 1))
    throw new RangeError(`scatter ${scatter.ratio} of ${scatter.degrees} degrees is none`)
  if (first.failures === 0 || second.failures === 0) return { status: 'not-estimable', reason: 'too-few-failures' }
  const ratio = (first.failures / first.exposure) * (second.exposure / second.failures)
  const error = Math.sqrt(Math.max(1, scatter.ratio) * (1 / first.failures + 1 / second.failures))
  const width = Math.exp(-studentQuantile((1 - confidence) / 2, scatter.degrees) * error)
  const [lower, upper] = [ratio / width, ratio * width]
  if (!(lower > 0 && upper < Infinity)) return { status: 'not-estimable', reason: 'too-few-failures' }
  return { status: 'estimated', ratio, lower, upper, p: studentP(Math.log(ratio) / error, scatter.degrees) }
}
