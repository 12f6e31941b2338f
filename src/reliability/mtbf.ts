import type { NotEstimable } from './notEstimable'
import { chiSquareQuantile } from './special/chiSquareQuantile'

export type Termination = 'time' | 'failure'

export type MtbfInput = {
  readonly failures: number
  readonly exposure: number
  readonly confidence: number
  readonly sided: 'two' | 'lower'
  readonly termination: Termination
}

/** Bounds as the caller asked, except that no failure leaves only a one-sided lower one: `sided` says which it is. */
export type MtbfEstimate = {
  readonly status: 'estimated'
  readonly failures: number
  readonly exposure: number
  readonly confidence: number
  readonly sided: 'two' | 'lower'
  readonly mtbf: number | null
  readonly lower: number
  readonly upper: number | null
  readonly rate: number
  readonly rateLower: number | null
  readonly rateUpper: number
}

/**
 * Mean time (or distance) between failures with exact chi-square bounds, assuming a constant rate.
 * `mtbf` is null without a failure; `upper` is null where nothing bounds it, never a number that looks like one.
 *
 * @param input.failures    whole number ≥ 0
 * @param input.exposure    hours, kilometres or cycles watched; answers come in the same unit
 * @param input.confidence  in (0, 1); two-sided 0.9 puts 5 % outside each end, lower 0.9 puts 10 % below
 * @param input.termination 'failure' only when watching stopped at the last failure by design; field data are 'time'
 * @returns                 `no-exposure` when nothing was watched, `no-failure-to-end-on` when 'failure' met none
 * @throws                  RangeError for a negative or broken failure count or a confidence outside (0, 1)
 * @source                  NIST/SEMATECH e-Handbook 8.4.5.1; MIL-HDBK-338B 8.3.2.5.2
 */
export function mtbf(input: MtbfInput): MtbfEstimate | NotEstimable<'no-exposure' | 'no-failure-to-end-on'> {
  const { failures, exposure, confidence, termination } = input
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  if (!(exposure > 0 && exposure < Infinity)) return { status: 'not-estimable', reason: 'no-exposure' }
  if (termination === 'failure' && failures === 0) return { status: 'not-estimable', reason: 'no-failure-to-end-on' }

  const sided = failures === 0 ? 'lower' : input.sided
  const outside = sided === 'two' ? (1 - confidence) / 2 : 1 - confidence
  const degrees = termination === 'time' ? 2 * failures + 2 : 2 * failures
  const expectedMost = chiSquareQuantile(outside, degrees, 'upper') / 2
  const expectedLeast = sided === 'two' ? chiSquareQuantile(outside, 2 * failures) / 2 : null
  return {
    status: 'estimated',
    failures,
    exposure,
    confidence,
    sided,
    mtbf: failures === 0 ? null : exposure / failures,
    lower: exposure / expectedMost,
    upper: expectedLeast === null ? null : exposure / expectedLeast,
    rate: failures / exposure,
    rateLower: expectedLeast === null ? null : expectedLeast / exposure,
    rateUpper: expectedMost / exposure,
  }
}
