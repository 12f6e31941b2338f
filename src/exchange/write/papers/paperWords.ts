/** How records are said on paper: labels and values of fields in one language, with the names behind ids. */
import { fieldsOf } from '../../../domain/allFields'
import type { CompanyFields } from '../../../domain/companyFields'
import type { CodeBook } from '../../../domain/codeBook'
import { codeLabel } from '../../../domain/codeBook'
import type { Field } from '../../../domain/records/field'
import type { TableName } from '../../../domain/records/tables'
import { formatMoment, formatNumberField } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'

export interface PaperWords {
  readonly language: Language
  readonly t: Messages
  readonly nameOf: (id: string | undefined) => string
  readonly valueOf: (table: TableName, field: string, record: object) => string
  readonly labelOf: (table: TableName, field: string) => string
  /** Label and value of each field, in order. */
  readonly facts: (
    table: TableName,
    record: object,
    fields: readonly string[],
  ) => readonly (readonly [string, string])[]
}

export function paperWords(
  language: Language,
  t: Messages,
  names: Readonly<Record<string, string>>,
  book: CodeBook,
  company: CompanyFields,
): PaperWords {
  const say = (field: Field, value: unknown): string => {
    if (value === undefined || value === null || value === '') return ''
    switch (field.kind) {
      case 'code':
        return field.list === undefined ? String(value) : codeLabel(book, field.list, String(value), language)
      case 'choice':
        return field.choices?.find((choice) => choice.value === value)?.[language] ?? String(value)
      case 'yesNo':
        return value === true ? t.yes : t.no
      case 'number':
        return formatNumberField(field, Number(value), language)
      case 'moment':
      case 'date':
        return formatMoment(String(value))
      case 'ref':
        return names[String(value)] ?? ''
      case 'codes':
        return Array.isArray(value)
          ? value
              .map((code) =>
                field.list === undefined ? String(code) : codeLabel(book, field.list, String(code), language),
              )
              .join(t.listComma)
          : String(value)
      default:
        return Array.isArray(value)
          ? value
              .map((part) => (typeof part === 'string' ? part : ''))
              .filter((part) => part !== '')
              .join('\n')
          : String(value)
    }
  }
  const labelOf = (table: TableName, field: string): string => fieldsOf(table, company)[field]?.[language] ?? field
  const valueOf = (table: TableName, field: string, record: object): string => {
    const described = fieldsOf(table, company)[field]
    return described === undefined ? '' : say(described, (record as Readonly<Record<string, unknown>>)[field])
  }
  return {
    language,
    t,
    nameOf: (id) => names[id ?? ''] ?? '',
    labelOf,
    valueOf,
    facts: (table, record, fields) =>
      fields.map((field) => [labelOf(table, field), valueOf(table, field, record)] as const),
  }
}
