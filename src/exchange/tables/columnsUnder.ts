/** What the columns under a header hold: by the words above them, and where those say nothing, by what stands in them. */
import { isCompanyKey } from '../../domain/companyFields'
import type { CompanyKey } from '../../domain/records/companyField'
import type { Fields } from '../../domain/records/field'
import { columnLetter } from '../open/columnLetter'
import { fieldFromValues, valuesFit } from './columnValues'
import { headerParts } from './findHeader'
import type { CanonicalField, FieldName } from '../cells/importFields'
import { isHandlingWord, readCode } from '../cells/readCodeByField'
import { readTime } from '../cells/readTime'
import { foldHeader, isLevelHeader } from './headerText'
import { isOtherHeader, matchHeader, type HeaderMatch } from './matchHeader'
import { companyColumn } from './companyColumn'
import { columnsByContent } from './columnsByContent'
import type { KnownNames } from './meaning/knownNames'
import { tableSample } from './meaning/tableSample'
import { monthOfHeader } from './monthHeader'
import type { ColumnReason, SheetOverride } from './parsedSheet'
import type { RecognisedColumn } from './recogniseSheet'
import type { SheetGrid } from './sheetGrid'

/** What a column holds, by its words or its values. */
type ColumnMeaning = Omit<HeaderMatch, 'field'> & { readonly field: FieldName }

interface Candidate extends HeaderMatch {
  readonly column: number
}

const ROWS_SAMPLED = 200
const VALUES_SAMPLED = 40
/** Of a long text the beginning says what kind of text it is. */
const LONGEST_SAMPLE = 300
const LEAST_CONFIDENCE = 0.4
const SURE_OF_TRAIN = 0.6
const MOSTLY_TRAINS = 0.7

/** Rows of a table, zero-based: its header from top to bottom, its records up to the end. */
export interface TablePlace {
  readonly top: number
  readonly bottom: number
  readonly end: number
}

export function columnsUnder(
  grid: SheetGrid,
  { top, bottom, end }: TablePlace,
  override: SheetOverride | undefined,
  known: KnownNames,
): RecognisedColumn[] {
  const headers = grid.columns.map((column) => headerParts(grid, top, bottom, column))
  const values = grid.columns.map((column) => valuesUnder(grid, bottom, end, column))
  const own = companyColumns(headers, known.company)
  const builtIn = <T>(all: readonly (readonly T[])[]): readonly (readonly T[])[] =>
    all.map((each, place) => (own.has(place) ? [] : each))
  const fields: Map<number, ColumnMeaning> = assignFields(builtIn(headers), builtIn(values))
  for (const [place, field] of own) fields.set(place, { field, confidence: 1, reason: 'same-name' })
  const isMatrix = headers.filter((parts) => monthOfHeader(parts) !== null).length >= 2
  if (isMatrix) nameTrainColumn(headers, values, fields)
  nameTimeColumn(headers, values, fields)
  nameParentColumn(headers, fields)
  placeNarrative(values, fields)
  const decided = (place: number): FieldName | null | undefined =>
    override?.columns?.[columnLetter(grid.columns[place]!)]
  const isOpen = (parts: readonly string[], place: number): boolean =>
    !fields.has(place) &&
    decided(place) === undefined &&
    !isOtherHeader(parts.at(-1) ?? '') &&
    meaning(parts, place, fields).reason === 'none'
  const asked = new Set(isMatrix ? [] : headers.flatMap((parts, place) => (isOpen(parts, place) ? [place] : [])))
  const content =
    asked.size === 0
      ? null
      : columnsByContent(tableSample(grid, bottom + 1, end), known, settledBy(fields), asked, override?.kind)
  for (const [place, { field, share }] of content?.taken ?? [])
    fields.set(place, { field, confidence: round(share), reason: 'content' })
  for (const place of content?.levels ?? [])
    fields.set(place, { field: 'node', confidence: SURE_OF_LEVELS, reason: 'level' })
  return headers.flatMap((parts, place): RecognisedColumn[] => {
    const samples = (values[place] ?? []).slice(0, 3)
    if (parts.length === 0 && samples.length === 0) return []
    const index = grid.columns[place]!
    const chosen = decided(place)
    const { field, confidence, reason } =
      chosen === undefined ? meaning(parts, place, fields) : { field: chosen, confidence: 1, reason: 'chosen' as const }
    const guesses = content?.guesses.get(place)
    const company = field === null || !isCompanyKey(field) ? undefined : known.company[field]
    return [
      {
        column: columnLetter(index),
        header: parts.join('/'),
        field,
        confidence,
        reason,
        samples,
        ...(guesses === undefined ? {} : { guesses }),
        ...(company === undefined ? {} : { company }),
        ...(field === 'odometerKm' && reason === 'content' && content?.unitKm !== undefined
          ? { unitKm: content.unitKm }
          : {}),
        index,
        parts,
      },
    ]
  })
}

/** Columns whose header is the name of a field the company added; of two of one name the first. */
function companyColumns(headers: readonly (readonly string[])[], company: Fields): ReadonlyMap<number, CompanyKey> {
  const found = new Map<number, CompanyKey>()
  if (Object.keys(company).length === 0) return found
  const taken = new Set<CompanyKey>()
  for (const [place, parts] of headers.entries()) {
    const key = companyColumn(parts.at(-1) ?? '', company)
    if (key === null || taken.has(key)) continue
    taken.add(key)
    found.set(place, key)
  }
  return found
}

const SURE_OF_HEADER = 0.5
const SURE_OF_LEVELS = 0.85

/** What the headers say clearly. */
const settledBy = (fields: ReadonlyMap<number, ColumnMeaning>): Map<number, CanonicalField> =>
  new Map(
    [...fields].flatMap(([place, { field, confidence }]) =>
      confidence >= SURE_OF_HEADER && !isCompanyKey(field) ? [[place, field as CanonicalField] as const] : [],
    ),
  )

const TIME_HEADER = /时间|时刻|时分|钟点|time|hour|clock/i
const FARTHEST_TIME = 2

/** The time of day may stand in a column of its own beside the day; its header often claims to be the day as well. */
function nameTimeColumn(
  headers: readonly (readonly string[])[],
  values: readonly (readonly string[])[],
  fields: Map<number, ColumnMeaning>,
): void {
  const isTimes = (place: number): boolean => {
    const under = values[place] ?? []
    return under.length > 0 && under.every((text) => readTime(text) !== null)
  }
  const day = [...fields].find(([place, { field }]) => field === 'occurredAt' && !isTimes(place))?.[0]
  if (day === undefined) return
  const times = headers.findIndex(
    (parts, place) =>
      place !== day &&
      Math.abs(place - day) <= FARTHEST_TIME &&
      TIME_HEADER.test(parts.at(-1) ?? '') &&
      (!fields.has(place) || fields.get(place)?.reason === 'values-differ') &&
      isTimes(place),
  )
  if (times >= 0) fields.set(times, { field: 'occurredTime', confidence: 0.9, reason: 'values' })
}

const PARENT_HEADER =
  /^(?:上级|上一级|父级|所属)(?:部件|组件|总成|单元|装置|系统|节点|产品)?(?:名称|图号)?$|^(?:parent|higher)(?:part|assembly|item|node)?$/

/** The assembly a part sits in tells apart nodes of one name and number. */
function nameParentColumn(headers: readonly (readonly string[])[], fields: Map<number, ColumnMeaning>): void {
  const place = headers.findIndex((parts, at) => !fields.has(at) && PARENT_HEADER.test(foldHeader(parts.at(-1) ?? '')))
  if (place >= 0) fields.set(place, { field: 'parentNode', confidence: 0.9, reason: 'synonym' })
}

const FEWEST_NARRATIVES = 0.6
const LONGEST_WORD = 14

const isNarrative = (values: readonly string[]): boolean =>
  values.length > 0 &&
  values.filter((text) => !isHandlingWord(text) && (text.length > LONGEST_WORD || /[，。；,;：:]/.test(text))).length >=
    values.length * FEWEST_NARRATIVES

/**
 * Sentences under 处理方式 or 处理结果 tell what was done; they are the measure and no word of a list. A column of short
 * words that claims to be the measure is then the way of repair.
 */
function placeNarrative(values: readonly (readonly string[])[], fields: Map<number, ColumnMeaning>): void {
  const place = (field: FieldName): number => [...fields].find(([, meaning]) => meaning.field === field)?.[0] ?? -1
  const told = [place('method'), place('result')].find((at) => at >= 0 && isNarrative(values[at] ?? []))
  if (told === undefined) return
  const measure = place('measure')
  const words = values[measure] ?? []
  if (measure >= 0 && (isNarrative(words) || (place('method') >= 0 && place('method') !== told))) return
  if (measure >= 0) {
    if (words.some((text) => readCode('method', text) === undefined)) return
    fields.set(measure, { field: 'method', confidence: 0.8, reason: 'values' })
  }
  fields.set(told, { field: 'measure', confidence: 0.8, reason: 'values' })
}

/** Beside columns of months stand the trains, whatever the corner of the table says. */
function nameTrainColumn(
  headers: readonly (readonly string[])[],
  values: readonly (readonly string[])[],
  fields: Map<number, ColumnMeaning>,
): void {
  if ([...fields.values()].some(({ field, confidence }) => field === 'trainNo' && confidence >= SURE_OF_TRAIN)) return
  const firstMonth = headers.findIndex((parts) => monthOfHeader(parts) !== null)
  for (let column = firstMonth - 1; column >= 0; column--) {
    const under = values[column] ?? []
    if (
      under.length === 0 ||
      under.filter((text) => /\d{3}/.test(text)).length < under.length / 2 ||
      (valuesFit('trainNo', under) ?? 0) < MOSTLY_TRAINS
    )
      continue
    for (const [other, { field }] of fields) if (field === 'trainNo') fields.delete(other)
    fields.set(column, { field: 'trainNo', confidence: 0.6, reason: 'values' })
    return
  }
}

function meaning(
  parts: readonly string[],
  place: number,
  fields: ReadonlyMap<number, ColumnMeaning>,
): { field: FieldName | null; confidence: number; reason: ColumnReason } {
  const last = foldHeader(parts.at(-1) ?? '')
  if (monthOfHeader(parts)) return { field: 'km', confidence: 0.95, reason: 'month' }
  if (/^(?:年累计|年合计|全年|全年合计|年度合计|年度累计|年走行|年总计|yeartotal|annualtotal)/.test(last))
    return { field: null, confidence: 0, reason: 'total' }
  if (isLevelHeader(parts.at(-1) ?? '')) return { field: 'node', confidence: 0.9, reason: 'level' }
  return fields.get(place) ?? { field: null, confidence: 0, reason: 'none' }
}

function valuesUnder(grid: SheetGrid, bottom: number, end: number, column: number): string[] {
  const values: string[] = []
  const last = Math.min(end, bottom + ROWS_SAMPLED)
  for (let row = bottom + 1; row < last && values.length < VALUES_SAMPLED; row++) {
    const text = grid.text(row, column)
    if (text !== '') values.push(text.length > LONGEST_SAMPLE ? text.slice(0, LONGEST_SAMPLE) : text)
  }
  return values
}

/** Gives every field to the one column that fits it best; what is left may still be known by its values. */
function assignFields(
  headers: readonly (readonly string[])[],
  values: readonly (readonly string[])[],
): Map<number, HeaderMatch> {
  const candidates = headers.flatMap((parts, column): Candidate[] => {
    if (monthOfHeader(parts) || isLevelHeader(parts.at(-1) ?? '')) return []
    return matchHeader(parts).map((match) => ({ ...weighed(match, values[column] ?? []), column }))
  })
  candidates.sort((a, b) => b.confidence - a.confidence || a.column - b.column)

  const given = new Map<number, HeaderMatch>()
  const taken = new Set<CanonicalField>()
  for (const { column, field, confidence, reason } of candidates) {
    if (confidence < LEAST_CONFIDENCE || given.has(column) || taken.has(field)) continue
    given.set(column, { field, confidence, reason })
    taken.add(field)
  }
  const claimed = new Set(candidates.map(({ column }) => column))
  headers.forEach((parts, column) => {
    if (given.has(column) || claimed.has(column) || monthOfHeader(parts)) return
    const field = fieldFromValues(values[column] ?? [])
    if (field === null || taken.has(field)) return
    given.set(column, { field, confidence: 0.5, reason: 'values' })
    taken.add(field)
  })
  return given
}

/** Words say what a column claims to be; its values confirm or contradict. */
function weighed(match: HeaderMatch, values: readonly string[]): HeaderMatch {
  const fit = valuesFit(match.field, values)
  if (fit === null) return match
  if (fit < 0.2) return { ...match, confidence: round(match.confidence * 0.6), reason: 'values-differ' }
  const doubt = match.confidence < 0.9 ? (fit - 0.5) * 0.3 : (fit - 1) * 0.05
  return { ...match, confidence: round(Math.min(match.reason === 'same-name' ? 1 : 0.97, match.confidence + doubt)) }
}

const round = (value: number): number => Math.round(value * 100) / 100
