import { crowFactors } from './crowFactors'
import { mtbf } from './mtbf'
import type { NotEstimable } from './notEstimable'
import type { Truncation } from './observedSystem'
import { powerLaw, type PowerLawFit } from './powerLaw'
import { chiSquareQuantile } from './special/chiSquareQuantile'
import { normalQuantile } from './special/normalQuantile'

export type Bounds = readonly [lower: number | null, upper: number | null]

export type PowerLawBounds = {
  readonly status: 'estimated'
  readonly fit: PowerLawFit
  readonly betaExact: Bounds
  readonly betaFisher: Bounds
  readonly lambdaFisher: Bounds
  readonly varianceBeta: number
  readonly varianceLambda: number
  readonly covariance: number
  readonly cumulativeMtbfCrow: Bounds
  readonly cumulativeMtbfFisher: Bounds
  readonly instantaneousMtbfCrow: Bounds
  readonly instantaneousMtbfFisher: Bounds
}

/**
 * Two-sided bounds of the power law of one system: exact ones where they exist (Crow), and those from the observed
 * information on a log scale (Fisher), as other programs print them.
 *
 * @param events     failure times in (0, end], one unit
 * @param confidence two-sided, in (0, 1)
 * @throws           RangeError as `powerLaw`, and for a broken confidence
 * @source           MIL-HDBK-189 appendix C; information [[n/λ², Tᵝ ln T], [·, n/β² + λTᵝ ln²T]]
 */
export function powerLawBounds(
  events: readonly number[],
  end: number,
  truncation: Truncation,
  confidence: number,
): PowerLawBounds | NotEstimable<string> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const fit = powerLaw([{ events, end }], truncation)
  if (fit.status === 'not-estimable') return fit
  const { failures: n, beta, lambda } = fit
  const outside = (1 - confidence) / 2
  const z = -normalQuantile(outside)
  const logEnd = Math.log(end)
  const degrees = truncation === 'time' ? 2 * n : 2 * n - 2
  const varianceBeta = beta ** 2 / n
  const varianceLambda = (lambda ** 2 * (1 + (beta * logEnd) ** 2)) / n
  const around = (value: number, relative: number): Bounds => [
    value * Math.exp(-z * relative),
    value * Math.exp(z * relative),
  ]
  const cumulative = mtbf({ failures: n, exposure: end, confidence, sided: 'two', termination: truncation })
  const factors = crowFactors(n, confidence, truncation)
  const m = fit.instantaneousMtbf
  return {
    status: 'estimated',
    fit,
    varianceBeta,
    varianceLambda,
    covariance: (-lambda * beta ** 2 * logEnd) / n,
    betaExact:
      degrees === 0
        ? [null, null]
        : [
            (beta * chiSquareQuantile(outside, degrees)) / (2 * n),
            (beta * chiSquareQuantile(outside, degrees, 'upper')) / (2 * n),
          ],
    betaFisher: around(beta, 1 / Math.sqrt(n)),
    lambdaFisher: around(lambda, Math.sqrt(varianceLambda) / lambda),
    cumulativeMtbfCrow: cumulative.status === 'estimated' ? [cumulative.lower, cumulative.upper] : [null, null],
    cumulativeMtbfFisher: around(fit.cumulativeMtbf, 1 / Math.sqrt(n)),
    instantaneousMtbfCrow:
      factors.status === 'estimated'
        ? [m * factors.lower, factors.upper === null ? null : m * factors.upper]
        : [null, null],
    instantaneousMtbfFisher: around(m, Math.sqrt(2 / n)),
  }
}
