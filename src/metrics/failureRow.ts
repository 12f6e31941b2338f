/** One failure with the records that belong to it or to its problem, as the row that tables, search and figures read. */
import {
  NUMBER_COLUMNS,
  NUMBER_FIELDS,
  TEXT_COLUMNS,
  TEXT_FIELDS,
  companyWord,
  type ColumnDescription,
  type FailureParts,
  type StoredFailure,
} from './columnDescriptions'
import { BUILT_IN_SCHEMA, type FailureRow } from './failureColumns'
import type { CompanyKey } from '../domain/records/companyField'

/** @param schema which columns there are beside the built-in ones: those of company fields */
export function failureRow(failure: StoredFailure, parts: FailureParts, schema = BUILT_IN_SCHEMA): FailureRow {
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
  for (let at = TEXT_FIELDS.length; at < schema.text.length; at += 1) {
    const name = schema.text[at] as CompanyKey
    const word = companyWord(failure[name])
    if (word !== '') row[name] = word
  }
  for (let at = NUMBER_FIELDS.length; at < schema.number.length; at += 1) {
    const name = schema.number[at] as CompanyKey
    const value = failure[name]
    if (typeof value === 'number') row[name] = value
  }
  return row as unknown as FailureRow
}
