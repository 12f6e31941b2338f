/**
 * Which characters a stored text may hold. Control characters carry no words: they come from copying out of terminals,
 * cut telegrams and damaged exports, make two equal names differ unseen, and separate values in packed columns.
 *
 * Removed: C0 controls except tab and line feed, DEL, C1 controls, lone surrogates, U+FFFE and U+FFFF, the marks without
 * width U+200B, U+2060 and U+FEFF, and the marks that turn the direction of the text around them (U+202A–U+202E,
 * U+2066–U+2069): with those a serial number can read otherwise than it is stored.
 * Kept: the joiners U+200C and U+200D, without which Persian, Indic scripts and composed emoji fall apart, and the
 * harmless direction marks U+200E and U+200F. Comparisons ignore them (`plainText`).
 */
const FORBIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN.source, 'gu')
const LINE_ENDS = /\r\n?/gu

/** A text as it may be stored, and how many characters were taken out of it; `\r` as an end of a line is none of them. */
export interface CleanedText {
  readonly text: string
  readonly removed: number
}

/** Answers quickly for the many texts that hold nothing of the kind. */
export function cleanText(text: string): CleanedText {
  if (!FORBIDDEN.test(text)) return { text, removed: 0 }
  let removed = 0
  const clean = text.replace(LINE_ENDS, '\n').replace(EVERY_FORBIDDEN, () => {
    removed += 1
    return ''
  })
  return { text: clean, removed }
}

/** The text without the characters no stored text may hold; line ends become `\n`. */
export const storableText = (text: string): string => cleanText(text).text

/** A value with storable texts in it at any depth, keys too; the very same value when there was nothing to remove. */
export function storableValue<T>(value: T): T {
  if (typeof value === 'string') return storableText(value) as T
  if (Array.isArray(value)) {
    const items = (value as readonly unknown[]).map(storableValue)
    return items.some((item, at) => item !== value[at]) ? (items as T) : value
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value)
  const clean = entries.map(([name, item]) => [storableText(name), storableValue(item as unknown)] as const)
  return clean.some(([name, item], at) => name !== entries[at]?.[0] || item !== entries[at][1])
    ? (Object.fromEntries(clean) as T)
    : value
}

/** What JSON makes of the characters that are looked for; a backslash that people typed may look the same. */
const FORBIDDEN_IN_JSON = new RegExp(
  String.raw`\\(?:[bfr]|u00[01]|ud[89a-f])|[\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]`,
  'iu',
)

/** Could a text in this JSON need cleaning? One quick look at thousands of records; a yes asks for a closer one. */
export const mayNeedCleaning = (json: string): boolean => FORBIDDEN_IN_JSON.test(json)
