import { incompleteBeta } from './incompleteBeta'

/**
 * Two-sided chance of so large a value of Student's t.
 * @param degrees > 0, not necessarily whole
 * @throws RangeError for a value that is not finite or degrees that are not positive
 * @source P(|T| > t) = I(ν/2, 1/2) at ν ÷ (ν + t²): DLMF 8.17
 */
export function studentP(t: number, degrees: number): number {
  if (!Number.isFinite(t)) throw new RangeError(`${t} is not a value of t`)
  return Math.min(1, incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t)).lower)
}
