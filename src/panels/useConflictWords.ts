/** A field in dispute and its values, as people read them; also of the marks that say whether a record shows. */
import type { TableName } from '../domain/records/tables'
import { useText } from '../ui/LanguageContext'
import { fieldName, useFieldValue } from './historyWords'
import { useCompanyFields } from './useCompanyFields'

interface NamedField {
  readonly table: TableName
  readonly field: string
}

export interface ConflictWords {
  readonly nameOf: (field: NamedField) => string
  /** A value in words; what is empty says so. */
  readonly say: (field: NamedField, value: unknown) => string
}

export function useConflictWords(): ConflictWords {
  const { t, language } = useText()
  const company = useCompanyFields()
  const show = useFieldValue()
  return {
    nameOf: (named) =>
      named.field === 'deleted'
        ? t.conflictsDeletedField
        : named.field === 'kept'
          ? t.conflictsKeptField
          : fieldName(named, language, company),
    say: (named, value) => {
      if (named.field === 'deleted') return value === true ? t.conflictsDeleted : t.conflictsNotDeleted
      if (named.field === 'kept') return value === true ? t.yes : t.no
      return show({ ...named, record: '', before: null, after: null }, value) || t.conflictNothing
    },
  }
}
