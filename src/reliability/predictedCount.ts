import { incompleteBeta } from './special/incompleteBeta'

export type PredictedCount = {
  /** Expected at the observed rate. */
  readonly expected: number
  /** The count that will be seen lies between these with at least the confidence asked for. */
  readonly lower: number
  readonly upper: number
}

/** Beyond this a count is not exact. */
const MOST_FAILURES = 1e9

/**
 * How many failures will be counted in the next stretch, when the constant rate itself is known from so many failures
 * only? Given past and future failures together, each falls into the future with chance horizon ÷ (exposure + horizon);
 * a future count is left out when that makes the past one rarer than (1 − confidence)/2 on its side.
 *
 * @param exposure, horizon same unit, > 0
 * @param confidence        two-sided, in (0, 1); the counts are discrete, so it is reached or exceeded
 * @throws                  RangeError for broken arguments
 * @source                  Nelson (1982), Applied Life Data Analysis 6.3: conditional binomial prediction limits
 */
export function predictedCount(
  failures: number,
  exposure: number,
  horizon: number,
  confidence: number,
): PredictedCount {
  if (!(Number.isSafeInteger(failures) && failures >= 0 && failures <= MOST_FAILURES))
    throw new RangeError(`${failures} failures is not a count`)
  if (!(exposure > 0 && exposure < Infinity && horizon > 0 && horizon < Infinity))
    throw new RangeError(`exposure ${exposure} and horizon ${horizon} must be positive`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const [past, future] = [exposure / (exposure + horizon), horizon / (exposure + horizon)]
  const expected = (failures * horizon) / exposure
  if (!(expected <= MOST_FAILURES && future < 1)) throw new RangeError(`${expected} failures to come is no count`)
  const outside = (1 - confidence) / 2
  // P(X ≤ failures) of failures + later ones, and P(X ≥ failures).
  const isTooMany = (later: number): boolean =>
    later > 0 && incompleteBeta(failures + 1, later, past, future).upper <= outside
  const isTooFew = (later: number): boolean =>
    failures > 0 && incompleteBeta(failures, later + 1, past, future).lower <= outside
  return {
    expected,
    lower: firstWhere((count) => !isTooFew(count)),
    upper: firstWhere((count) => isTooMany(count + 1)),
  }
}

/** The smallest whole number from 0 on where it holds, of a condition that goes on holding. */
function firstWhere(holds: (count: number) => boolean): number {
  if (holds(0)) return 0
  let high = 1
  while (!holds(high)) {
    if (high > MOST_FAILURES) throw new RangeError('the count is beyond what is exact')
    high *= 2
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
