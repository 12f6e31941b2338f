/** What the columns of the failure table mean, those of the company's own fields among them. */
import { useMemo } from 'react'
import { companyFieldsOfTable } from '../domain/companyFields'
import { columnMeaning, type ColumnField, type ColumnMeaning } from '../metrics/columnMeaning'
import { useCompanyFields } from './useCompanyFields'

export function useColumnMeaning(): (field: ColumnField) => ColumnMeaning {
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  return useMemo(() => (field) => columnMeaning(field, company), [company])
}
