/** The cells of a sheet as text, in chunks, to be kept beside what was stored: nothing that was mailed is lost. */
import { chunkOfRow, ROWS_PER_CHUNK, type ImportedRows } from '../../domain/importBatch'
import { cellText } from '../cells/cellText'
import { errorWords } from '../cells/errorWords'
import type { RawCell, RawSheet } from '../open/rawWorkbook'
import { isDateFormat, serialDate } from '../cells/serialDate'

/** Exactly what the cell holds; a number that its format shows as a date is written as that date. */
function sourceText(cell: RawCell | undefined, date1904: boolean): string | null {
  if (cell === undefined || cell.v === '') return null
  if (cell.t === 'e') return errorWords(cell)
  if (typeof cell.v === 'number' && cell.z !== undefined && isDateFormat(cell.z))
    return serialDate(cell.v, date1904) ?? String(cell.v)
  return typeof cell.v === 'string' ? cell.v : cellText(cell)
}

export function sourceRows(sheet: RawSheet): Omit<ImportedRows, 'batchId' | 'sheet'>[] {
  const chunks: Omit<ImportedRows, 'batchId' | 'sheet'>[] = []
  for (let from = 0; from < sheet.rows.length; from += ROWS_PER_CHUNK) {
    const rows = sheet.rows.slice(from, from + ROWS_PER_CHUNK)
    const cells = Array.from(rows, (row) => Array.from(row ?? [], (cell) => sourceText(cell, sheet.date1904)))
    chunks.push({ firstRow: chunkOfRow(from + 1), cells: JSON.stringify(cells) })
  }
  return chunks
}
