import { isLikeAFormula } from '../../../domain/likeAFormula'
import { cellTextOf, xmlCellText } from './xmlText'

/** Of a text of which nothing is left when what XML forbids is taken away. */
export const NO_TEXT = -1

/** The texts of a workbook, each looked at and kept once; ledgers say the same few things over and over. */
export interface SharedStrings {
  /** Twice the number of a text, one more when it looks like a formula; `NO_TEXT` for an empty one. */
  readonly of: (text: string) => number
  readonly xml: () => Generator<string>
}

export function sharedStrings(): SharedStrings {
  const known = new Map<string, number>()
  /** Texts a cell cannot hold as they are. */
  const mended = new Map<string, number>()
  const of = (text: string): number => {
    const found = known.get(text) ?? mended.get(text)
    if (found !== undefined) return found
    const shown = cellTextOf(text)
    const place = shown === '' ? NO_TEXT : shown === text ? known.size * 2 + (isLikeAFormula(text) ? 1 : 0) : of(shown)
    if (shown === '' || shown !== text) mended.set(text, place)
    else known.set(text, place)
    return place
  }
  return {
    of,
    *xml() {
      yield (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${known.size}">`
      )
      for (const text of known.keys()) yield `<si><t xml:space="preserve">${xmlCellText(text)}</t></si>`
      yield '</sst>'
    },
  }
}
