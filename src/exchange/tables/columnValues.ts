import { saysNothing } from '../cells/cellText'
import { CAUSE_WORDS, IMPACT_WORDS, METHOD_WORDS, PHASE_WORDS, RESULT_WORDS } from '../cells/codeWords'
import type { CanonicalField } from '../cells/importFields'
import { MEASURE } from './meaning/phraseWords'
import { readClosedState } from '../cells/readClosedState'
import { readCode } from '../cells/readCodeByField'
import { readDate } from '../cells/readDate'
import { readOdometer } from '../cells/readOdometer'
import { readSeverity } from '../cells/readSeverity'
import { readTrainNo } from '../cells/readTrainNo'
import { readYesNo } from '../cells/readYesNo'

type Test = (text: string) => boolean

const isDate: Test = (text) => readDate(text.replace(/^[\u4e00-\u9fff]{1,4}[\s/]+/, ''), () => 2000).value !== undefined
const isTrain: Test = (text) => (readTrainNo(text, '').trainNo ?? '').length >= 3
const TESTS: Partial<Record<CanonicalField, Test>> = {
  occurredAt: isDate,
  repairedAt: isDate,
  actionDoneAt: isDate,
  installedAt: isDate,
  mfgDate: isDate,
  inServiceAt: isDate,
  trainNo: isTrain,
  carNo: (text) => /^\D{0,3}\d{1,2}\D{0,8}\d?\D{0,3}$/.test(text) && !isTrain(text),
  odometerKm: (text) => readOdometer(text, 1).km !== undefined,
  severity: (text) => readSeverity(text).severity !== undefined || /[ⅠⅡⅢⅣ]/.test(text),
  faultLevel: (text) => /^[a-dA-Dａ-ｄＡ-Ｄ][类级]?$/.test(text),
  impact: (text) => readCode('impact', text) !== undefined,
  phase: (text) => readCode('phase', text) !== undefined,
  method: (text) => readCode('method', text) !== undefined,
  causeCategory: (text) => readCode('causeCategory', text) !== undefined,
  result: (text) => readCode('result', text) !== undefined,
  closed: (text) => readClosedState(text) !== undefined,
  onMainLine: (text) => readYesNo(text) !== undefined,
  delayMin: (text) => /^\D{0,4}\d+(\.\d+)?\D{0,8}\d*\D{0,3}$/.test(text),
  failureNo: (text) => /\d/.test(text) && !/[\u4e00-\u9fff]{5,}/.test(text) && !/^\d{1,3}$/.test(text),
  code: (text) => /^\d+([.-]\d+)*$/.test(text),
  level: (text) => /^[.·*+\s]*\d$|^[一二三四五六七]级?$/.test(text),
  criticality: (text) => /^[a-cA-C][类级]?$|关键|重要|一般/.test(text),
  designMtbfH: (text) => /\d{2,}/.test(text),
  quantity: (text) => /^\d+(\.\d+)?\D{0,8}$/.test(text),
  cars: (text) => /^\D{0,3}\d{1,2}\D{0,3}/.test(text),
  month: isDate,
}

/** How values of a field without a shape of its own never look: a part is not called 1.2.3, nor with a sentence. */
const NEVER: Partial<Record<CanonicalField, Test>> = {
  node: (text) => /^\d+([.-]\d+)*$/.test(text) || /^[a-z]+(?:\s+\S+){3,}$/i.test(text) || MEASURE.test(text),
}
const MOSTLY = 0.8

/**
 * How well values fit a field: the share of telling values that read as it.
 * @returns null when the field has no shape of its own, or too few values say anything
 */
export function valuesFit(field: CanonicalField, values: readonly string[]): number | null {
  const test = TESTS[field]
  const telling = values.filter((value) => !saysNothing(value))
  const never = NEVER[field]
  if (never && telling.length >= 2 && telling.filter(never).length >= telling.length * MOSTLY) return 0
  return test && telling.length >= 2 ? telling.filter(test).length / telling.length : null
}

const WORD_LISTS = [
  ['impact', IMPACT_WORDS],
  ['phase', PHASE_WORDS],
  ['method', METHOD_WORDS],
  ['causeCategory', CAUSE_WORDS],
  ['result', RESULT_WORDS],
] as const

/** The field a column without a known header must be, when nearly all of its values are words of one code list. */
export function fieldFromValues(values: readonly string[]): CanonicalField | null {
  const telling = values.filter((value) => !saysNothing(value))
  if (telling.length < 6 || new Set(telling).size < 3) return null
  for (const [field, words] of WORD_LISTS) {
    const known = new Set(Object.values(words).flat())
    if (telling.filter((value) => known.has(value.toLowerCase())).length / telling.length >= 0.85) return field
  }
  return null
}
