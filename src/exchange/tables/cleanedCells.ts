/** The doubts that say where a file damaged characters, or where some were taken out that no stored text may hold. */
import type { FieldName } from '../cells/importFields'
import type { Issue, ParsedRecord } from '../cells/parsedRecord'
import { columnLetter } from '../open/columnLetter'
import type { RawSheet } from '../open/rawWorkbook'
import type { ParsedSheet } from './parsedSheet'

interface Placed {
  readonly record: ParsedRecord
  readonly field: FieldName
}

/** Says on the record of every cell whose text lost characters that it did; cells of no record are said on their row. */
export function noteCleanedCells(sheet: ParsedSheet, raw: RawSheet): ParsedSheet {
  const found = cellsThatLost(raw)
  if (found.length === 0) return sheet
  const records = new Map(sheet.records.map((record) => [record.row, record]))
  const lost = new Map(found.map(({ row, column }) => [columnLetter(column) + String(row + 1), null as Placed | null]))
  for (const record of sheet.records)
    for (const [field, address] of Object.entries(record.cells))
      if (address !== undefined && lost.has(address)) lost.set(address, { record, field: field as FieldName })
  const others: (Issue & { readonly row: number })[] = []
  for (const { row, column, removed } of found) {
    const address = columnLetter(column) + String(row + 1)
    const place = lost.get(address) ?? undefined
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

interface LostCell {
  readonly row: number
  readonly column: number
  readonly removed: number
}

function cellsThatLost({ rows }: RawSheet): readonly LostCell[] {
  const found: LostCell[] = []
  // Not an iterator: it would make two arrays for every cell of the file, and walk the holes between.
  rows.forEach((row, at) =>
    row?.forEach((cell, column) => {
      if (cell?.removed !== undefined || cell?.broken === true)
        found.push({ row: at, column, removed: cell.removed ?? 0 })
    }),
  )
  return found
}
