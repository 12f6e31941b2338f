import type { NotEstimable } from './notEstimable'
import { incompleteGamma } from './special/incompleteGamma'
import { logGamma } from './special/logGamma'
import { rootBetween } from './special/rootBetween'

export type ReplacementAge = { readonly status: 'estimated'; readonly age: number; readonly costRate: number }

const checked = (eta: number, beta: number, planned: number, failure: number): void => {
  if (![eta, beta, planned, failure].every((value) => value > 0 && value < Infinity))
    throw new RangeError('scale, shape and costs must be positive numbers')
}

/** A scale, shape or cost so far out that the answer leaves the range of numbers is the caller's mistake. */
function inDoubles(age: number, costRate: number): ReplacementAge {
  if (!(Number.isFinite(age) && Number.isFinite(costRate)))
    throw new RangeError('the optimum is beyond what a double can hold')
  return { status: 'estimated', age, costRate }
}

/**
 * At which age does planned replacement cost least, when a part is replaced at failure or at that age, whichever first?
 * @param eta, beta scale and shape of the Weibull life; age has the unit of eta
 * @param planned, failure cost of a planned replacement and of one after a failure
 * @returns `wear-out-needed` when replacing before failure never pays (beta ≤ 1 or the failure costs no more)
 * @throws  RangeError for arguments that are not positive
 * @source  Barlow & Proschan (1965): h(t)·∫R + R = c_f/(c_f − c_p)
 */
export function replacementAge(
  eta: number,
  beta: number,
  planned: number,
  failure: number,
): ReplacementAge | NotEstimable<'wear-out-needed'> {
  checked(eta, beta, planned, failure)
  if (beta <= 1 || failure <= planned) return { status: 'not-estimable', reason: 'wear-out-needed' }
  const wholeLife = Math.exp(logGamma(1 + 1 / beta))
  const meanUpTo = (x: number): number => wholeLife * incompleteGamma(1 / beta, x ** beta).lower
  const excess = (x: number): number =>
    beta * x ** (beta - 1) * meanUpTo(x) + Math.exp(-(x ** beta)) - failure / (failure - planned)
  let high = 1
  while (excess(high) < 0) high *= 2
  const x = rootBetween(excess, high * 1e-9, high)
  const reliability = Math.exp(-(x ** beta))
  return inDoubles(eta * x, (planned * reliability + failure * (1 - reliability)) / (eta * meanUpTo(x)))
}

/**
 * The same when a failure is repaired just enough to go on (minimal repair) and the part is replaced at that age:
 * η·(c_p/(c_f·(β − 1)))^(1/β).
 * @param eta, beta scale and shape of the power-law intensity; age has the unit of eta
 * @param planned, failure cost of a planned replacement and of one minimal repair
 * @returns `wear-out-needed` when β ≤ 1
 * @throws  RangeError for arguments that are not positive
 * @source  Barlow & Hunter (1960)
 */
export function overhaulAge(
  eta: number,
  beta: number,
  planned: number,
  failure: number,
): ReplacementAge | NotEstimable<'wear-out-needed'> {
  checked(eta, beta, planned, failure)
  if (beta <= 1) return { status: 'not-estimable', reason: 'wear-out-needed' }
  const age = eta * (planned / (failure * (beta - 1))) ** (1 / beta)
  return inDoubles(age, (planned + failure * (age / eta) ** beta) / age)
}
