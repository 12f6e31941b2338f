/** Values of records as cells that our own reader turns into the same values. */
import type { CodeBook } from '../../domain/codeBook'
import type { CodeListName } from '../../domain/codeListName'
import { isMoment, type Moment } from '../../domain/moment'
import { yesOrNo } from '../../i18n/inLanguage'
import type { Language } from '../../i18n/translation'
import { cellText } from '../cells/cellText'
import type { CanonicalField } from '../cells/importFields'
import { dateCell } from './ooxml/dateCell'
import type { StyleName } from './ooxml/cellStyles'
import type { Cell } from './ooxml/workbook'
import { cellTextOf } from './ooxml/xmlText'
import { readCode, type CodedField } from '../cells/readCodeByField'
import { readField } from '../cells/readField'
import { isDitto } from '../tables/recordReader'
import { soundsLikeSum } from '../tables/rowPurpose'

export const KM_PER_TEN_THOUSAND = 10_000
const NO_YEAR = (): null => null

/**
 * Does the reader take this text of a cell for exactly that value? Not so marks for “nothing” or “as above”, lost
 * numbers, blanks to cut off.
 */
export function readsAs(field: CanonicalField, text: string, value: string | undefined, vehicleType = ''): boolean {
  const cell = { t: 's', v: text } as const
  const seen = cellText(cell)
  return (
    !isDitto(seen) &&
    !soundsLikeSum(seen) &&
    readField(field, seen, cell, { unitKm: 1, date1904: false, rowVehicleType: vehicleType, yearOf: NO_YEAR }).value ===
      value
  )
}

/** A text that comes back letter by letter; the look of a misread one tells the reader so. */
export function exactText(
  field: CanonicalField,
  value: string | undefined,
  style: StyleName,
  vehicleType = '',
): Cell | undefined {
  const text = cellTextOf(value ?? '')
  return text === '' ? undefined : { value: text, style: readsAs(field, text, text, vehicleType) ? style : 'literal' }
}

export const plainText = (value: string | undefined, style: StyleName): Cell | undefined =>
  value === undefined || value === '' ? undefined : { value, style }

export const number = (value: number | undefined, style: StyleName): Cell | undefined =>
  value === undefined ? undefined : { value, style }

/** A real date; what is no moment, or lies outside the years a ledger knows, is written as it stands. */
export function date(field: CanonicalField, moment: Moment | undefined): Cell | undefined {
  if (moment === undefined || moment === '') return undefined
  return (isMoment(moment) ? dateCell(moment) : undefined) ?? exactText(field, moment, 'text')
}

export interface Labels {
  readonly book: CodeBook
  readonly language: Language
}

export const labelOf = ({ book, language }: Labels, list: CodeListName, code: string): string =>
  book[list].find((known) => known.code === code)?.[language] ?? code

/** Labels of codes; when the words alone do not say the last code, it stands behind them in brackets. */
export function coded(
  field: CodedField,
  list: CodeListName,
  codes: readonly (string | undefined)[],
  labels: Labels,
): Cell | undefined {
  const given = codes.filter((code): code is string => code !== undefined && code !== '')
  const last = given.at(-1)
  if (last === undefined) return undefined
  const words = [...new Set(given)].map((code) => labelOf(labels, list, code)).join('、')
  return { value: readCode(field, words) === last ? words : `${words} [${last}]`, style: 'text' }
}

/** Several texts of one failure in one cell, none twice. */
export const joined = (values: readonly (string | undefined)[], between: string): string =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].join(between)

/** The last of several values that is given. */
export const lastOf = (values: readonly (string | undefined)[]): string | undefined =>
  values.findLast((value) => value !== undefined && value !== '')

export const yesNo = (value: boolean | undefined, { language }: Labels): Cell | undefined =>
  value === undefined ? undefined : { value: yesOrNo(value, language), style: 'centered' }
