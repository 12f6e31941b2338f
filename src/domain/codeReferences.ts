/** Which fields of which records hold codes of a list. */
import type { CodeListName } from './codeListName'
import { FIELDS_OF_TABLE, TABLE_NAMES, type TableName } from './records/tables'

export interface CodeReference {
  readonly table: TableName
  readonly field: string
  /** The field holds several codes. */
  readonly isMany: boolean
}

export const fieldsWithCodes = (list: CodeListName): readonly CodeReference[] =>
  TABLE_NAMES.flatMap((table) =>
    Object.entries(FIELDS_OF_TABLE[table]).flatMap(([field, described]) =>
      described.list === list && (described.kind === 'code' || described.kind === 'codes')
        ? [{ table, field, isMany: described.kind === 'codes' }]
        : [],
    ),
  )
