/** The fields the company added, for whatever shows or fills them. */
import { useMemo, useSyncExternalStore } from 'react'
import { fieldsOf } from '../domain/allFields'
import type { CompanyFields } from '../domain/companyFields'
import type { Fields } from '../domain/records/field'
import type { TableName } from '../domain/records/tables'
import { followCompanyFields, presentCompanyFields } from '../store/followedCompanyFields'

export const useCompanyFields = (): CompanyFields => useSyncExternalStore(followCompanyFields, presentCompanyFields)

/** Every field records of this kind have, those of the company among them. */
export function useFieldsOf(table: TableName): Fields {
  const company = useCompanyFields()
  return useMemo(() => fieldsOf(table, company), [table, company])
}
