import { chiSquareQuantile } from './special/chiSquareQuantile'

/**
 * How long to watch so that at most `allowedFailures` failures demonstrate a mean between failures.
 *
 * @param mtbf       the mean to demonstrate, any unit; the answer has the same
 * @param confidence in (0, 1), one-sided
 * @throws           RangeError when the mean is not positive, the count broken or the confidence outside (0, 1)
 * @source           NIST/SEMATECH e-Handbook 8.3.1.1
 */
export function demonstrationTime(mtbf: number, allowedFailures: number, confidence: number): number {
  if (!(mtbf > 0 && mtbf < Infinity)) throw new RangeError(`mean ${mtbf} is not positive`)
  if (!(Number.isSafeInteger(allowedFailures) && allowedFailures >= 0))
    throw new RangeError(`${allowedFailures} failures is not a count`)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  return (mtbf * chiSquareQuantile(1 - confidence, 2 * allowedFailures + 2, 'upper')) / 2
}
