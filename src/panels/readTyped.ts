/** The text of an input read as its field asks: numbers by the rules of forms, dates as the import reads them. */
import { isMoment } from '../domain/moment'
import type { Field } from '../domain/records/field'
import { limitsOfNumber, readTypedNumber, type Unread, type UnreadWhy } from '../domain/typedValue'
import { readDate } from '../exchange/cells/readDate'

/** @returns the value, undefined for an empty text, or the text with the reason why it is none */
export function readTyped(field: Field, text: string): string | number | Unread | undefined {
  if (field.kind === 'number') return readTypedNumber(text, limitsOfNumber(field))
  if (field.kind === 'date' || field.kind === 'moment') return readTypedDate(text, field.kind)
  return text === '' ? undefined : text
}

const FULL_YEAR = /\d{4}/u
const NAMES_A_TIME = /[:：点时]/u

/**
 * A day, a moment, or what is known of one: `2016.3.15`, `2016年3月15日 14:30`, `2016-03`, `2016`. In a form nobody checks a
 * guess, so a year of two digits, several days and numbers of days since 1900 are refused.
 * @param kind of a `date` the time of day is left out
 */
export function readTypedDate(text: string, kind: 'date' | 'moment'): string | Unread | undefined {
  const clean = text.normalize('NFKC').trim()
  if (clean === '') return undefined
  if (isMoment(clean)) return kind === 'date' ? clean.slice(0, 10) : clean
  const { value, issues } = readDate(clean, () => null)
  const why: UnreadWhy | null =
    value === undefined || /^\d{5}(?:\.\d+)?$/u.test(clean)
      ? 'not-a-date'
      : issues.includes('date-two-digit-year') || !FULL_YEAR.test(clean)
        ? 'two-digit-year'
        : issues.includes('date-range')
          ? 'several-days'
          : NAMES_A_TIME.test(clean) && !value.includes('T')
            ? 'not-a-date'
            : null
  if (why !== null) return { unread: text, why }
  return kind === 'date' ? value?.slice(0, 10) : value
}
