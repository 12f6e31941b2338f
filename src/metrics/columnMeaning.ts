/** What each column of the failure table means: its labels, and how a stored word becomes what people read. */
import { isKeyOf } from '../domain/closedSet'
import { isCompanyKey } from '../domain/companyFields'
import type { CodeListName } from '../domain/codeListName'
import type { CompanyKey } from '../domain/records/companyField'
import type { Choice, Field, Fields } from '../domain/records/field'
import { NUMBER_COLUMNS, TEXT_COLUMNS, type NumberField, type TextField } from './columnDescriptions'

/** A column of words: built in, or of a field the company added. */
export type TextKey = TextField | CompanyKey
/** A column of numbers. */
export type NumberKey = NumberField | CompanyKey
export type ColumnField = TextKey | NumberKey

type BuiltInColumn = TextField | NumberField

export interface ColumnMeaning {
  readonly kind: 'text' | 'moment' | 'code' | 'choice' | 'ref' | 'yesNo' | 'number'
  readonly zh: string
  readonly en: string
  readonly list?: CodeListName
  readonly to?: string
  readonly unit?: string
  /** For `choice`: the values and what they are called. */
  readonly choices?: readonly Choice[]
}

const meaningOf = (field: Field): ColumnMeaning => ({
  kind:
    field.kind === 'code'
      ? 'code'
      : field.kind === 'ref'
        ? 'ref'
        : field.kind === 'yesNo'
          ? 'yesNo'
          : field.kind === 'number'
            ? 'number'
            : field.kind === 'moment' || field.kind === 'date'
              ? 'moment'
              : 'text',
  zh: field.zh,
  en: field.en,
  ...(field.list === undefined ? {} : { list: field.list }),
  ...(field.to === undefined ? {} : { to: field.to }),
  ...(field.unit === undefined ? {} : { unit: field.unit }),
})

export const COLUMN_MEANING = Object.fromEntries(
  Object.entries({ ...TEXT_COLUMNS, ...NUMBER_COLUMNS }).map(([name, { field }]) => [name, meaningOf(field)]),
) as Readonly<Record<BuiltInColumn, ColumnMeaning>>

/** @param company fields the company added to failures; a column nobody described here yet is called by its key */
export function columnMeaning(field: ColumnField, company: Fields): ColumnMeaning {
  if (!isCompanyKey(field)) return COLUMN_MEANING[field]
  const described = company[field]
  if (described === undefined) return { kind: 'text', zh: field, en: field }
  return described.choices === undefined
    ? meaningOf(described)
    : { ...meaningOf(described), kind: 'choice', choices: described.choices }
}

/** Whether an address may name this column; one of a company field may have been described elsewhere. */
export const isColumnField = (field: string): field is ColumnField =>
  isTextField(field) || isNumberField(field) || isCompanyKey(field)

export const isNumberField = (field: string): field is NumberField => isKeyOf(NUMBER_COLUMNS, field)
export const isTextField = (field: string): field is TextField => isKeyOf(TEXT_COLUMNS, field)
