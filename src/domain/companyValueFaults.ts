/** What speaks against values of company fields before they are written: another kind, beyond the limits, retired. */
import { companyFieldsOfTable, isCompanyKey, type CompanyFields } from './companyFields'
import { isMoment } from './moment'
import type { Field } from './records/field'
import type { TableName } from './records/tables'
import { limitsOfNumber } from './typedValue'

export type CompanyValueWhy =
  | 'not-text'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'not-a-date'
  | 'not-yes-or-no'
  | 'not-in-the-list'
  | 'retired'
  | 'retired-option'
  | 'needed'

/** Everything the sentence about it says, because it is told where the definitions are not at hand. */
export interface CompanyValueFault {
  readonly why: CompanyValueWhy
  readonly table: TableName
  readonly field: string
  readonly zh: string
  readonly en: string
  /** What was to be written. */
  readonly value: string
  /** The limit that was passed, with its unit. */
  readonly limit?: string
}

type Values = Readonly<Record<string, unknown>>

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** @returns null when the field may hold this value; values that are no value are asked about elsewhere */
export function companyValueWhy(
  field: Field,
  value: unknown,
): { readonly why: CompanyValueWhy; readonly limit?: number } | null {
  switch (field.kind) {
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return { why: 'not-a-number' }
      const { least, most, whole } = limitsOfNumber(field)
      if (value < least) return { why: 'too-small', limit: least }
      if (value > most) return { why: 'too-large', limit: most }
      return whole && !Number.isInteger(value) ? { why: 'not-whole' } : null
    }
    case 'yesNo':
      return typeof value === 'boolean' ? null : { why: 'not-yes-or-no' }
    case 'date':
      return typeof value === 'string' && isMoment(value) && value.length <= 10 ? null : { why: 'not-a-date' }
    case 'choice': {
      const choice = field.choices?.find((known) => known.value === value)
      return choice === undefined
        ? { why: 'not-in-the-list' }
        : choice.isRetired === true
          ? { why: 'retired-option' }
          : null
    }
    default:
      return typeof value === 'string' ? null : { why: 'not-text' }
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Faults an edit brings. A value that stood there before is not held against whoever changes something else, and a key
 * nobody has described here, from a newer device, is left alone.
 * @param before the record before the edit; undefined when it is new
 */
export function companyValueFaults(
  table: TableName,
  before: Values | undefined,
  set: Values,
  company: CompanyFields,
): readonly CompanyValueFault[] {
  const fields = companyFieldsOfTable(company, table)
  return Object.entries(set).flatMap(([name, value]): readonly CompanyValueFault[] => {
    const field = isCompanyKey(name) ? fields[name] : undefined
    if (field === undefined || isEmpty(value) || same(before?.[name], value)) return []
    const wrong = field.isRetired === true ? { why: 'retired' as const } : companyValueWhy(field, value)
    if (wrong === null) return []
    const { why, limit } = { limit: undefined, ...wrong }
    const unit = field.unit === undefined ? '' : ` ${field.unit}`
    return [
      {
        why,
        table,
        field: name,
        zh: field.zh,
        en: field.en,
        value: `${String(value)}${field.kind === 'number' ? unit : ''}`,
        ...(limit === undefined ? {} : { limit: `${limit}${unit}` }),
      },
    ]
  })
}

/**
 * Fields without which a record of this kind is not stored, and which it would be stored without.
 * @param before undefined when it is new; a gap that stood there before is not held against an edit of something else
 */
export function companyFieldsNeeded(
  table: TableName,
  before: Values | undefined,
  set: Values,
  company: CompanyFields,
): readonly CompanyValueFault[] {
  return Object.entries(companyFieldsOfTable(company, table)).flatMap(([name, field]): readonly CompanyValueFault[] =>
    field.need === 'save' && isEmpty(set[name]) && (before === undefined || name in set)
      ? [{ why: 'needed', table, field: name, zh: field.zh, en: field.en, value: '' }]
      : [],
  )
}
