import { plainText } from '../../../domain/plainText'
import { HEADER_WORDS, OTHER_HEADERS } from '../headerSynonyms'
import type { CanonicalField } from '../../cells/importFields'
import { foldHeader } from '../headerText'
import { matchHeader } from '../matchHeader'
import { FORM_LABELS, OTHER_LABELS, type FormKind } from './formWords'

/** What a text of a form is a label for; `field` is null when the program keeps no such field. */
export interface FormLabel {
  readonly fields: readonly CanonicalField[]
  /** the smaller, the more it is this label's first meaning */
  readonly rank: number
  /** false for words that only resemble a label */
  readonly isSure: boolean
}

const LONGEST_LABEL = 36
const FEWEST_LETTERS = 2
const WEAK_RANK = 50
const RESEMBLING_RANK = 80
const SURE = 0.9
const NOT_KEPT = new Set([...OTHER_LABELS, ...OTHER_HEADERS])
/** Of a product structure or a mileage sheet: never asked for on a form. */
const NO_FORM_FIELDS: ReadonlySet<CanonicalField> = new Set([
  'code',
  'level',
  'month',
  'cars',
  'criticality',
  'designMtbfH',
  'inServiceAt',
  'assignedPartNo',
  'workflowState',
])

/** Every label of one kind of form. */
const LABELS: Readonly<Record<FormKind, ReadonlyMap<string, FormLabel>>> = {
  'failure-form': labelsOf('failure-form'),
  'analysis-form': labelsOf('analysis-form'),
  'action-form': labelsOf('action-form'),
}

function labelsOf(kind: FormKind): Map<string, FormLabel> {
  const labels = new Map<string, FormLabel>()
  const add = (word: string, field: CanonicalField, rank: number): void => {
    const known = labels.get(word)
    if (known === undefined) labels.set(word, { fields: [field], rank, isSure: true })
    else if (known.rank >= WEAK_RANK && !known.fields.includes(field))
      labels.set(word, { ...known, fields: [...known.fields, field] })
  }
  for (const [field, words] of Object.entries(FORM_LABELS[kind].fields))
    words.forEach((word, rank) => add(foldHeader(word), field as CanonicalField, rank))
  for (const [name, { names }] of Object.entries(HEADER_WORDS)) {
    const field = name as CanonicalField
    // 车型车号 and 车型及列车号 hold both; the train reader takes them apart.
    if (!NO_FORM_FIELDS.has(field)) names.forEach((word, rank) => add(foldHeader(word), field, 10 + Math.min(rank, 30)))
  }
  for (const word of [
    '车型车号',
    '车型及车号',
    '车型/车号',
    '车型列车号',
    '车型及列车号',
    '车型/列车号',
    '车型车组号',
    '车型及车组号',
    '列车(车组)号',
    '动车组车号',
    'train',
    'vehicle',
    'trainset',
    'trainandtype',
    'vehicletype/no',
    'typeandno',
  ].map(foldHeader))
    labels.set(word, { fields: ['trainNo'], rank: 5, isSure: true })
  for (const [name, { weak = [] }] of Object.entries(HEADER_WORDS))
    if (!NO_FORM_FIELDS.has(name as CanonicalField))
      for (const word of weak) if (!NOT_KEPT.has(word)) add(foldHeader(word), name as CanonicalField, WEAK_RANK)
  for (const word of NOT_KEPT)
    if (!labels.has(foldHeader(word))) labels.set(foldHeader(word), { fields: [], rank: 0, isSure: true })
  return labels
}

/**
 * What a text is a label for on this kind of form; null when it is none. Both languages in one label agree or the first counts.
 */
export function formLabel(text: string, kind: FormKind): FormLabel | null {
  if (text === '' || text.length > LONGEST_LABEL || /[:：]\s*\S/.test(text.replace(/[(（][^)）]*[)）]/g, '')))
    return null
  const folded = foldHeader(text).replace(/(?<=[a-z])\.(?=[a-z]|$)/g, '')
  if (folded === '') return null
  const sure = LABELS[kind].get(folded) ?? LABELS[kind].get(withoutOrdinal(folded)) ?? bilingual(folded, kind)
  if (sure !== undefined) return sure
  if (/\d{2}/.test(folded)) return null
  const [match] = matchHeader([text])
  if (match === undefined || NO_FORM_FIELDS.has(match.field) || match.confidence < 0.5) return null
  return { fields: [match.field], rank: RESEMBLING_RANK - match.confidence * 10, isSure: match.confidence >= SURE }
}

/** `1、故障现象`, `(二)处理情况`, `一.概况`, `D4 根本原因` without their counting. */
const withoutOrdinal = (folded: string): string =>
  folded
    .replace(/^d[0-8][-.:：、]?(?=[^\d])/, '')
    .replace(/^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[.、．)）]?(?=[^\d.、])/, '')
    .replace(/(?:填写|如实填写|简述)$/, '')

/** `故障现象symptom`, `trainno列车号`, `故障编号/failureno.`: either half alone. */
function bilingual(folded: string, kind: FormKind): FormLabel | undefined {
  const chinese = folded.replace(/[^\u4e00-\u9fff]+/g, '')
  const english = plainText(folded.replace(/[\u4e00-\u9fff]+/g, '')).replace(/^[/|\\.-]+|[/|\\-]+$/g, '')
  if (chinese === '' || english.length < FEWEST_LETTERS || !/^[a-z./&]+$/.test(english)) return undefined
  return LABELS[kind].get(chinese) ?? LABELS[kind].get(english)
}
