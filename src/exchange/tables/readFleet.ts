import { readRows, type TableReading } from './readLedger'
import type { RecognisedSheet } from './recogniseSheet'
import type { SheetGrid } from './sheetGrid'

/** Reads a list of trains, one per row; cells merged down count for every train beside them. */
export function readFleet(grid: SheetGrid, sheet: RecognisedSheet): TableReading {
  const table = readRows(grid, sheet, 'train', 2)
  const trains = table.records.filter(({ fields }) => fields.trainNo !== undefined)
  const others = table.records.filter(({ fields }) => fields.trainNo === undefined)
  const skipped = [...table.skipped, ...others.map(({ row }) => ({ row, reason: 'note' as const }))]
  return { ...table, records: trains, skipped }
}
