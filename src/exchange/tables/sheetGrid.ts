import { cellText } from '../cells/cellText'
import type { CellRange, RawCell, RawSheet } from '../open/rawWorkbook'

/** A sheet to look things up in: the cell at a place, and the merged range around it. */
export interface SheetGrid {
  readonly sheet: RawSheet
  readonly rowCount: number
  readonly columnCount: number
  cell(row: number, column: number): RawCell | undefined
  text(row: number, column: number): string
  /** the merged range that covers a place, if any */
  merge(row: number, column: number): CellRange | undefined
}

const SHIFT = 16_384

export function sheetGrid(sheet: RawSheet): SheetGrid {
  const merges = new Map<number, CellRange>()
  for (const range of sheet.merges) {
    const bottom = Math.min(range.bottom, sheet.rows.length - 1)
    const right = Math.min(range.right, SHIFT - 1)
    for (let row = range.top; row <= bottom; row++) {
      for (let column = range.left; column <= right; column++) merges.set(row * SHIFT + column, range)
    }
  }
  const cell = (row: number, column: number): RawCell | undefined => sheet.rows[row]?.[column]
  return {
    sheet,
    rowCount: sheet.rows.length,
    columnCount: sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0),
    cell,
    text: (row, column) => cellText(cell(row, column)),
    merge: merges.size === 0 ? () => undefined : (row, column) => merges.get(row * SHIFT + column),
  }
}
