import { storableText } from '../../../domain/storableText'

/** What a cell can hold: Excel keeps no more characters than this. */
const LONGEST_TEXT = 32_767
export const CUT_MARK = '…〔截断 cut〕'
/** `_x000D_` in a workbook means the character of that number. */
const LOOKS_ENCODED = /_(?=x[\da-f]{4}_)/gi
const MARKUP = /[&<>"]/g
const ENTITY: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as a cell can hold it: as it may be stored (which XML allows too), cut with a mark when too long. */
export function cellTextOf(text: string): string {
  const clean = storableText(text)
  if (clean.length <= LONGEST_TEXT) return clean
  return clean.slice(0, LONGEST_TEXT - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '') + CUT_MARK
}

/** Text between tags or in an attribute. */
export const xmlText = (text: string): string => cellTextOf(text).replace(MARKUP, (sign) => ENTITY[sign] ?? '')

/** Text of a cell: as between tags, and what only looks like an encoded character stays as it is. */
export const xmlCellText = (text: string): string => xmlText(text.replace(LOOKS_ENCODED, '_x005F_'))
