/** Fields in dispute and their values, as people read them. Asks for all names, so once per list and not once per record. */
import { entryIn, fieldOfEntry, isEntryName } from '../domain/listEntries'
import type { Json } from '../domain/records/field'
import { useText } from '../ui/LanguageContext'
import { useFieldValue } from './historyWords'
import { useConflictFieldName, type NamedField } from './useConflictFieldName'

export interface ConflictWords {
  readonly nameOf: (field: NamedField) => string
  /** A value in words; what is empty says so. */
  readonly say: (field: NamedField, value: unknown) => string
}

export function useConflictWords(): ConflictWords {
  const { t } = useText()
  const nameOf = useConflictFieldName()
  const show = useFieldValue()
  return {
    nameOf,
    say: (named, value) => {
      if (named.field === 'deleted') return value === true ? t.conflictsDeleted : t.conflictsNotDeleted
      if (named.field === 'kept') return value === true ? t.yes : t.no
      const asked = { ...named, field: fieldOfEntry(named.field), record: '', before: null, after: null }
      // An entry is worded as a list that holds nothing else.
      const whole = isEntryName(named.field) && value !== null ? [entryIn(value as Json)] : value
      return show(asked, whole) || t.conflictNothing
    },
  }
}
