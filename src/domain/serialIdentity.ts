/** Whether two texts name one item: how a serial or a batch is compared, wherever it is. */

/** The number itself: neither width of letters, nor blanks, nor case make another item of it. */
export const serialIdentity = (serial: string): string => serial.normalize('NFKC').replace(/\s/gu, '').toUpperCase()

/** Serials, batches, and places on a train. */
export const isSameItem = (a: string, b: string): boolean => serialIdentity(a) === serialIdentity(b)

/**
 * The identity up to signs that are mistaken for each other on a plate (O and 0, I and 1). For reading a life together
 * from what several people typed; never for saying that two records are one.
 */
export const confusableIdentity = (serial: string): string =>
  serialIdentity(serial).replaceAll('O', '0').replaceAll('I', '1')
