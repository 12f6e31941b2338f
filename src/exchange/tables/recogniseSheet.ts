import { cellText } from '../cells/cellText'
import { columnLetter } from '../open/columnLetter'
import { fieldFromValues, valuesFit } from './columnValues'
import { earlierHeader, findHeader, headerParts, laterHeaders } from './findHeader'
import type { CanonicalField } from '../cells/importFields'
import { isHandlingWord, readCode } from '../cells/readCodeByField'
import { readTime } from '../cells/readTime'
import { foldHeader, isLevelHeader } from './headerText'
import { matchHeader, type HeaderMatch } from './matchHeader'
import { monthOfHeader } from './monthHeader'
import type { ColumnReason, ParsedColumn, SheetKind, SheetOverride } from './parsedSheet'
import type { FieldName } from '../cells/importFields'
import { kindOfSheet } from './sheetKind'
import type { SheetGrid } from './sheetGrid'

/** A column with where it is and what was read above it. */
export interface RecognisedColumn extends ParsedColumn {
  readonly index: number
  readonly parts: readonly string[]
}

/** What a table is and where it stands. */
export interface RecognisedSheet {
  readonly kind: SheetKind
  /** zero-based; empty when no header was found */
  readonly headerRows: readonly number[]
  readonly columns: readonly RecognisedColumn[]
  /** texts above the header and the sheet's name: they may name a year, a unit or a kind */
  readonly title: string
  /** the first row after the table */
  readonly end: number
}

/** What a column holds, by its words or its values. */
type ColumnMeaning = Omit<HeaderMatch, 'field'> & { readonly field: FieldName }

interface Candidate extends HeaderMatch {
  readonly column: number
}

const ROWS_SAMPLED = 200
const MOST_TITLE_ROWS = 3
const VALUES_SAMPLED = 40
/** Of a long text the beginning says what kind of text it is. */
const LONGEST_SAMPLE = 300
const LEAST_CONFIDENCE = 0.4
const SURE_OF_TRAIN = 0.6
const MOSTLY_TRAINS = 0.7

/**
 * Finds the tables of a sheet by what their headers say and by what stands under them, wherever they start: most sheets
 * have one, some have several below each other. A sheet without a header comes back as one table without columns.
 */
export function recogniseSheet(grid: SheetGrid, override: SheetOverride | undefined): RecognisedSheet[] {
  const chosenRows = override?.headerRows?.map((row) => row - 1)
  const first =
    chosenRows && chosenRows.length > 0
      ? { top: Math.min(...chosenRows), bottom: Math.max(...chosenRows) }
      : findHeader(grid)
  if (first === null)
    return [
      {
        kind: override?.kind ?? 'other',
        headerRows: [],
        columns: [],
        title: titleFrom(grid, textsIn(grid, 0, 6)),
        end: grid.rowCount,
      },
    ]

  const earlier = override?.headerRows === undefined ? earlierHeader(grid, first) : null
  const below = laterHeaders(grid, first)
  const places =
    earlier === null
      ? [first, ...below]
      : [earlier, ...laterHeaders(grid, earlier).filter(({ bottom }) => bottom < first.top), first, ...below]
  return places.map(({ top, bottom }, at) => {
    const above = at === 0 ? textsIn(grid, 0, top) : textsIn(grid, titleRow(grid, top), top)
    return table(
      grid,
      top,
      bottom,
      at + 1 < places.length ? headTop(grid, places[at + 1]!.top) : grid.rowCount,
      titleFrom(grid, above),
      override,
    )
  })
}

const MOST_GROUPS = 0.7
const LONGEST_GROUP_NAME = 16

/** Names of groups over the next header, without merges to tie them to it: few short words and no digit, where a record has a date. */
function headTop(grid: SheetGrid, header: number): number {
  const filled = (row: number) => (grid.sheet.rows[row] ?? []).filter((cell) => cell?.v !== undefined && cell.v !== '')
  const most = filled(header).length * MOST_GROUPS
  let top = header
  while (top > header - MOST_TITLE_ROWS && top > 0) {
    const cells = filled(top - 1)
    if (
      cells.length < 2 ||
      cells.length > most ||
      !cells.every(
        (cell) => cell?.t === 's' && String(cell.v).length <= LONGEST_GROUP_NAME && !/\d/.test(String(cell.v)),
      )
    )
      break
    top -= 1
  }
  return top
}

/** The table under a header whose place is known, of a kind that is known, such as the parts list inside a form. */
export function tableAt(grid: SheetGrid, top: number, bottom: number, end: number, kind: SheetKind): RecognisedSheet {
  return table(grid, top, bottom, end, grid.sheet.name, { kind })
}

function table(
  grid: SheetGrid,
  top: number,
  bottom: number,
  end: number,
  title: string,
  override: SheetOverride | undefined,
): RecognisedSheet {
  const headerRows = Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset)
  const columns = columnsUnder(grid, top, bottom, end, override?.columns)
  const kind = override?.kind ?? kindOfSheet(title, columns, isIndented(grid, bottom, end, columns))
  return { kind, headerRows, columns: columns.map((column) => ofKind(column, kind)), title, end }
}

const INDENTED_SHARE = 0.3

/** Do names of parts stand further in, the deeper the part? */
function isIndented(grid: SheetGrid, bottom: number, end: number, columns: readonly RecognisedColumn[]): boolean {
  const names = columns.find(({ field }) => field === 'node')?.index
  if (names === undefined) return false
  let [indented, all] = [0, 0]
  for (let row = bottom + 1; row < Math.min(end, bottom + ROWS_SAMPLED); row++) {
    const cell = grid.cell(row, names)
    if (cell?.t !== 's' || String(cell.v).trim() === '') continue
    all += 1
    if (/^[\s\u3000]+\S/u.test(String(cell.v))) indented += 1
  }
  return indented >= 2 && indented >= all * INDENTED_SHARE
}

/** The first of the rows with a single text right above a header: its title. */
function titleRow(grid: SheetGrid, top: number): number {
  let row = top
  while (
    row > 0 &&
    row > top - MOST_TITLE_ROWS &&
    (grid.sheet.rows[row - 1] ?? []).filter((cell) => cell?.v !== undefined && cell.v !== '').length === 1
  )
    row--
  return row
}

/** Outside a product structure 序号 only counts rows, and only a failure has a time of day. */
function ofKind(column: RecognisedColumn, kind: SheetKind): RecognisedColumn {
  const isForeign =
    (kind !== 'bom' && (column.field === 'code' || column.field === 'level')) ||
    (kind !== 'failure-ledger' && column.field === 'occurredTime')
  return isForeign && column.reason !== 'chosen' ? { ...column, field: null, confidence: 0, reason: 'none' } : column
}

/** A title is short; a page of text above a table is none. */
const LONGEST_TITLE_TEXT = 400
const LONGEST_TITLE = 20_000

const titleFrom = (grid: SheetGrid, texts: readonly string[]): string =>
  [grid.sheet.name, ...texts].join(' ').slice(0, LONGEST_TITLE)

function textsIn(grid: SheetGrid, top: number, bottom: number): string[] {
  const texts: string[] = []
  for (let row = top; row < Math.min(bottom, grid.rowCount); row++) {
    for (const column of grid.columns) {
      const cell = grid.cell(row, column)
      if (typeof cell?.v === 'string' && cell.v.length > LONGEST_TITLE_TEXT) continue
      const text = cellText(cell)
      if (text !== '') texts.push(text)
      if (texts.length > LONGEST_TITLE) return texts
    }
  }
  return texts
}

function columnsUnder(
  grid: SheetGrid,
  top: number,
  bottom: number,
  end: number,
  chosen: SheetOverride['columns'],
): RecognisedColumn[] {
  const headers = grid.columns.map((column) => headerParts(grid, top, bottom, column))
  const values = grid.columns.map((column) => valuesUnder(grid, bottom, end, column))
  const fields: Map<number, ColumnMeaning> = assignFields(headers, values)
  if (headers.filter((parts) => monthOfHeader(parts) !== null).length >= 2) nameTrainColumn(headers, values, fields)
  nameTimeColumn(headers, values, fields)
  nameParentColumn(headers, fields)
  placeNarrative(values, fields)
  return headers.flatMap((parts, place): RecognisedColumn[] => {
    const samples = (values[place] ?? []).slice(0, 3)
    if (parts.length === 0 && samples.length === 0) return []
    const index = grid.columns[place]!
    const column = columnLetter(index)
    const decided = chosen?.[column]
    const { field, confidence, reason } =
      decided === undefined
        ? meaning(parts, place, fields)
        : { field: decided, confidence: 1, reason: 'chosen' as const }
    return [{ column, header: parts.join('/'), field, confidence, reason, samples, index, parts }]
  })
}

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
