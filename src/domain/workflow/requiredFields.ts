/** The fields a gate asks for, read from the descriptions of the records, so that a form and a gate never disagree. */
import { companyFieldsOfTable, NO_COMPANY_FIELDS } from '../companyFields'
import { FIELDS_OF_TABLE, type StoredRecord, type TableName } from '../records/tables'
import { inForce, type CaseFile } from './caseFile'
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

/** Empty company fields that the gate needs, of the failure, its problem and the actions in force. */
export function missingCompanyFields(gate: Gate, file: CaseFile): readonly Missing[] {
  const { company = NO_COMPANY_FIELDS, failure, problem } = file
  const ofRecord = (table: TableName, record: StoredRecord): readonly Missing[] =>
    Object.entries(companyFieldsOfTable(company, table))
      .filter(
        ([field, { need }]) =>
          need === gate && isEmpty((record as unknown as Readonly<Record<string, unknown>>)[field]),
      )
      .map(([field]): Missing => ({ gate, table, record: record.id, field, reason: 'missing' }))
  return [
    ...ofRecord('failures', failure),
    ...(problem === null ? [] : ofRecord('problems', problem)),
    ...inForce(file).actions.flatMap((action) => ofRecord('correctiveActions', action)),
  ]
}
