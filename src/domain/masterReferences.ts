/** Which fields of which records name a record of a table: read from the descriptions, so that no family is forgotten. */
import { FIELDS_OF_TABLE, TABLE_NAMES, type TableName } from './records/tables'

export interface MasterReference {
  readonly table: TableName
  readonly field: string
}

const OF: Readonly<Record<string, readonly MasterReference[]>> = TABLE_NAMES.reduce<Record<string, MasterReference[]>>(
  (found, table) => {
    for (const [field, { kind, to }] of Object.entries(FIELDS_OF_TABLE[table]))
      if (kind === 'ref' && to !== undefined && field !== 'mergedInto') (found[to] ??= []).push({ table, field })
    return found
  },
  {},
)

export const referencesTo = (table: TableName): readonly MasterReference[] => OF[table] ?? []
