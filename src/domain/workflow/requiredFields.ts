/** The fields a gate asks for, read from the descriptions of the records, so that a form and a gate never disagree. */
import { FIELDS_OF_TABLE, type StoredRecord, type TableName } from '../records/tables'
import type { Gate, Missing } from './missing'

export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/**
 * Empty fields of a record that the gate needs.
 * @param applies whether a field is asked for at all in this case; all of them when not given
 */
export function missingFields<T extends TableName>(
  gate: Gate,
  table: T,
  record: StoredRecord<T>,
  applies: (field: string) => boolean = () => true,
): readonly Missing[] {
  return Object.entries(FIELDS_OF_TABLE[table])
    .filter(
      ([field, { need }]) =>
        need === gate && applies(field) && isEmpty((record as unknown as Readonly<Record<string, unknown>>)[field]),
    )
    .map(([field]): Missing => ({ gate, table, record: record.id, field, reason: 'missing' }))
}
