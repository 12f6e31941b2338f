import { noteDates } from '../cells/noteDates'
import { readRows, type TableReading } from './readLedger'
import type { RecognisedSheet } from './recogniseSheet'
import type { SheetGrid } from './sheetGrid'

const FEWEST_FIELDS = 3

/** Reads a list of part replacements, one per row: what came off which train and car, what went on, when and why. */
export function readJournal(grid: SheetGrid, sheet: RecognisedSheet, today: string): TableReading {
  const table = readRows(grid, sheet, 'replacement', FEWEST_FIELDS)
  const letters = new Map(sheet.columns.map(({ field, column }) => [field, column]))
  for (const record of table.records) noteDates(record, letters, today)
  return table
}
