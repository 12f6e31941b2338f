import { incompleteBeta } from './special/incompleteBeta'

export type FunnelLimit = { readonly exposure: number; readonly lower: number; readonly upper: number }

/**
 * Between which rates does a group of a given exposure lie, when it shares one rate with all others? Given how many failed
 * in all, the count of a group is binomial by its share of the exposure, which is exact however few there are, as in
 * the test of its rate against the others. Between whole counts the limits are interpolated, so that a curve can be drawn.
 * @param failures  of all groups together
 * @param exposure  of all groups together
 * @param exposures of the groups to draw limits for, above 0 and at most `exposure`
 * @param level     two-sided chance outside, in (0, 1)
 * @returns         rates per unit of exposure
 * @throws          RangeError for a broken count, exposure or level
 * @source          Spiegelhalter (2005), Funnel plots for comparing institutional performance, appendix A.1; conditional
 *                  binomial: Przyborowski & Wilenski (1940)
 */
export function funnelLimits(
  failures: number,
  exposure: number,
  exposures: readonly number[],
  level: number,
): readonly FunnelLimit[] {
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(level > 0 && level < 1)) throw new RangeError(`level ${level} is outside (0, 1)`)
  if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`exposure ${exposure} is not positive`)
  return exposures.map((own) => {
    if (!(own > 0 && own <= exposure)) throw new RangeError(`exposure ${own} is not a part of ${exposure}`)
    const share = own / exposure
    const below = (count: number): number => atMost(count, failures, share)
    return {
      exposure: own,
      lower: Math.max(0, quantile(below, failures, level / 2)) / own,
      upper: quantile(below, failures, 1 - level / 2) / own,
    }
  })
}

/** P(X ≤ count). */
const atMost = (count: number, of: number, share: number): number =>
  count < 0
    ? 0
    : count >= of || share >= 1
      ? count >= of
        ? 1
        : 0
      : incompleteBeta(of - count, count + 1, 1 - share).lower

/** The first count whose chance of at most it exceeds p, less the part of its own chance that lies beyond. */
function quantile(below: (count: number) => number, most: number, p: number): number {
  let [from, to] = [0, most]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (below(middle) > p) to = middle
    else from = middle + 1
  }
  const own = below(from) - below(from - 1)
  return own > 0 ? from - Math.min(1, (below(from) - p) / own) : from
}
