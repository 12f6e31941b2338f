/** The report as lines of label and answer, for pasting it somewhere else when it cannot be kept here. */
import { failureFields } from '../../../domain/records/failure'
import type { Field } from '../../../domain/records/field'
import { isUnread } from '../../../domain/typedValue'
import type { Language } from '../../../i18n/translation'

export function reportAsText(fields: Readonly<Record<string, unknown>>, language: Language): string {
  const known: Readonly<Record<string, Field>> = failureFields
  return Object.entries(fields)
    .flatMap(([name, value]) => {
      const field = known[name]
      if (field === undefined || value === undefined || value === null || value === '') return []
      return [`${field[language]}\t${isUnread(value) ? value.unread : String(value)}`]
    })
    .join('\n')
}
