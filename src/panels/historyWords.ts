/** A changed field in words: its name, and the values before and after as people read them. */
import { type CompanyFields } from '../domain/companyFields'
import { fieldsOf } from '../domain/allFields'
import type { Language } from '../i18n/translation'
import { useCompanyFields } from './useCompanyFields'
import { useFieldText } from './FailureFacts'
import { useEngine } from './useEngine'
import type { HistoryEntry } from '../store/history'

export type HistoryField = HistoryEntry['fields'][number]

export const fieldName = (
  { table, field }: Pick<HistoryField, 'table' | 'field'>,
  language: Language,
  company: CompanyFields,
): string => fieldsOf(table, company)[field]?.[language] ?? field

/** How is the value of a changed field read? Asks for all names, so once per list and not once per line. */
export function useFieldValue(): (field: HistoryField, value: unknown) => string {
  const text = useFieldText()
  const company = useCompanyFields()
  const { answer: names } = useEngine('all-names', (engine) => engine.allNames())
  return ({ table, field }, value) => {
    const described = fieldsOf(table, company)[field]
    return described === undefined ? String(value ?? '') : text(described, value, names ?? {})
  }
}
