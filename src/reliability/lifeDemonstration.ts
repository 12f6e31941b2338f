import { incompleteBeta } from './special/incompleteBeta'
import { inverseIncompleteBeta } from './special/inverseIncompleteBeta'

export type LifeDemonstration = {
  /** How far each item has to run, in the unit of the life to show. */
  readonly each: number
  /** Share of items of exactly the life to show that fail by then. */
  readonly failedThen: number
}

/** Beyond this a count is not exact. */
const MOST_ITEMS = 1e9

const checkCounts = (items: number, allowed: number): void => {
  if (!(
    Number.isSafeInteger(items) &&
    items >= 1 &&
    items <= MOST_ITEMS &&
    Number.isSafeInteger(allowed) &&
    allowed >= 0
  ))
    throw new RangeError(`${items} items and ${allowed} failures are not counts`)
  if (allowed >= items) throw new RangeError(`of ${items} items ${allowed} failures cannot be few`)
}

/**
 * How far must each of n items run, with at most so many failing, to show the scale η of a Weibull life whose shape is
 * given? The share F that may fail solves P(X ≤ allowed | n, F) = 1 − confidence, and t = η·(−ln(1 − F))^(1/β). Without
 * a failure allowed this is Weibayes: n·(t/η)^β = −ln(1 − confidence).
 *
 * @param eta, beta scale to show and shape taken as known, > 0
 * @param items     each runs to the same distance and is not replaced
 * @throws          RangeError for numbers that are none, or an answer beyond a double
 * @source          Meeker & Escobar (1998) ch. 10.6; Abernethy, The New Weibull Handbook ch. 6 (substantiation tests)
 */
export function lifeDemonstration(
  eta: number,
  beta: number,
  items: number,
  allowed: number,
  confidence: number,
): LifeDemonstration {
  if (!(eta > 0 && eta < Infinity && beta > 0 && beta < Infinity))
    throw new RangeError(`scale ${eta} and shape ${beta} must be positive`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  checkCounts(items, allowed)
  const { x, y } = inverseIncompleteBeta(allowed + 1, items - allowed, confidence)
  const each = eta * (x < 0.5 ? -Math.log1p(-x) : -Math.log(y)) ** (1 / beta)
  if (!(each > 0 && each < Infinity)) throw new RangeError(`shape ${beta} is too small for a distance`)
  return { each, failedThen: x }
}

/**
 * With which chance do at most so many of n items fail before they ran that far?
 * @param each      distance each item runs, ≥ 0
 * @param eta, beta scale and shape the items really have
 * @throws          RangeError for numbers that are none
 * @source          binomial law of the count
 */
export function lifePassChance(items: number, allowed: number, each: number, eta: number, beta: number): number {
  if (!(eta > 0 && eta < Infinity && beta > 0 && beta < Infinity && each >= 0 && each < Infinity))
    throw new RangeError('distance, scale and shape must be positive numbers')
  checkCounts(items, allowed)
  const hazard = (each / eta) ** beta
  return incompleteBeta(items - allowed, allowed + 1, Math.exp(-hazard), -Math.expm1(-hazard)).lower
}
