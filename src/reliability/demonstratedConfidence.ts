import { chiSquareCdf } from './special/chiSquareCdf'

/**
 * With what one-sided confidence an observation shows that the mean between failures is at least `mtbf`.
 *
 * @param exposure time or distance watched, same unit as `mtbf`; 0 demonstrates nothing and gives 0
 * @throws         RangeError when the mean is not positive, the exposure negative or the count broken
 * @source         the relation behind NIST/SEMATECH e-Handbook 8.3.1.1, solved for the confidence
 */
export function demonstratedConfidence(mtbf: number, exposure: number, failures: number): number {
  if (!(mtbf > 0)) throw new RangeError(`mean ${mtbf} is not positive`)
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  return chiSquareCdf((2 * exposure) / mtbf, 2 * failures + 2)
}
