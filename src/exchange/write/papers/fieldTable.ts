import type { TableName } from '../../../domain/records/tables'
import type { PaperTable } from './paper'
import type { PaperWords } from './paperWords'

/** Records as a table: a row each, with a column for each field, as wide as said. */
export const fieldTable = (
  words: PaperWords,
  table: TableName,
  fields: readonly (readonly [field: string, width: number])[],
  records: readonly object[],
): PaperTable => ({
  columns: fields.map(([field, width]) => ({ label: words.labelOf(table, field), width })),
  rows: records.map((record) => fields.map(([field]) => words.valueOf(table, field, record))),
})
