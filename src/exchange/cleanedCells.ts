/** Texts of a workbook without the characters no stored text may hold, and the doubts that say where some were taken out. */
import { cleanText, storableText } from '../domain/storableText'
import { columnLetter } from './columnLetter'
import type { FieldName, Issue, ParsedSheet } from './parsedSheet'
import type { RawCell, RawRow, RawSheet } from './rawWorkbook'

function cleanedCell(cell: RawCell | undefined): RawCell | undefined {
  if (cell === undefined || typeof cell.v !== 'string') return cell
  const { text, removed } = cleanText(cell.v)
  if (text === cell.v) return cell
  return removed === 0 ? { ...cell, v: text } : { ...cell, v: text, removed }
}

function cleanedRow(row: RawRow): RawRow {
  if (row === undefined) return row
  let clean: (RawCell | undefined)[] | null = null
  for (let at = 0; at < row.length; at++) {
    const cell = cleanedCell(row[at])
    if (cell !== row[at]) (clean ??= [...row])[at] = cell
  }
  return clean ?? row
}

/** Cells that lost characters say how many. */
export const cleanedSheet = (sheet: RawSheet): RawSheet => ({
  ...sheet,
  name: storableText(sheet.name),
  rows: sheet.rows.map(cleanedRow),
})

/** Says on the record of every cell that lost characters that it did; cells of no record are said on their row. */
export function noteCleanedCells(sheet: ParsedSheet, raw: RawSheet): ParsedSheet {
  const found = cellsThatLost(raw)
  if (found.length === 0) return sheet
  const records = new Map(sheet.records.map((record) => [record.row, record]))
  const placed = new Map(
    sheet.records.flatMap((record) =>
      Object.entries(record.cells).map(([field, address]) => [address, { record, field: field as FieldName }] as const),
    ),
  )
  const others: (Issue & { readonly row: number })[] = []
  for (const { row, column, removed } of found) {
    const address = columnLetter(column) + String(row + 1)
    const place = placed.get(address)
    const record = place?.record ?? (sheet.turned === true ? undefined : records.get(row + 1))
    const issue: Issue = {
      column: columnLetter(column),
      code: 'control-characters',
      ...(place === undefined ? {} : { field: place.field }),
      parameters: { count: removed },
    }
    if (record === undefined) others.push({ ...issue, row: row + 1 })
    else record.issues.push(issue)
  }
  return others.length === 0 ? sheet : { ...sheet, issues: [...sheet.issues, ...others] }
}

function cellsThatLost({
  rows,
}: RawSheet): readonly { readonly row: number; readonly column: number; readonly removed: number }[] {
  return rows.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column) =>
      cell?.removed === undefined ? [] : [{ row: at, column, removed: cell.removed }],
    ),
  )
}
