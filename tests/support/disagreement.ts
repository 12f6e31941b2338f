/** What another device wrote to a record without having seen what was written here. */
import type { Change } from '../../src/domain/change'
import { disputesOf, writesOf } from '../../src/domain/conflicts'
import type { Json } from '../../src/domain/records/field'
import type { TableName } from '../../src/domain/records/tables'
import type { Settlement } from '../../src/store/conflicts'
import { SCHEMA_VERSION, type FracasDatabase } from '../../src/store/database'
import { statesOf } from '../../src/domain/mergedRecord'

let number = 0

/** A change to one field that had nothing in it there, by a device of its own unless one is named. */
export function elsewhere(
  record: string,
  field: string,
  value: Json,
  { device = '', actor = '陈工', at = 1_780_000_000_000, table = 'failures' as TableName } = {},
): Change {
  number += 1
  const by = device === '' ? `m4n8k${String(number).padStart(15, '0')}` : device
  return {
    id: `elsewhere-${number}`,
    v: SCHEMA_VERSION,
    device: by,
    number,
    at,
    actor,
    command: 'edit-failure',
    edits: [{ table, record, set: { [field]: value }, was: { [field]: null }, base: {} }],
  }
}

/** The settlement of a field as somebody sees it now, by the value the record shows. */
export async function chosenOf(
  table: TableName,
  record: string,
  field: string,
  db: FracasDatabase,
): Promise<Settlement> {
  const dispute = disputesOf(table, statesOf((await db.recordsOf(table).get(record)) as never) ?? {}).find(
    (one) => one.field === field,
  )
  return { table, record, field, value: null, seen: dispute === undefined ? [] : writesOf(dispute) }
}
