/** Sheets whose records stand side by side, the labels down the first column: read as if they were turned. */
import { cellText } from '../cells/cellText'
import { columnIndex, columnLetter } from '../open/columnLetter'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'
import type { CellRange, RawCell, RawRow, RawSheet } from '../open/rawWorkbook'

/** Wider than any sheet of side by side records; a turned ledger of 10,000 rows would only cost time. */
const MOST_CELLS = 200_000
/** Labels down the first column; a list is longer. */
const MOST_LABELS = 250

/**
 * The sheet with rows and columns exchanged; null when it is too large to be meant so. Titles above it, which may
 * name a year or a unit, go into its name.
 */
export function turnedSheet(sheet: RawSheet): RawSheet | null {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  if (width === 0 || sheet.rows.length > MOST_LABELS || width * sheet.rows.length > MOST_CELLS) return null
  const top = Math.max(
    0,
    sheet.rows.findIndex((row) => filled(row).length > 1),
  )
  const titles = sheet.rows.slice(0, top).flatMap(filled).map(cellText)
  const rows = Array.from({ length: width }, (_, column): (RawCell | undefined)[] =>
    sheet.rows.map((row, at) => (at < top ? undefined : row?.[column])),
  )
  const merges = sheet.merges.map(({ top, left, bottom, right }): CellRange => ({
    top: left,
    left: top,
    bottom: right,
    right: bottom,
  }))
  return {
    ...sheet,
    name: [sheet.name, ...titles].join(' '),
    rows,
    merges,
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: sheet.hiddenRows,
  }
}

const filled = (row: RawRow): RawCell[] =>
  (row ?? []).filter((cell): cell is RawCell => cell !== undefined && cell.v !== '')

/** `C5` of the turned sheet is `E3` of the sheet as it was mailed, and back. */
export function turnedAddress(address: string): string {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return columnLetter(Number(row) - 1) + (columnIndex(letters) + 1)
}

/**
 * What was read from the turned sheet, with every place as it was mailed: the `row` of a record is the number of its
 * column, the `column` of a field the number of its row.
 */
export function turnedBack(sheet: ParsedSheet): ParsedSheet {
  return {
    ...sheet,
    turned: true,
    headerRows: [],
    columns: sheet.columns.map((column) => ({ ...column, column: String(columnIndex(column.column) + 1) })),
    records: sheet.records.map(recordBack),
    skipped: [],
    ...(sheet.totals === undefined
      ? {}
      : { totals: sheet.totals.map((total) => ({ ...total, cell: turnedAddress(total.cell) })) }),
  }
}

function recordBack(record: ParsedRecord): ParsedRecord {
  const doubted = record.issues.flatMap(({ field, column }) =>
    field === undefined || column === null ? [] : [[field, column + String(record.row)] as const],
  )
  const cells = Object.fromEntries(
    [...doubted, ...Object.entries(record.cells)].map(([field, address]) => [field, turnedAddress(address ?? '')]),
  ) as Partial<Record<FieldName, string>>
  return {
    ...record,
    cells,
    issues: record.issues.map((issue) =>
      issue.column === null ? issue : { ...issue, column: columnLetter(record.row - 1) },
    ),
  }
}

/** The cell of one field of one record, where its own address is not known. */
export const addressIn = ({ turned }: Pick<ParsedSheet, 'turned'>, column: string, row: number): string =>
  turned === true ? columnLetter(row - 1) + column : column + row
