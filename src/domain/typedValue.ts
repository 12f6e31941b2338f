/**
 * Numbers as people type them into a form, read or refused with a reason. What is refused keeps its text: a form holds it
 * in the place of the value, shows it, blocks saving and keeps it in the draft, so that no stored value is lost to a slip.
 */
import type { Field } from './records/field'

export type UnreadWhy =
  | 'not-a-number'
  | 'unclear-separator'
  | 'not-whole'
  | 'not-whole-cents'
  | 'too-small'
  | 'too-large'
  | 'not-a-date'
  | 'two-digit-year'
  | 'several-days'
  | 'not-in-the-list'

/** What stands in a form where a value should stand. */
export interface Unread {
  readonly unread: string
  readonly why: UnreadWhy
  /** The limit that was passed, for `too-small` and `too-large`. */
  readonly limit?: number
}

export const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && typeof (value as { unread?: unknown }).unread === 'string'

/** The fields of a form whose text could not be read, in the order of the form. */
export const unreadFields = (values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(values).filter((name) => isUnread(values[name]))

/** Smallest and largest number that can be meant, and whether it counts things. */
export interface NumberLimits {
  readonly least: number
  readonly most: number
  readonly whole: boolean
}

/** By unit: a train runs at most 20 million km in its life, a wait lasts at most a year. */
const LIMITS_OF_UNIT: Readonly<Record<string, NumberLimits>> = {
  km: { least: 0, most: 20_000_000, whole: false },
  h: { least: 0, most: 1_000_000, whole: false },
  min: { least: 0, most: 525_600, whole: false },
  month: { least: 0, most: 1_200, whole: false },
  '%': { least: 0, most: 100, whole: false },
}
const LIMITS_OF_COUNT: NumberLimits = { least: 0, most: 1_000_000_000, whole: false }

export const limitsOfNumber = (field: Field): NumberLimits => ({
  ...((field.unit === undefined ? undefined : LIMITS_OF_UNIT[field.unit]) ?? LIMITS_OF_COUNT),
  ...field.limits,
})

const UNIT_WORDS = /(?:km|公里|千米|小时|h|分钟?|min|个|件|台|次|%|月)$/u
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/u
/** Thousands apart by commas or blanks, every group whole: `812,345`; `812345,6` is none. */
const GROUPED = /^[+-]?\d{1,3}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d+)?$/u
const MANY: Readonly<Record<string, number>> = { 万: 4, 千: 3, 亿: 8 }
/** Digits and separators only, but put together in a way that has two meanings or none. */
const SEPARATORS = /^[+-]?[\d.,' ]*\d[\d.,' ]*$/u

/**
 * Which number is meant by this text? Full-width digits, thousands apart, 万 and a unit behind are understood. A comma is
 * never taken for a decimal point and never dropped: `12,5` and `812345,6` are refused.
 * @returns undefined for an empty text
 */
export function readTypedNumber(text: string, limits: NumberLimits): number | Unread | undefined {
  const clean = text
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\u2212\u2013\u2014]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
  if (clean === '') return undefined
  const bare = clean.toLowerCase().replace(UNIT_WORDS, '').trim()
  const many = MANY[bare.slice(-1)]
  const digits = many === undefined ? bare : bare.slice(0, -1).trim()
  if (!PLAIN.test(digits) && !GROUPED.test(digits))
    return { unread: text, why: SEPARATORS.test(digits) ? 'unclear-separator' : 'not-a-number' }
  // The exponent is part of the text, so that 81.2万 is 812000 and not a neighbour of it.
  return withinLimits(Number(`${digits.replace(/[, ]/gu, '')}e${many ?? 0}`), text, limits)
}

function withinLimits(value: number, text: string, { least, most, whole }: NumberLimits): number | Unread {
  if (value < least) return { unread: text, why: 'too-small', limit: least }
  if (value > most) return { unread: text, why: 'too-large', limit: most }
  return whole && !Number.isInteger(value) ? { unread: text, why: 'not-whole' } : value
}
