import { naturalId } from '../domain/naturalId'
import type { TableName } from '../domain/records/tables'
import type { FracasDatabase } from './database'

/**
 * The id for a record a person adds, made from its natural key; must run in the transaction that adds it. Ids of records that
 * were deleted or taken back are not used again: their history stays theirs.
 */
export async function freshId(
  table: TableName,
  fields: Readonly<Record<string, unknown>>,
  db: FracasDatabase,
): Promise<string> {
  for (let again = 1; ; again += 1) {
    const id = naturalId(table, fields, again)
    if ((await db.table(table).get(id)) === undefined) return id
  }
}
