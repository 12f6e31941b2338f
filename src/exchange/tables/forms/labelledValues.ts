import type { RawCell } from '../../open/rawWorkbook'
import { formLabel, type FormLabel } from './formLabel'
import type { FormGrid, Place } from './formGrid'
import { SIGNATURE_LABELS, type FormKind } from './formWords'
import { foldHeader } from '../headerText'

/** A label with the value found for it. */
export interface LabelledValue {
  readonly label: FormLabel
  readonly labelText: string
  /** where the value stands, or would stand: zero-based */
  readonly row: number
  readonly column: number
  readonly text: string
  /** undefined when nothing stands there */
  readonly cell: RawCell | undefined
  readonly inSignatures: boolean
}

const LONGEST_LABELLED_CELL = 160
const MOSTLY_LABELS = 0.6
const SELDOM_LABELS = 0.34
const HARDLY_EVER_LABELS = 0.2
const FEWEST_HEADINGS = 3
/** So many heading rows make it the manner of the form. */
const ESTABLISHED = 2
const LONGEST_UNKNOWN_LABEL = 14
const BOX = /[□☐☑☒■√✓✔○●◯]/
/** A note under the last row of a form is no value of what stands above it. */
const NOTE = /^(?:注|备注|说明|填表说明|填写说明|note|remark)s?\s*\d{0,2}\s*[:：.、]/i
const NO_FIELD: FormLabel = { fields: [], rank: 0, isSure: true }

/** A form with what is known of it before any label is given its value. */
interface SurveyedForm {
  readonly form: FormGrid
  readonly kind: FormKind
  /** Rows that belong to a parts list. */
  readonly taken: ReadonlySet<number>
  readonly places: readonly Place[]
  readonly share: ReadonlyMap<number, number>
  readonly headings: ReadonlySet<number>
}

const signatureRows = (places: readonly Place[]): ReadonlySet<number> =>
  new Set(places.filter(({ text }) => SIGNATURE_LABELS.has(foldHeader(text))).map(({ row }) => row))

/**
 * Finds the value of every label of a form: in the same cell after a colon, right of it, or below it.
 * @param taken rows that belong to a parts list
 */
export function labelledValues(form: FormGrid, kind: FormKind, taken: ReadonlySet<number>): LabelledValue[] {
  const places = form.places.filter(({ row }) => !taken.has(row))
  const share = labelShares(places)
  const survey: SurveyedForm = { form, kind, taken, places, share, headings: headingRows(form, taken, share) }
  const found: LabelledValue[] = []
  const claimed = new Set<Place>()
  const signatures = signatureRows(places)
  const add = (value: Omit<LabelledValue, 'inSignatures'>): void =>
    void found.push({ ...value, inSignatures: signatures.has(value.row) })

  for (const place of places) {
    if (claimed.has(place)) continue
    const label = labelAt(survey, place)
    if (label === null || (startsWithPair(place, kind) && place.label?.isSure !== true)) continue
    const value = valueOf(survey, place, claimed)
    if (value === undefined) {
      add({ label, labelText: place.text, row: place.row, column: place.right + 1, text: '', cell: undefined })
      continue
    }
    const boxes = [value, ...(survey.headings.has(place.row) ? [] : moreBoxes(survey, value))]
    for (const one of boxes) claimed.add(one)
    const text = boxes.map((one) => one.text).join(' ')
    const cell: RawCell = text === value.text ? value.cell : { t: 's', v: text }
    add({ label, labelText: place.text, row: value.row, column: value.column, text, cell })
  }
  for (const place of places)
    if (!claimed.has(place))
      for (const { label, labelText, text } of pairsIn(place.text, kind))
        add({ label, labelText, row: place.row, column: place.column, text, cell: { t: 's', v: text } })
  return found
}

/** What a place is a label for, once its surroundings are taken into account. */
function labelAt(survey: SurveyedForm, place: Place): FormLabel | null {
  const { kind, headings, share } = survey
  if (place.label?.isSure === true) return place.label
  if (startsWithPair(place, kind)) return NO_FIELD
  if (standsUnderWideLabel(survey, place)) return null
  if (place.text.length > LONGEST_UNKNOWN_LABEL || /\d/.test(place.text) || typeof place.cell.v !== 'string')
    return null
  const standsAmongLabels =
    headings.has(place.row) || /[:：]$/.test(place.text) || (share.get(place.column) ?? 0) >= MOSTLY_LABELS
  return standsAmongLabels ? (place.label ?? NO_FIELD) : null
}

const isLabel = (survey: SurveyedForm, place: Place): boolean => labelAt(survey, place) !== null

function valueOf(survey: SurveyedForm, place: Place, claimed: ReadonlySet<Place>): Place | undefined {
  const { form, taken, headings } = survey
  const right = form.right(place)
  const under = form.below(place)
  const below = under !== undefined && NOTE.test(under.text) ? undefined : under
  if (headings.has(place.row)) return below !== undefined && !taken.has(below.row) ? below : undefined
  const isRightLabel = right !== undefined && isLabel(survey, right)
  if (right !== undefined && !claimed.has(right) && (!isRightLabel || readsAsValue(survey, right, place))) return right
  if (right !== undefined && !isRightLabel) return undefined
  return below !== undefined &&
    !isLabel(survey, below) &&
    !claimed.has(below) &&
    !taken.has(below.row) &&
    !isBesideLabel(survey, below)
    ? below
    : undefined
}

/** A label over the whole width has its value below, over the same width. */
const standsUnderWideLabel = ({ form, places }: SurveyedForm, place: Place): boolean =>
  place.right > place.column &&
  places.some(
    (above) =>
      above.bottom + 1 === place.row &&
      above.column === place.column &&
      above.right === place.right &&
      above.label?.isSure === true &&
      form.right(above) === undefined,
  )

/**
 * A value can be a word that is a label elsewhere: 用户 as responsible party. It has no value of its own and stands
 * where no labels stand.
 */
function readsAsValue(survey: SurveyedForm, place: Place, label: Place): boolean {
  const { form, kind, share } = survey
  if ((share.get(place.column) ?? 1) > SELDOM_LABELS || /[:：]$/.test(place.text) || startsWithPair(place, kind))
    return false
  const next = form.right(place)
  return next === undefined || isLabel(survey, next) || (share.get(label.column) ?? 0) >= MOSTLY_LABELS
}

/** Something below a label that is really the value of another label to its left. */
const isBesideLabel = (survey: SurveyedForm, below: Place): boolean =>
  (survey.form.rows.get(below.row) ?? []).some((other) => other.right + 1 === below.column && isLabel(survey, other))

function moreBoxes(survey: SurveyedForm, value: Place): Place[] {
  const { form } = survey
  const more: Place[] = []
  if (!BOX.test(value.text)) return more
  for (
    let next = form.right(value);
    next !== undefined && next.row === value.row && BOX.test(next.text) && !isLabel(survey, next);
    next = form.right(next)
  )
    more.push(next)
  return more
}

/** Per column, how many of its filled cells are labels. */
function labelShares(places: readonly Place[]): ReadonlyMap<number, number> {
  const counts = new Map<number, { labels: number; all: number }>()
  for (const { column, label } of places) {
    const count = counts.get(column) ?? { labels: 0, all: 0 }
    counts.set(column, count)
    count.all += 1
    if (label?.isSure === true) count.labels += 1
  }
  return new Map([...counts].map(([column, { labels, all }]) => [column, all < 2 ? 0.5 : labels / all]))
}

/**
 * Rows of labels only, with their values in the row below. Once a form is known to be written so, a row of labels need
 * not prove it: its values may be words that are labels too.
 */
function headingRows(
  form: FormGrid,
  taken: ReadonlySet<number>,
  share: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const headings = new Set<number>()
  for (const [row, places] of form.rows) {
    if (taken.has(row) || places.length < FEWEST_HEADINGS - 1) continue
    // A word can be a label and a value; in a column of values it is a value.
    const labels = places.filter(
      ({ label, column }) => label?.isSure === true && (share.get(column) ?? 1) > HARDLY_EVER_LABELS,
    )
    if (labels.length < Math.max(2, places.length * MOSTLY_LABELS) || headings.has(row - 1)) continue
    if (hasColons(places)) continue
    const below = valuesUnder(form, places)
    const values = below.filter(({ label }) => label?.isSure !== true)
    if (values.length >= 2 && values.length >= below.length * MOSTLY_LABELS) headings.add(row)
  }
  if (headings.size < ESTABLISHED) return headings
  for (const [row, places] of form.rows) {
    if (taken.has(row) || headings.has(row) || headings.has(row - 1) || hasColons(places)) continue
    const labels = places.filter(({ label }) => label?.isSure === true)
    if (labels.length >= places.length / 2 && valuesUnder(form, places).length > 0) headings.add(row)
  }
  return headings
}

/** A colon after some texts of a row marks those as labels and the others as their values. */
const hasColons = (places: readonly Place[]): boolean =>
  places.some(({ text }) => /[:：]./.test(text)) ||
  (places.some(({ text }) => /[:：]$/.test(text)) && !places.every(({ text }) => /[:：]$/.test(text)))

/** What stands in the row below, when all of it stands under these places. */
function valuesUnder(form: FormGrid, places: readonly Place[]): Place[] {
  const below = places.flatMap((place) => form.below(place) ?? [])
  const isUnder =
    below[0] !== undefined &&
    (form.rows.get(below[0].row) ?? []).every((other) => places.some(({ column }) => column === other.column))
  return isUnder ? below : []
}

interface Pair {
  readonly label: FormLabel
  readonly labelText: string
  readonly text: string
}

const startsWithPair = (place: Place, kind: FormKind): boolean =>
  place.text.length <= LONGEST_LABELLED_CELL &&
  /^[^:：]{1,30}[:：]/.test(place.text) &&
  pairsIn(place.text, kind)[0]?.text !== undefined

/** `编号：GZ-2016-0014`, `车型：CRH5G 列车号：5142`: the labels of one cell with what stands after them. */
function pairsIn(text: string, kind: FormKind): Pair[] {
  if (text.length > LONGEST_LABELLED_CELL || !/[:：]/.test(text)) return []
  const starts: {
    readonly label: FormLabel
    readonly labelText: string
    readonly from: number
    readonly to: number
  }[] = []
  for (const { index } of text.matchAll(/[:：]/g)) {
    const before = text.slice(starts.at(-1)?.to ?? 0, index)
    const word = labelAtEnd(before, kind, starts.length === 0)
    if (word !== null) starts.push({ ...word, from: index - word.labelText.length, to: index + 1 })
  }
  if (starts[0] === undefined || text.slice(0, starts[0].from).trim() !== '') return []
  return starts.map(({ label, labelText, to }, at) => ({
    label,
    labelText,
    text: text
      .slice(to, starts[at + 1]?.from ?? text.length)
      .replace(/[\s;；,，|]+$/g, '')
      .trim(),
  }))
}

/** The label that ends a text: all of it, or what follows its last blank or mark. */
function labelAtEnd(before: string, kind: FormKind, isFirst: boolean): { label: FormLabel; labelText: string } | null {
  const tries = isFirst
    ? [before.trim()]
    : [
        /[^\s;；,，|]+\s?$/.exec(before)?.[0].trim() ?? '',
        /[^\s;；,，|]+\s[^\s;；,，|]+\s?$/.exec(before)?.[0].trim() ?? '',
      ]
  for (const labelText of tries) {
    const label = formLabel(labelText, kind)
    if (label?.isSure === true) return { label, labelText }
  }
  return null
}
