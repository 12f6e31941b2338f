/** Where a parsed record stood, with the cells that are not in its row or not under the column of their field. */
import type { Origin } from '../domain/records/tables'
import type { FieldName, ParsedColumn, ParsedRecord } from './parsedSheet'

/** Field → letters of its column; asked for once per sheet, not once per record. */
export type ColumnLetters = ReadonlyMap<FieldName, string>

export const columnLetters = (columns: readonly ParsedColumn[]): ColumnLetters =>
  new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])))

export function originOf(sheet: number, { row, cells }: ParsedRecord, letters: ColumnLetters): Origin {
  let elsewhere: Record<string, string> | undefined
  for (const field in cells) {
    const address = cells[field as FieldName]
    const column = letters.get(field as FieldName)
    if (address === undefined || (column !== undefined && address === column + row)) continue
    elsewhere ??= {}
    elsewhere[field] = address
  }
  return elsewhere === undefined ? { sheet, row } : { sheet, row, cells: elsewhere }
}
