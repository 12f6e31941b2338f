/** How a column writes what one cell alone leaves open: the order of day and month, the sign before decimals. */
import { dateOrder, type DateOrder } from '../cells/dateOrder'
import { usesDecimalComma } from '../cells/decimalText'
import type { SheetGrid } from './sheetGrid'

export interface ColumnHabits {
  readonly dateOrder: DateOrder | null
  readonly decimalComma: boolean
}

/** @param rows the first row under the header, and the first one after the table */
export function columnHabits(
  grid: SheetGrid,
  columns: readonly number[],
  rows: readonly [number, number],
): ColumnHabits {
  const texts = [...textsOf(grid, columns, rows)]
  return { dateOrder: dateOrder(texts), decimalComma: usesDecimalComma(texts) }
}

function* textsOf(
  grid: SheetGrid,
  columns: readonly number[],
  [from, end]: readonly [number, number],
): Generator<string> {
  for (let row = from; row < end; row += 1)
    for (const column of columns) {
      const cell = grid.cell(row, column)
      if (typeof cell?.v === 'string') yield cell.v
    }
}
