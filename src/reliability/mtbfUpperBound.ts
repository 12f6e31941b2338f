import type { NotEstimable } from './notEstimable'
import { chiSquareQuantile } from './special/chiSquareQuantile'

/** A one-sided bound: with this confidence the mean is not larger, the rate not smaller. */
export type MtbfUpperBound = {
  readonly status: 'estimated'
  readonly mtbf: number
  readonly upper: number
  readonly rate: number
  readonly rateLower: number
}

/**
 * How large the mean time (or distance) between failures can be at most, one-sided, assuming a constant rate.
 * The bound is the same whether watching ended by time or at a failure.
 *
 * @param confidence in (0, 1)
 * @returns          `no-exposure`, or `no-failures` because nothing then bounds the mean from above
 * @throws           RangeError for a broken failure count or a confidence outside (0, 1)
 * @source           MIL-HDBK-338B 8.3.2.5.2
 */
export function mtbfUpperBound(
  failures: number,
  exposure: number,
  confidence: number,
): MtbfUpperBound | NotEstimable<'no-exposure' | 'no-failures'> {
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  if (!(exposure > 0 && exposure < Infinity)) return { status: 'not-estimable', reason: 'no-exposure' }
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const expectedLeast = chiSquareQuantile(1 - confidence, 2 * failures) / 2
  return {
    status: 'estimated',
    mtbf: exposure / failures,
    upper: exposure / expectedLeast,
    rate: failures / exposure,
    rateLower: expectedLeast / exposure,
  }
}
