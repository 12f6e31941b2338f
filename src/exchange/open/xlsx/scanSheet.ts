/** The cells of one worksheet part, in one walk over its text. */
import type { CellRange, RawCell } from '../rawWorkbook'
import { attribute, sectionOf, tagsOf, textOfItem, unescaped } from './xmlScan'

export interface ScannedSheet {
  readonly rows: readonly (readonly (RawCell | undefined)[] | undefined)[]
  readonly merges: readonly CellRange[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** Numbers by which errors are known in every spreadsheet file. */
const ERRORS: Readonly<Record<string, number>> = {
  '#NULL!': 0x00,
  '#DIV/0!': 0x07,
  '#VALUE!': 0x0f,
  '#REF!': 0x17,
  '#NAME?': 0x1d,
  '#NUM!': 0x24,
  '#N/A': 0x2a,
  '#GETTING_DATA': 0x2b,
}
const MOST_COLUMNS = 16_384
const MOST_SHEET_ROWS = 1_048_576
const [LETTER_R, LETTER_C, SLASH, SPACE, END_OF_TAG] = [114, 99, 47, 32, 62]

/**
 * @param shared  the shared strings
 * @param formats number format per cell style
 * @returns       null when the part says something this walk does not know; the caller reads it another way
 */
export function scanSheet(xml: string, shared: readonly string[], formats: readonly string[]): ScannedSheet | null {
  const start = xml.indexOf('<sheetData')
  if (start < 0 || !/<worksheet[ >]/u.test(xml.slice(0, start))) return null
  const rows: (RawCell | undefined)[][] = []
  const hiddenRows: number[] = []
  let row = -1
  let column = -1
  let cells: (RawCell | undefined)[] = []
  let at = xml.indexOf('>', start) + 1
  if (xml.charCodeAt(at - 2) !== SLASH)
    for (at = xml.indexOf('<', at); at >= 0; at = xml.indexOf('<', at)) {
      const letter = xml.charCodeAt(at + 1)
      const after = xml.charCodeAt(at + 2)
      const end = xml.indexOf('>', at)
      if (end < 0) return null
      if (letter === SLASH) {
        if (xml.startsWith('/sheetData', at + 1)) break
        at = end
      } else if (letter === LETTER_R && xml.startsWith('row', at + 1)) {
        const tag = xml.slice(at, end + 1)
        const number = attribute(tag, 'r')
        row = number === undefined ? row + 1 : Number(number) - 1
        if (!(Number.isInteger(row) && row >= 0 && row < MOST_SHEET_ROWS)) return null
        column = -1
        cells = rows[row] ?? []
        if (attribute(tag, 'hidden') === '1' || attribute(tag, 'hidden') === 'true') hiddenRows.push(row)
        at = end
      } else if (letter === LETTER_C && (after === SPACE || after === END_OF_TAG || after === SLASH)) {
        const tag = xml.slice(at, end + 1)
        const place = attribute(tag, 'r')
        column = place === undefined ? column + 1 : columnOf(place)
        if (!(column >= 0 && column < MOST_COLUMNS)) return null
        if (xml.charCodeAt(end - 1) === SLASH) {
          at = end
          continue
        }
        const close = xml.indexOf('</c>', end)
        if (close < 0) return null
        const cell = cellOf(tag, xml, end + 1, close, shared, formats)
        if (cell === null) return null
        if (cell !== undefined) {
          if (rows[row] === undefined) rows[row] = cells
          cells[column] = cell
        }
        at = close + 3
      } else at = end
    }
  const rest = xml.slice(Math.max(0, at))
  return { rows, hiddenRows, hiddenColumns: hiddenColumnsOf(xml.slice(0, start)), merges: mergesOf(rest) }
}

/** undefined: nothing in it. null: a kind this walk does not know. */
function cellOf(
  tag: string,
  xml: string,
  from: number,
  to: number,
  shared: readonly string[],
  formats: readonly string[],
): RawCell | undefined | null {
  const type = attribute(tag, 't') ?? 'n'
  const style = attribute(tag, 's')
  const z = formats[style === undefined ? 0 : Number(style)] ?? 'General'
  if (type === 'inlineStr') return { t: 's', v: textOfItem(xml.slice(from, to)), z }
  const written = valueOf(xml, from, to)
  if (written === null) return undefined
  switch (type) {
    case 'n': {
      const v = written === '' ? Number.NaN : Number(written)
      return Number.isNaN(v) ? null : { t: 'n', v, z }
    }
    case 's': {
      const v = shared[Number(written)]
      return v === undefined ? null : { t: 's', v, z }
    }
    case 'str':
      return { t: 's', v: unescaped(written), z }
    case 'b':
      return { t: 'b', v: written === '1' || written === 'true', z }
    case 'e': {
      const v = ERRORS[unescaped(written)]
      return v === undefined ? null : { t: 'e', v, z }
    }
    default:
      return null
  }
}

/** What stands in `<v>`; null where there is none. */
function valueOf(xml: string, from: number, to: number): string | null {
  let at = xml.indexOf('<v', from)
  while (at >= 0 && at < to) {
    const next = xml.charCodeAt(at + 2)
    if (next === END_OF_TAG || next === SPACE) break
    at = xml.indexOf('<v', at + 2)
  }
  if (at < 0 || at >= to) return null
  const begin = xml.indexOf('>', at) + 1
  const end = xml.indexOf('</v>', begin)
  return end < 0 || end > to ? null : xml.slice(begin, end)
}

/** `C12` → 2, by its letters; −1 where it has none. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function hiddenColumnsOf(xml: string): readonly number[] {
  return tagsOf(sectionOf(xml, 'cols'), 'col').flatMap((tag) => {
    if (attribute(tag, 'hidden') !== '1' && attribute(tag, 'hidden') !== 'true') return []
    const [first, last] = [Number(attribute(tag, 'min')), Math.min(MOST_COLUMNS, Number(attribute(tag, 'max')))]
    return first >= 1 && last >= first ? Array.from({ length: last - first + 1 }, (_, at) => first - 1 + at) : []
  })
}

function mergesOf(xml: string): readonly CellRange[] {
  return tagsOf(sectionOf(xml, 'mergeCells'), 'mergeCell').flatMap((tag) => {
    const [, left = '', top = '', right = left, bottom = top] =
      /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u.exec(attribute(tag, 'ref') ?? '') ?? []
    return left === ''
      ? []
      : [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }]
  })
}
