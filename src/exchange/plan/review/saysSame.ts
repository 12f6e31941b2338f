/**
 * Whether a workbook says nothing other than what is stored. What people write differently without meaning anything by
 * it is no difference: width of letters, blanks and punctuation, a rounded distance, a coarser date, O for 0.
 */
import { plainText } from '../../../domain/plainText'
import type { Field, Json } from '../../../domain/records/field'
import { confusableIdentity, isTellingSerial } from '../../../domain/serialIdentity'
import { failureNumberKey } from '../failureNumberKey'

/** Fields that name one item; letters and digits that look alike on a plate are the same there. */
const NAMES_AN_ITEM = /serial|batch/iu
const NAMES_A_SERIAL = /serial/iu

/** Numbers and codes, where a dash or a point tells one from another. */
const IS_A_CODE = /^(?:no|code)$|No$|NoText$/u

/** Without punctuation, but for the point, dash or sign of a number: 2.5 bar is not 25 bar. */
export const bareWords = (text: string): string => plainText(text).replace(/\p{P}(?!\d)/gu, '')

const FEWEST_LETTERS_TOLD = 4

/** The words stand among the others, which say more: `膜板老化` of `膜板老化，导致漏风`. */
export function tellsNoMore(words: string, others: string): boolean {
  const [few, all] = [bareWords(words), bareWords(others)]
  return few === all || (few.length >= FEWEST_LETTERS_TOLD && all.includes(few))
}

/** What a ledger says in a word and a report of its own says whole. */
const SAID_IN_SHORT = 'rootCauseText'

/** A day written to the month, or a moment written to the day, is the same one known less exactly. */
const isCoarser = (now: string, before: string): boolean => before.startsWith(now)

/** Ledgers count in 10,000 km; a round million is not what somebody writes for 1,449,000. */
const MOST_ROUNDED_KM = 5_000

/** `1449000` is what somebody writes for 1,448,765: the zeros at its end say how exactly it is meant. */
function isRounded(now: number, before: number): boolean {
  const zeros = /0*$/u.exec(String(Math.abs(now)))?.[0].length ?? 0
  return (
    Number.isInteger(now) && Math.abs(now - before) <= Math.min(MOST_ROUNDED_KM, zeros === 0 ? 0.5 : 10 ** zeros / 2)
  )
}

const isNumberOfRecord = (name: string): boolean => name === 'no'

/**
 * Whether a value says all that the stored one does and more: the minute of its day, the day of its month, a serial where
 * only a mark stood.
 */
export function saysMore(name: string, field: Field | undefined, now: Json, before: Json): boolean {
  if (typeof now !== 'string' || typeof before !== 'string' || now === before) return false
  if (field?.kind === 'date' || field?.kind === 'moment') return now.startsWith(before)
  return NAMES_A_SERIAL.test(name) && !isTellingSerial(before) && isTellingSerial(now)
}

/** @param field its description; without one, texts are compared as texts */
export function saysSame(name: string, field: Field | undefined, now: Json, before: Json): boolean {
  if (typeof now === 'number' && typeof before === 'number')
    return now === before || (field?.unit === 'km' && (isRounded(now, before) || isRounded(before, now)))
  if (typeof now !== 'string' || typeof before !== 'string') return JSON.stringify(now) === JSON.stringify(before)
  if (now === before) return true
  switch (field?.kind) {
    case 'code':
    case 'choice':
    case 'ref':
      return false
    case 'date':
    case 'moment':
      return isCoarser(now, before)
    default:
      if (name === SAID_IN_SHORT) return tellsNoMore(now, before)
      if (NAMES_A_SERIAL.test(name) && isTellingSerial(before) && !isTellingSerial(now)) return true
      if (NAMES_AN_ITEM.test(name)) return confusableIdentity(now) === confusableIdentity(before)
      if (isNumberOfRecord(name)) return failureNumberKey(now) === failureNumberKey(before)
      return IS_A_CODE.test(name) ? plainText(now) === plainText(before) : bareWords(now) === bareWords(before)
  }
}
