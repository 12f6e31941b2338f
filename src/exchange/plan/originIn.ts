/** Where parsed records of one sheet stood, with the cells that are not in their row or not under the column of their field. */
import type { Origin } from '../../domain/records/tables'
import type { FieldName } from '../cells/importFields'
import type { ParsedColumn } from '../tables/parsedSheet'
import type { ParsedRecord } from '../cells/parsedRecord'

export function originIn(sheet: number, columns: readonly ParsedColumn[]): (record: ParsedRecord) => Origin {
  const letters = new Map(columns.flatMap(({ field, column }) => (field === null ? [] : [[field, column] as const])))
  return ({ row, cells }) => {
    let elsewhere: Record<string, string> | undefined
    const rowText = String(row)
    for (const field in cells) {
      const address = cells[field as FieldName]
      const column = letters.get(field as FieldName)
      if (address === undefined || (column !== undefined && address === column + rowText)) continue
      elsewhere ??= {}
      elsewhere[field] = address
    }
    return elsewhere === undefined ? { sheet, row } : { sheet, row, cells: elsewhere }
  }
}
