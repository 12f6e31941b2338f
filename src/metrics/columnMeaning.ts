/** What each column of the failure table means: its labels, and how a stored word becomes what people read. */
import { isKeyOf } from '../domain/closedSet'
import type { CodeListName } from '../domain/codeListName'
import type { Field } from '../domain/records/field'
import { NUMBER_COLUMNS, TEXT_COLUMNS, type NumberField, type TextField } from './columnDescriptions'

export type ColumnField = TextField | NumberField

export interface ColumnMeaning {
  readonly kind: 'text' | 'moment' | 'code' | 'ref' | 'yesNo' | 'number'
  readonly zh: string
  readonly en: string
  readonly list?: CodeListName
  readonly to?: string
  readonly unit?: string
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
) as Readonly<Record<ColumnField, ColumnMeaning>>

export const isNumberField = (field: string): field is NumberField => isKeyOf(NUMBER_COLUMNS, field)
export const isTextField = (field: string): field is TextField => isKeyOf(TEXT_COLUMNS, field)
