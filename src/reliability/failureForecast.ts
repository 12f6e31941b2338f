import { poissonCdf } from './special/poissonCdf'

export type FailureForecast = {
  readonly expected: number
  readonly noFailure: number
  readonly atMost: (count: number) => number
}

/**
 * How many failures will one system have in the next stretch, if the power law goes on?
 * @param beta, lambda expected failures by time t are lambda·tᵝ, both > 0
 * @param now, horizon same unit as lambda, ≥ 0 and > 0
 * @throws             RangeError for broken arguments, or when the expectation is beyond a double
 * @source             increments of a Poisson process are Poisson; MIL-HDBK-189
 */
export function failureForecast(beta: number, lambda: number, now: number, horizon: number): FailureForecast {
  if (!(beta > 0 && lambda > 0 && now >= 0 && horizon > 0))
    throw new RangeError('beta, lambda and horizon must be positive, now not negative')
  const expected = lambda * ((now + horizon) ** beta - now ** beta)
  if (!Number.isFinite(expected)) throw new RangeError('the law grows beyond what a double can hold')
  return { expected, noFailure: Math.exp(-expected), atMost: (count) => poissonCdf(count, expected) }
}
