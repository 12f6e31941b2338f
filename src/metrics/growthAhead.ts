/** How many failures the next stretch will bring, at the rate a growth curve ends with. */
import type { Growth } from './growth'

export interface Ahead {
  readonly exposure: number
  readonly expected: number
  /** Bounds of the expectation, from those of the instantaneous MTBF; null where they are not known. */
  readonly lower: number | null
  readonly upper: number | null
}

/**
 * n = ΔT / MTBF(T): the rate of today, held on. The interval is of the expectation, not of the count that will be seen.
 * @param exposure ΔT in the unit of the curve, above 0
 * @returns null where there is no curve
 */
export function growthAhead(law: Growth['law'], exposure: number): Ahead | null {
  if (law.status !== 'estimated') return null
  const [low, high] = law.instantaneousMtbfCrow
  return {
    exposure,
    expected: exposure / law.fit.instantaneousMtbf,
    lower: high === null ? null : exposure / high,
    upper: low === null ? null : exposure / low,
  }
}
