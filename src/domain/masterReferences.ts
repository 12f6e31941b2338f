/** Which fields of which records stand on a master record: read from the descriptions, so that no family is forgotten. */
import type { MasterTable } from './masterData'
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

export const referencesTo = (table: MasterTable): readonly MasterReference[] => OF[table] ?? []
