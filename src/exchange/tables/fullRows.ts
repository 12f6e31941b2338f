import { firstRecordRow } from './firstRecordRow'
import type { RecognisedSheet } from './recogniseSheet'
import type { SheetGrid } from './sheetGrid'

const MOSTLY_FILLED = 0.6

/**
 * Rows of a table that fill most columns with cells of their own: one value merged over four columns is still one,
 * and of the columns of levels each row fills one.
 */
export function fullRows(
  grid: SheetGrid,
  { columns, headerRows, first, end }: Pick<RecognisedSheet, 'columns' | 'headerRows' | 'first' | 'end'>,
): number {
  const known = columns.filter(({ field, reason }) => field !== null && reason !== 'level').map(({ index }) => index)
  let full = 0
  for (let row = firstRecordRow({ headerRows, first }); row < end; row++)
    if (known.filter((column) => grid.text(row, column) !== '').length >= known.length * MOSTLY_FILLED) full += 1
  return full
}
