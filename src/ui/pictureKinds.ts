/** Kinds of pictures that some browsers cannot draw and every phone can show. */

/** Brands of the container that iPhones and many Androids keep photos in (ISO 23008-12, Annex B). */
const BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'])

/** Do these bytes begin like a HEIC photo? */
export function isHeic(bytes: Uint8Array): boolean {
  const word = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
  return bytes.length >= 12 && word(4) === 'ftyp' && BRANDS.has(word(8))
}

/** Can pictures of this kind be drawn by every browser? */
export const isDrawable = (mime: string): boolean => mime.startsWith('image/') && !/hei[cf]/u.test(mime)
