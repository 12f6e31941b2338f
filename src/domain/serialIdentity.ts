/** Whether two texts name one item: how a serial or a batch is compared, wherever it is. */
import { plainText } from './plainText'

/** The number itself: neither width of letters, nor blanks, nor case make another item of it. */
export const serialIdentity = (serial: string): string => plainText(serial).toUpperCase()

/** Serials, batches, and places on a train. */
export const isSameItem = (a: string, b: string): boolean => serialIdentity(a) === serialIdentity(b)

/**
 * The identity up to signs that are mistaken for each other on a plate (O and 0; I, l and 1). For reading together what
 * several people typed of one life; never for saying that two stored records are one.
 */
export const confusableIdentity = (serial: string): string =>
  serialIdentity(serial).replaceAll('O', '0').replace(/[IL]/gu, '1')

const FEWEST_DIGITS = 4

/** Whether a text can tell one item from others of its kind: `1#、2#` and `新` are no serials. */
export const isTellingSerial = (serial: string): boolean =>
  confusableIdentity(serial).replace(/\D/gu, '').length >= FEWEST_DIGITS

/**
 * How a serial was probably meant, where a letter that looks like a digit stands between digits: `GZ1511-O007` is
 * `GZ1511-0007`. The same text where nothing speaks against it.
 */
export function likelySerial(serial: string): string {
  const signs = Array.from(serial)
  const isDigit = (sign: string | undefined): boolean => sign !== undefined && /\d/u.test(sign)
  const neighbour = (from: number, step: -1 | 1): string | undefined => {
    let at = from + step
    while (/[-_ ./]/u.test(signs[at] ?? '')) at += step
    return signs[at]
  }
  const meant = (sign: string): string => (/[oO]/u.test(sign) ? '0' : '1')
  return signs
    .map((sign, at) =>
      /[oOIl]/u.test(sign) && isDigit(neighbour(at, -1)) && isDigit(neighbour(at, 1)) ? meant(sign) : sign,
    )
    .join('')
}
