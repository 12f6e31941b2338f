/** The cells of one worksheet part, in one walk over its text. */
import { LimitExceeded, MOST_COLUMNS, MOST_SHEET_ROWS, type Room } from '../limits'
import { NO_RESULT, UNREADABLE, type CellRange, type RawCell } from '../rawWorkbook'
import { attribute, endsName, sectionOf, tagsOf, textOfItem, unescaped } from './xmlScan'

export interface ScannedSheet {
  readonly rows: readonly (readonly (RawCell | undefined)[] | undefined)[]
  readonly merges: readonly CellRange[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** What cells name by number. */
export interface CellContext {
  readonly shared: readonly string[]
  /** number format per cell style */
  readonly formats: readonly string[]
  /** is the text struck through, per cell style */
  readonly struck: readonly boolean[]
  /** numbers of rich values that are pictures */
  readonly pictures: ReadonlyMap<string, string>
  readonly room: Room
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
const [LETTER_R, LETTER_C, SLASH] = [114, 99, 47]

/** @throws LimitExceeded when the part is damaged or holds more than is taken in */
export function scanSheet(xml: string, context: CellContext): ScannedSheet {
  const start = xml.indexOf('<sheetData')
  if (start < 0) return { rows: [], merges: [], hiddenRows: [], hiddenColumns: [] }
  const rows: (RawCell | undefined)[][] = []
  const hiddenRows: number[] = []
  let row = -1
  let column = -1
  let cells: (RawCell | undefined)[] = []
  let at = xml.indexOf('>', start) + 1
  if (xml.charCodeAt(at - 2) !== SLASH)
    for (at = xml.indexOf('<', at); at >= 0; at = xml.indexOf('<', at)) {
      const letter = xml.charCodeAt(at + 1)
      const end = xml.indexOf('>', at)
      if (end < 0) throw damaged()
      if (letter === SLASH) {
        if (xml.startsWith('/sheetData', at + 1)) break
        at = end
      } else if (letter === LETTER_R && xml.startsWith('row', at + 1) && endsName(xml.charCodeAt(at + 4))) {
        const tag = xml.slice(at, end + 1)
        row = rowOf(tag, row)
        column = -1
        cells = rows[row] ?? []
        if (isTrue(attribute(tag, 'hidden'))) hiddenRows.push(row)
        at = end
      } else if (letter === LETTER_C && endsName(xml.charCodeAt(at + 2))) {
        const tag = xml.slice(at, end + 1)
        column = columnAt(attribute(tag, 'r'), column)
        if (xml.charCodeAt(end - 1) === SLASH) {
          at = end
          continue
        }
        const close = xml.indexOf('</c>', end)
        if (close < 0) throw damaged()
        const cell = cellOf(tag, xml, end + 1, close, context)
        if (cell !== undefined) {
          context.room.takeCell(cell.v)
          if (rows[row] === undefined) rows[row] = cells
          cells[column] = cell
        }
        at = close + 3
      } else at = end
    }
  for (const line of rows) if (line !== undefined) context.room.takePlaces(line.length)
  const rest = xml.slice(Math.max(0, at))
  return { rows, hiddenRows, hiddenColumns: hiddenColumnsOf(xml.slice(0, start)), merges: mergesOf(rest) }
}

const damaged = (): LimitExceeded => new LimitExceeded({ code: 'file-damaged' })
const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

function rowOf(tag: string, before: number): number {
  const number = attribute(tag, 'r')
  const row = number === undefined ? before + 1 : Number(number) - 1
  if (!(Number.isInteger(row) && row >= 0 && row < MOST_SHEET_ROWS)) throw damaged()
  return row
}

/** A cell without an address, or with one that names no column, follows the one before it. */
function columnAt(place: string | undefined, before: number): number {
  const named = place === undefined ? -1 : columnOf(place)
  const column = named < 0 ? before + 1 : named
  if (column >= MOST_COLUMNS) throw damaged()
  return column
}

/** undefined: nothing in it. */
function cellOf(tag: string, xml: string, from: number, to: number, context: CellContext): RawCell | undefined {
  const style = attribute(tag, 's')
  const number = style === undefined ? 0 : Number(style)
  const z = context.formats[number] ?? 'General'
  const type = attribute(tag, 't') ?? 'n'
  const written = valueOf(xml, from, to)
  if (type === 'e') {
    const shown = attribute(tag, 'vm')
    if (shown !== undefined && context.pictures.has(shown)) return undefined
  }
  const value = valueIn(type, written, xml, from, to, context)
  if (value === undefined) return undefined
  return context.struck[number] === true ? { ...value, z, struck: true } : { ...value, z }
}

/** Value and kind of a cell, without its looks. */
function valueIn(
  type: string,
  written: string | null,
  xml: string,
  from: number,
  to: number,
  { shared }: CellContext,
): RawCell | undefined {
  if (type === 'inlineStr') return { t: 's', v: textOfItem(xml.slice(from, to)) }
  if (type === 'str') return written === null ? undefined : { t: 's', v: unescaped(written) }
  if (written === null || written.trim() === '') return hasFormula(xml, from, to) ? { t: 'e', v: NO_RESULT } : undefined
  switch (type) {
    case 'n': {
      const v = Number(written)
      return Number.isNaN(v) ? { t: 's', v: unescaped(written) } : { t: 'n', v }
    }
    case 's': {
      const v = shared[Number(written)]
      return v === undefined ? { t: 'e', v: UNREADABLE } : { t: 's', v }
    }
    case 'b':
      return { t: 'b', v: isTrue(written.trim()) }
    case 'e':
      return { t: 'e', v: ERRORS[unescaped(written)] ?? UNREADABLE }
    case 'd':
      return { t: 's', v: unescaped(written) }
    default:
      return { t: 'e', v: UNREADABLE }
  }
}

function hasFormula(xml: string, from: number, to: number): boolean {
  const at = xml.indexOf('<f', from)
  return at >= 0 && at < to && endsName(xml.charCodeAt(at + 2))
}

/** What stands in `<v>`; null where there is none. */
function valueOf(xml: string, from: number, to: number): string | null {
  let at = xml.indexOf('<v', from)
  while (at >= 0 && at < to && !endsName(xml.charCodeAt(at + 2))) at = xml.indexOf('<v', at + 2)
  if (at < 0 || at >= to) return null
  const begin = xml.indexOf('>', at) + 1
  if (xml.charCodeAt(begin - 2) === SLASH) return ''
  const end = xml.indexOf('</v>', begin)
  return end < 0 || end > to ? null : xml.slice(begin, end)
}

/** `C12` → 2, by its letters; −1 where it has none. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length && at < 4; at += 1) {
    const letter = place.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

/** Overlapping spans count once, so that a file may name the same columns as often as it likes. */
function hiddenColumnsOf(xml: string): readonly number[] {
  const spans = tagsOf(sectionOf(xml, 'cols'), 'col')
    .filter((tag) => isTrue(attribute(tag, 'hidden')))
    .map((tag) => ({
      first: Math.max(1, Number(attribute(tag, 'min'))),
      last: Math.min(MOST_COLUMNS, Number(attribute(tag, 'max'))),
    }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first)
  const hidden: number[] = []
  let next = 1
  for (const { first, last } of spans) {
    for (let column = Math.max(first, next); column <= last; column += 1) hidden.push(column - 1)
    next = Math.max(next, last + 1)
  }
  return hidden
}

function mergesOf(xml: string): readonly CellRange[] {
  return tagsOf(sectionOf(xml, 'mergeCells'), 'mergeCell').flatMap((tag) => {
    const range = rangeOf(attribute(tag, 'ref') ?? '')
    return range === null ? [] : [range]
  })
}

/** `B3:C4` or `B3` as a range of cells; null for anything else. */
export function rangeOf(reference: string): CellRange | null {
  const [, left, top = '', right = left, bottom = top] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(reference) ?? []
  return left === undefined || right === undefined
    ? null
    : { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }
}
