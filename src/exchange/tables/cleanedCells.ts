/** The doubts that say where a file damaged characters, or where some were taken out that no stored text may hold. */
import type { FieldName } from '../cells/importFields'
import type { Issue } from '../cells/parsedRecord'
import { columnLetter } from '../open/columnLetter'
import type { RawSheet } from '../open/rawWorkbook'
import type { ParsedSheet } from './parsedSheet'

/** Says on the record of every cell whose text lost characters that it did; cells of no record are said on their row. */
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
      code: removed > 0 ? 'control-characters' : 'broken-character',
      ...(place === undefined ? {} : { field: place.field }),
      ...(removed > 0 ? { parameters: { count: removed } } : {}),
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
      cell?.removed === undefined && cell?.broken !== true ? [] : [{ row: at, column, removed: cell.removed ?? 0 }],
    ),
  )
}
