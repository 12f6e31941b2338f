import type { NotEstimable } from './notEstimable'
import { chiSquareCdf } from './special/chiSquareCdf'
import { studentQuantile } from './special/studentQuantile'

export interface UnitCount {
  /** Whole number ≥ 0. */
  readonly failures: number
  /** Of this unit, > 0. */
  readonly exposure: number
}

export type Dispersion = {
  readonly status: 'estimated'
  readonly units: number
  /** Pearson's sum, and its degrees of freedom. */
  readonly chiSquare: number
  readonly degrees: number
  /** Chance of so large a sum when all units share one constant rate. */
  readonly p: number
  /** Variance over mean: chiSquare ÷ degrees; 1 where failures are Poisson with one rate. */
  readonly ratio: number
  readonly rate: number
  /** Two-sided bounds of the rate that hold whether or not failures come in clusters or units differ. */
  readonly lower: number
  readonly upper: number
}

export type NoDispersion = NotEstimable<'fewer-than-two-systems' | 'no-failures' | 'too-few-failures'>

/**
 * Do failures scatter over units (trains) more than chance lets them at one rate, and between which bounds does the
 * rate lie then?
 *
 * Bounds come from the squared departures of the units themselves (robust, sandwich), on a log scale with Student's
 * quantile; they need no law of how units differ, and independent units.
 *
 * @param confidence two-sided, in (0, 1)
 * @throws           RangeError for a count, exposure or confidence that is none
 * @source Pearson's χ² for Poisson counts: McCullagh & Nelder (1989) ch. 6.2; robust variance: White (1982), with the
 * factor n/(n − 1) of Stata and R `sandwich::vcovCL`
 */
export function dispersion(units: readonly UnitCount[], confidence: number): Dispersion | NoDispersion {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  checkUnits(units)
  if (units.length < 2) return { status: 'not-estimable', reason: 'fewer-than-two-systems' }
  const failures = units.reduce((sum, unit) => sum + unit.failures, 0)
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const rate = failures / units.reduce((sum, { exposure }) => sum + exposure, 0)
  const departures = units.map((unit) => unit.failures - rate * unit.exposure)
  const chiSquare = departures.reduce((sum, gap, at) => sum + (gap * gap) / (rate * (units[at]?.exposure ?? 1)), 0)
  const degrees = units.length - 1
  const squares = departures.reduce((sum, gap) => sum + gap * gap, 0) * (units.length / degrees)
  const width = -studentQuantile((1 - confidence) / 2, degrees) * (Math.sqrt(squares) / failures)
  const [lower, upper] = [rate * Math.exp(-width), rate * Math.exp(width)]
  if (!(lower > 0 && upper < Infinity)) return { status: 'not-estimable', reason: 'too-few-failures' }
  return {
    status: 'estimated',
    units: units.length,
    chiSquare,
    degrees,
    p: chiSquareCdf(chiSquare, degrees, 'upper'),
    ratio: chiSquare / degrees,
    rate,
    lower,
    upper,
  }
}

/** @throws RangeError for what is no count or exposure */
export function checkUnits(units: readonly UnitCount[]): void {
  for (const { failures, exposure } of units) {
    if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
    if (!(exposure > 0 && exposure < Infinity)) throw new RangeError(`exposure ${exposure} is not positive`)
  }
}
