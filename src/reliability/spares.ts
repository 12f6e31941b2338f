import { chiSquareQuantile } from './special/chiSquareQuantile'
import { incompleteBeta } from './special/incompleteBeta'
import { poissonCdf } from './special/poissonCdf'
import { poissonQuantile } from './special/poissonQuantile'

export type SparesAnswer = {
  readonly expected: number
  readonly spares: number
  /** Chance that this many, and one fewer, suffice. */
  readonly probability: number
  readonly probabilityOneLess: number
}

/** Beyond this a count is not exact and no store holds it. */
const MOST_PARTS = 1e9

function checked(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
}

/**
 * How many spares does a store need so that it runs out with at most 1 − confidence, when the demand rate is known?
 * @param demand expected demand over the horizon, per site; pooled into one store
 * @throws       RangeError for negative demand or a confidence outside (0, 1)
 * @source       Palm (1938); quantile of the Poisson law of the summed demand
 */
export function sparesForDemand(demand: readonly number[], confidence: number): SparesAnswer {
  checked(confidence)
  const broken = demand.find((value) => !(value >= 0 && value < Infinity))
  if (broken !== undefined) throw new RangeError(`demand ${broken} is not a demand`)
  const expected = demand.reduce((sum, value) => sum + value, 0)
  if (!(expected <= MOST_PARTS)) throw new RangeError(`a demand of ${expected} is no number of parts`)
  const spares = poissonQuantile(confidence, expected)
  return {
    expected,
    spares,
    probability: poissonCdf(spares, expected),
    probabilityOneLess: spares === 0 ? 0 : poissonCdf(spares - 1, expected),
  }
}

export type PredictedSpares = { readonly mean: number; readonly spares: number; readonly probability: number }

/**
 * The same when the rate is itself uncertain: failures in `exposure` predict those in `horizon` by a negative binomial
 * law. The prior shape ½ (Jeffreys) lets even no failure ask for spares.
 * @param exposure, horizon same unit, > 0
 * @throws                  RangeError for broken arguments
 * @source                  Bayesian prediction with a gamma rate; Jeffreys prior
 */
export function predictedSpares(
  failures: number,
  exposure: number,
  horizon: number,
  confidence: number,
  priorShape = 0.5,
): PredictedSpares {
  checked(confidence)
  if (!(Number.isSafeInteger(failures) && failures >= 0 && exposure > 0 && horizon > 0 && priorShape > 0))
    throw new RangeError('failures, exposure, horizon and prior must be a count and positive numbers')
  const shape = failures + priorShape
  const p = exposure / (exposure + horizon)
  const cdf = (count: number): number => incompleteBeta(shape, count + 1, p, 1 - p).lower
  const mean = (shape * horizon) / exposure
  if (!(mean <= MOST_PARTS)) throw new RangeError(`a demand of ${mean} is no number of parts`)
  let high = Math.max(1, Math.ceil(mean))
  while (cdf(high) < confidence) high *= 2
  let low = -1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (cdf(middle) >= confidence) high = middle
    else low = middle
  }
  return { mean, spares: high, probability: cdf(high) }
}

export type CautiousSpares = {
  readonly rateUpper: number
  readonly expected: number
  readonly spares: number
  readonly probability: number
}

/**
 * The cautious way: take the upper bound of the rate as if it were the rate.
 * @param rateConfidence one-sided confidence of the upper bound
 * @source               chi-square bound of a time-terminated count, then the Poisson quantile
 * @throws               RangeError for counts, exposures or confidences out of range
 */
export function sparesAtUpperRate(
  failures: number,
  exposure: number,
  horizon: number,
  confidence: number,
  rateConfidence: number,
): CautiousSpares {
  checked(rateConfidence)
  if (!(Number.isSafeInteger(failures) && failures >= 0 && exposure > 0 && horizon > 0))
    throw new RangeError('failures, exposure and horizon must be a count and positive numbers')
  const rateUpper = chiSquareQuantile(1 - rateConfidence, 2 * failures + 2, 'upper') / (2 * exposure)
  const { expected, spares, probability } = sparesForDemand([rateUpper * horizon], confidence)
  return { rateUpper, expected, spares, probability }
}
