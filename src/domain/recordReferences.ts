import { FIELDS_OF_TABLE, isTableName, type TableName } from './records/tables'

/** The records that a record names in its fields. */
export const referencesOf = (
  table: TableName,
  record: object,
): readonly { readonly table: TableName; readonly id: string }[] =>
  Object.entries(FIELDS_OF_TABLE[table]).flatMap(([name, { kind, to = '' }]) => {
    const id = (record as Readonly<Record<string, unknown>>)[name]
    return kind === 'ref' && isTableName(to) && typeof id === 'string' ? [{ table: to, id }] : []
  })
