/** One failure with the records that belong to it or to its problem, as the row that tables, search and figures read. */
import {
  NUMBER_COLUMNS,
  NUMBER_FIELDS,
  TEXT_COLUMNS,
  TEXT_FIELDS,
  type ColumnDescription,
  type FailureParts,
  type StoredFailure,
} from './columnDescriptions'
import type { FailureRow } from './failureColumns'

export function failureRow(failure: StoredFailure, parts: FailureParts): FailureRow {
  const row: Record<string, string | number | boolean> = {
    id: failure.id,
    deleted: failure.deleted === true,
    kept: failure.kept === true,
  }
  for (const name of TEXT_FIELDS) {
    const value = TEXT_COLUMNS[name].value(failure, parts)
    if (value !== undefined && value !== '') row[name] = value
  }
  for (const name of NUMBER_FIELDS) {
    const column: ColumnDescription<number> = NUMBER_COLUMNS[name]
    const value = column.value(failure, parts)
    if (value !== undefined) row[name] = value
  }
  return row as unknown as FailureRow
}
