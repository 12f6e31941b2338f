/** A sheet as a person corrected it before storing. What was mailed stays beside it, cell by cell. */
import { storableText } from '../../domain/storableText'
import { cellText } from '../cells/cellText'
import { formatMoment } from '../../i18n/format'
import { columnIndex } from '../open/columnLetter'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { RawCell, RawRow, RawSheet } from '../open/rawWorkbook'
import { isDateFormat, serialDate } from '../cells/serialDate'

/** Address of a cell → the text that a person put in its place; empty clears it. */
export type CellCorrections = Readonly<Record<string, string>>

const ADDRESS = /^([A-Z]+)([1-9]\d*)$/u

function placeOf(address: string): { readonly row: number; readonly column: number } {
  const [, letters, row] = ADDRESS.exec(address) ?? []
  if (letters === undefined || row === undefined) throw new RangeError(`“${address}” is no cell`)
  return { row: Number(row) - 1, column: columnIndex(letters) }
}

/** The sheet with the corrected cells in place; the sheet itself when there are none. */
export function correctedSheet(sheet: RawSheet, cells: CellCorrections): RawSheet {
  const addresses = Object.entries(cells)
  if (addresses.length === 0) return sheet
  const rows: RawRow[] = [...sheet.rows]
  for (const [address, text] of addresses) {
    const { row, column } = placeOf(address)
    const line: (RawCell | undefined)[] = [...(rows[row] ?? [])]
    while (line.length < column) line.push(undefined)
    line[column] = text.trim() === '' ? undefined : { t: 's', v: storableText(text) }
    rows[row] = line
  }
  return { ...sheet, rows }
}

/** What the file says in a cell, whatever was corrected. */
export function writtenIn(sheet: RawSheet, address: string): string {
  const { row, column } = placeOf(address)
  const cell = sheet.rows[row]?.[column]
  // A date reads as people see it, not as the number behind it.
  const day = typeof cell?.v === 'number' && isDateFormat(cell.z) ? serialDate(cell.v, sheet.date1904) : null
  return day === null ? cellText(cell) : formatMoment(day)
}

/** Keeps what the file said beside every value that now comes from a corrected cell. */
export function keepWritten(records: readonly ParsedRecord[], sheet: RawSheet, cells: CellCorrections): void {
  for (const record of records)
    for (const [field, address] of Object.entries(record.cells) as [FieldName, string][])
      if (cells[address] !== undefined) record.raw[field] = writtenIn(sheet, address)
}
