/** Some rows of a table as texts, column by column, to tell what the columns hold. */
import { saysNothing } from '../../cells/cellText'
import { isDateFormat, serialDate } from '../../cells/serialDate'
import type { RawCell } from '../../open/rawWorkbook'
import { isDitto } from '../recordReader'
import { soundsLikeSignature, soundsLikeSum } from '../rowPurpose'
import type { SheetGrid } from '../sheetGrid'

export interface TableSample {
  /** what each row says in each column of the grid; empty where the cell says nothing */
  readonly columns: readonly (readonly string[])[]
  readonly rows: number
}

const ROWS_SAMPLED = 80
const ROWS_SEARCHED = 160
const FEWEST_CELLS = 2
/** A signature under a table fills less of it than any record. */
const LEAST_FILLED = 0.3
/** Of a long text the beginning says what kind of text it is. */
const LONGEST_SAMPLE = 200

/** @param from the first row of records; rows of one cell, sums and repeated headers are left out */
export function tableSample(grid: SheetGrid, from: number, end: number): TableSample {
  const columns: string[][] = grid.columns.map(() => [])
  const above = grid.columns.map((column) => (from > 0 ? grid.text(from - 1, column) : ''))
  const least = Math.max(FEWEST_CELLS, usualWidth(grid, from, end) * LEAST_FILLED)
  let rows = 0
  for (let row = from; row < Math.min(end, from + ROWS_SEARCHED) && rows < ROWS_SAMPLED; row++) {
    const texts = grid.columns.map((column) => shownText(grid, row, column))
    const filled = texts.filter((text) => text !== '')
    if (filled.length < least || filled.slice(0, 2).some(soundsLikeSum)) continue
    if (soundsLikeSignature(filled)) continue
    if (texts.filter((text, at) => text !== '' && text === above[at]).length >= filled.length / 2) continue
    texts.forEach((text, at) => columns[at]!.push(saysNothing(text) ? '' : text))
    rows += 1
  }
  const { date1904 } = grid.sheet
  return { columns: date1904 ? columns.map(withDays) : columns, rows }
}

const DATED = /^(?:19|20)\d{2}[.\-/年]/
const SERIAL = /^\d{5}$/

/** Numbers without a format among dates are days too, counted from 1904 in a workbook that counts so. */
function withDays(values: readonly string[]): readonly string[] {
  const dated = values.filter((text) => DATED.test(text)).length
  if (dated < values.filter((text) => SERIAL.test(text)).length) return values
  return values.map((text) => (SERIAL.test(text) ? (serialDate(Number(text), true) ?? text) : text))
}

/** How many cells most rows fill. */
function usualWidth(grid: SheetGrid, from: number, end: number): number {
  const widths = Array.from({ length: Math.min(end, from + ROWS_SEARCHED) - from }, (_, at) =>
    (grid.sheet.rows[from + at] ?? []).reduce(
      (count, cell) => count + (cell?.v === undefined || cell.v === '' ? 0 : 1),
      0,
    ),
  )
  return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0
}

function shownText(grid: SheetGrid, row: number, column: number): string {
  const range = grid.merge(row, column)
  const cell = range === undefined ? grid.cell(row, column) : grid.cell(range.top, range.left)
  const text = day(cell, grid.sheet.date1904) ?? grid.text(range?.top ?? row, range?.left ?? column)
  if (isDitto(text)) return ''
  return text.length > LONGEST_SAMPLE ? text.slice(0, LONGEST_SAMPLE) : text
}

const day = (cell: RawCell | undefined, date1904: boolean): string | null =>
  typeof cell?.v === 'number' && isDateFormat(cell.z) ? (serialDate(cell.v, date1904)?.replace('T', ' ') ?? null) : null
