/** Two rows about one failure, side by side. */
import type { FieldName } from '../../cells/importFields'
import type { ParsedSheet, SheetOverride } from '../../tables/parsedSheet'
import type { RawSheet } from '../../open/rawWorkbook'
import { reviewColumns, reviewRow } from './reviewRows'

interface Written {
  readonly field: FieldName
  readonly header: string
  readonly text: string
}

/** What a row of a sheet says, field by field as written or corrected; nothing when there is no such row. */
export function writtenFields(
  sheet: ParsedSheet,
  raw: RawSheet,
  override: SheetOverride | undefined,
  row: number,
): readonly Written[] {
  const record = [...sheet.records, ...(sheet.leftOut ?? [])].find((one) => one.row === row && one.kind === 'failure')
  if (record === undefined) return []
  const columns = reviewColumns(sheet)
  return reviewRow(record, columns, sheet, raw, override).cells.flatMap(({ text }, at) => {
    const column = columns[at]
    return column === undefined ? [] : [{ field: column.field, header: column.header, text }]
  })
}

/** Lines for every field that one of them fills, in the order of the first; columns with the same meaning stand in one line. */
export function bothSides(
  here: readonly Written[],
  there: readonly Written[],
): readonly { readonly header: string; readonly here: string; readonly there: string }[] {
  const textOf = (side: readonly Written[], field: FieldName): string =>
    side
      .filter((one) => one.field === field && one.text !== '')
      .map(({ text }) => text)
      .join(' ')
  const fields = new Map([...here, ...there].reverse().map(({ field, header }) => [field, header]))
  const order = [...new Set([...here, ...there].map(({ field }) => field))]
  return order
    .map((field) => ({ header: fields.get(field) ?? '', here: textOf(here, field), there: textOf(there, field) }))
    .filter((line) => line.here !== '' || line.there !== '')
}
