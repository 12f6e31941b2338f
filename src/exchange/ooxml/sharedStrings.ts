import { xmlCellText } from './xmlText'

/** The texts of a workbook, each kept once; ledgers say the same few things over and over. */
export interface SharedStrings {
  /** Number of a text. */
  readonly indexOf: (text: string) => number
  readonly xml: () => Generator<string>
}

export function sharedStrings(): SharedStrings {
  const known = new Map<string, number>()
  return {
    indexOf: (text) => {
      const found = known.get(text)
      if (found !== undefined) return found
      known.set(text, known.size)
      return known.size - 1
    },
    *xml() {
      yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${known.size}">`
      for (const text of known.keys()) yield `<si><t xml:space="preserve">${xmlCellText(text)}</t></si>`
      yield '</sst>'
    },
  }
}
