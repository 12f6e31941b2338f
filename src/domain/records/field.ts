/**
 * What a field of a record is: its labels in both languages, its kind, and the gate that asks for it.
 * Record types are derived from these descriptions, so a label, a form input, a table column and a
 * stored value can never disagree about which fields exist.
 */
import type { CodeListName } from '../codeListName'

/**
 * When a field must be filled: `save` to store the record at all, `G1`…`G7` at that gate of the workflow,
 * `D1`…`D8` at that 8D step. `calculated` fields are never typed by a person.
 */
export type Need = 'save' | 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7' | 'D1' | 'D2' | 'D3' | 'D7' | 'calculated'

export type FieldKind =
  'text' | 'number' | 'yesNo' | 'date' | 'moment' | 'code' | 'codes' | 'choice' | 'ref' | 'structure'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export interface Field<K extends FieldKind = FieldKind> {
  readonly kind: K
  readonly zh: string
  readonly en: string
  readonly need?: Need
  /** For `code` and `codes`: the list the value comes from. */
  readonly list?: CodeListName
  /** For `choice`: the values allowed, each with its labels. */
  readonly choices?: readonly Choice[]
  /** For `ref`: the table the id points to. */
  readonly to?: string
  readonly unit?: string
  /** For `text`: whose names are offered while it is typed; any other may stand there too. */
  readonly suggests?: 'people'
  /** For `number`: what can be meant, where it is narrower than the unit says. */
  readonly limits?: { readonly least?: number; readonly most?: number; readonly whole?: boolean }
  /** No longer filled; values it has stay. */
  readonly isRetired?: boolean
}

export interface Choice {
  readonly value: string
  readonly zh: string
  readonly en: string
  /** No longer chosen; records that have it keep it. */
  readonly isRetired?: boolean
}

type ValueOf<K extends FieldKind> = K extends 'number'
  ? number
  : K extends 'yesNo'
    ? boolean
    : K extends 'codes'
      ? readonly string[]
      : K extends 'structure'
        ? Json
        : string

export type Fields = Readonly<Record<string, Field>>

/** The record type that a field description stands for. Every field may be absent: legacy rows have gaps, gates decide. */
export type RecordOf<F extends Fields> = { -readonly [Name in keyof F]?: ValueOf<F[Name]['kind']> }

export const text = (zh: string, en: string, need?: Need): Field<'text'> => ({ kind: 'text', zh, en, need })
/** A text that names a person. */
export const personName = (zh: string, en: string, need?: Need): Field<'text'> => ({
  ...text(zh, en, need),
  suggests: 'people',
})
export const number = (
  zh: string,
  en: string,
  unit?: string,
  need?: Need,
  limits?: Field['limits'],
): Field<'number'> => ({
  kind: 'number',
  zh,
  en,
  unit,
  need,
  ...(limits === undefined ? {} : { limits }),
})
export const yesNo = (zh: string, en: string, need?: Need): Field<'yesNo'> => ({ kind: 'yesNo', zh, en, need })
export const date = (zh: string, en: string, need?: Need): Field<'date'> => ({ kind: 'date', zh, en, need })
export const moment = (zh: string, en: string, need?: Need): Field<'moment'> => ({ kind: 'moment', zh, en, need })
export const code = (list: CodeListName, zh: string, en: string, need?: Need): Field<'code'> => ({
  kind: 'code',
  list,
  zh,
  en,
  need,
})
export const codes = (list: CodeListName, zh: string, en: string, need?: Need): Field<'codes'> => ({
  kind: 'codes',
  list,
  zh,
  en,
  need,
})
export const ref = (to: string, zh: string, en: string, need?: Need): Field<'ref'> => ({
  kind: 'ref',
  to,
  zh,
  en,
  need,
})
export const structure = (zh: string, en: string, need?: Need): Field<'structure'> => ({
  kind: 'structure',
  zh,
  en,
  need,
})
export const choice = (choices: readonly Choice[], zh: string, en: string, need?: Need): Field<'choice'> => ({
  kind: 'choice',
  choices,
  zh,
  en,
  need,
})

/** `value:中文:English` for each choice; a value without labels is its own label. */
export const choices = (...items: readonly string[]): readonly Choice[] =>
  items.map((item) => {
    const [value = '', zh = value, en = zh] = item.split(':')
    return { value, zh, en }
  })
