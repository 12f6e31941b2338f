/**
 * Text as a search compares it: full-width and half-width forms alike, lower case, no white space.
 * Never stored; what people wrote stays as they wrote it.
 */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s|[\u200b-\u200f\u2060\ufeff]/gu, '')
