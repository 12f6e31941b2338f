import { cellText } from '../cells/cellText'
import type { CellRange, RawCell, RawSheet } from '../open/rawWorkbook'
import { mergeIndex } from './mergeIndex'

/** A sheet to look things up in: the cell at a place, and the merged range around it. */
export interface SheetGrid {
  readonly sheet: RawSheet
  readonly rowCount: number
  readonly columnCount: number
  /** columns that hold anything, from the left: a stray word far to the right costs one column and not all before it */
  readonly columns: readonly number[]
  cell(row: number, column: number): RawCell | undefined
  text(row: number, column: number): string
  /** the merged range that covers a place, if any */
  merge(row: number, column: number): CellRange | undefined
  /** merged ranges that touch a row, from the left */
  mergesIn(row: number): readonly CellRange[]
}

export function sheetGrid(sheet: RawSheet): SheetGrid {
  const columns = filledColumns(sheet)
  const columnCount = (columns.at(-1) ?? -1) + 1
  const merges = mergeIndex(sheet)
  const cell = (row: number, column: number): RawCell | undefined => sheet.rows[row]?.[column]
  return {
    sheet,
    rowCount: sheet.rows.length,
    columnCount,
    columns,
    cell,
    text: (row, column) => cellText(cell(row, column)),
    merge: merges.at,
    mergesIn: merges.in,
  }
}

/** With every column under a merged name, which belongs to all of them. */
function filledColumns({ rows, merges }: RawSheet): readonly number[] {
  const filled = new Set<number>()
  let last = -1
  for (const row of rows) {
    if (row === undefined) continue
    last = Math.max(last, row.length - 1)
    for (let column = 0; column < row.length; column += 1) if (row[column] !== undefined) filled.add(column)
  }
  for (const { left, right } of merges) {
    if (right - left > WIDEST_MERGE || !filled.has(left)) continue
    for (let column = left; column <= Math.min(right, last); column += 1) filled.add(column)
  }
  return [...filled].sort((a, b) => a - b)
}

/** A wider one is a line across the sheet, not a name over columns. */
const WIDEST_MERGE = 256
