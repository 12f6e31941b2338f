/** What a field in dispute is called; also the marks that say whether a record shows. */
import { fieldOfEntry } from '../domain/listEntries'
import type { TableName } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { fieldName } from './historyWords'
import { useCompanyFields } from './useCompanyFields'

export interface NamedField {
  readonly table: TableName
  readonly field: string
}

export function useConflictFieldName(): (named: NamedField) => string {
  const { t, language } = useText()
  const company = useCompanyFields()
  return (named) =>
    named.field === 'deleted'
      ? t.conflictsDeletedField
      : named.field === 'kept'
        ? t.conflictsKeptField
        : fieldName({ ...named, field: fieldOfEntry(named.field) }, language, company)
}
