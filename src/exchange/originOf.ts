/** Where a parsed record stood, with the cells that are not in its row or not under the column of their field. */
import type { Origin } from '../domain/records/tables'
import type { ParsedColumn, ParsedRecord } from './parsedSheet'

export function originOf(sheet: number, { row, cells }: ParsedRecord, columns: readonly ParsedColumn[]): Origin {
  const usual = new Map(columns.flatMap((column) => (column.field === null ? [] : [[column.field as string, `${column.column}${row}`]])))
  const elsewhere = Object.entries(cells).filter(([field, address]) => usual.get(field) !== address)
  return elsewhere.length === 0 ? { sheet, row } : { sheet, row, cells: Object.fromEntries(elsewhere) }
}
