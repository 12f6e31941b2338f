/** The one place that says which fields records have, the built-in ones and those the company added. */
import type { CompanyFields } from './companyFields'
import type { Fields } from './records/field'
import { FIELDS_OF_TABLE, type TableName } from './records/tables'

export const fieldsOf = (table: TableName, company: CompanyFields): Fields => {
  const own = company[table]
  return own === undefined ? FIELDS_OF_TABLE[table] : { ...FIELDS_OF_TABLE[table], ...own }
}
