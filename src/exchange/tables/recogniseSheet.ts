import type { Field } from '../../domain/records/field'
import { cellText } from '../cells/cellText'
import { columnsUnder } from './columnsUnder'
import { earlierHeader, findHeader, headerParts, laterHeaders, type HeaderPlace } from './findHeader'
import { dataBlock, isRecordRow, laterBlocks } from './meaning/dataBlock'
import { NO_NAMES, type KnownNames } from './meaning/knownNames'
import { monthOfHeader } from './monthHeader'
import type { ParsedColumn, SheetKind, SheetOverride } from './parsedSheet'
import { kindOfSheet } from './sheetKind'
import type { SheetGrid } from './sheetGrid'

/** A column with where it is and what was read above it. */
export interface RecognisedColumn extends ParsedColumn {
  readonly index: number
  readonly parts: readonly string[]
  /** km of a bare number, where no header names a unit and the numbers themselves tell it */
  readonly unitKm?: number
  /** the field the company added that it holds */
  readonly company?: Field
}

/** What a table is and where it stands. */
export interface RecognisedSheet {
  readonly kind: SheetKind
  /** zero-based; empty when no header was found */
  readonly headerRows: readonly number[]
  /** the first row of records where no header stands above them */
  readonly first?: number
  readonly columns: readonly RecognisedColumn[]
  /** texts above the header and the sheet's name: they may name a year, a unit or a kind */
  readonly title: string
  /** the first row after the table */
  readonly end: number
  /** km of one unit of its distances, where a person said it */
  readonly unitKm?: number
  /** they are readings of the odometer, as a person said */
  readonly isOdometer?: true
}

const ROWS_SAMPLED = 200
const MOST_TITLE_ROWS = 3

/**
 * Finds the tables of a sheet by what their headers say and by what stands under them, wherever they start: most sheets
 * have one, some have several below each other. Where no header is known the rows themselves say where a table begins.
 * A sheet without rows alike comes back as one table without columns.
 */
export function recogniseSheet(
  grid: SheetGrid,
  override: SheetOverride | undefined,
  known: KnownNames = NO_NAMES,
): RecognisedSheet[] {
  const chosenRows = override?.headerRows?.map((row) => row - 1)
  const orNothing = (tables: RecognisedSheet[]): RecognisedSheet[] =>
    tables.length > 0 ? tables : [noTable(grid, override)]
  if (chosenRows?.length === 0) return orNothing(tablesByContent(grid, override, known, true))
  const first = chosenRows ? { top: Math.min(...chosenRows), bottom: Math.max(...chosenRows) } : headerByWords(grid)
  const worded = first === null ? [] : tablesFrom(grid, first, override, known)
  if (chosenRows !== undefined || worded.some(({ kind }) => kind !== 'other')) return worded
  const byContent = tablesByContent(grid, override, known, false)
  return worded.length === 0 || byContent.some(({ kind }) => kind !== 'other') ? orNothing(byContent) : worded
}

/** The words of a header stand in records too; a row like those below it names no columns. */
function headerByWords(grid: SheetGrid): HeaderPlace | null {
  const place = findHeader(grid)
  if (place === null || namesMonths(grid, place)) return place
  for (let row = place.top; row <= place.bottom; row++) if (isRecordRow(grid, row)) return null
  return place
}

/** Years over months are numbers over numbers. */
const namesMonths = (grid: SheetGrid, { top, bottom }: HeaderPlace): boolean =>
  grid.columns.filter((column) => monthOfHeader(headerParts(grid, top, bottom, column)) !== null).length >= 2

const noTable = (grid: SheetGrid, override: SheetOverride | undefined): RecognisedSheet => ({
  kind: override?.kind ?? 'other',
  headerRows: [],
  columns: [],
  title: titleFrom(grid, textsIn(grid, 0, 6)),
  end: grid.rowCount,
})

/** The tables whose rows are alike, under whatever header; none where no rows are. */
function tablesByContent(
  grid: SheetGrid,
  override: SheetOverride | undefined,
  known: KnownNames,
  isBare: boolean,
): RecognisedSheet[] {
  const block = dataBlock(grid)
  if (block === null) return []
  const { headerRows, first } = block
  const top = isBare ? first : (headerRows[0] ?? first)
  const later = isBare ? [] : laterBlocks(grid, block)
  const places = [{ top, bottom: first - 1 }, ...later]
  return places.map((place, at) => {
    const above = at === 0 ? textsIn(grid, 0, place.top) : textsIn(grid, titleRow(grid, place.top), place.top)
    const end = places[at + 1]?.top ?? grid.rowCount
    return table(grid, place.top, place.bottom, end, titleFrom(grid, above), override, known)
  })
}

/** The table under the header found first, and those above and below it. */
function tablesFrom(
  grid: SheetGrid,
  first: Pick<HeaderPlace, 'top' | 'bottom'>,
  override: SheetOverride | undefined,
  known: KnownNames,
): RecognisedSheet[] {
  const earlier = override?.headerRows === undefined ? earlierHeader(grid, first) : null
  const below = laterHeaders(grid, first)
  const places =
    earlier === null
      ? [first, ...below]
      : [earlier, ...laterHeaders(grid, earlier).filter(({ bottom }) => bottom < first.top), first, ...below]
  return places.map(({ top, bottom }, at) => {
    const above = at === 0 ? textsIn(grid, 0, top) : textsIn(grid, titleRow(grid, top), top)
    const end = at + 1 < places.length ? headTop(grid, places[at + 1]!.top) : grid.rowCount
    return table(grid, top, bottom, end, titleFrom(grid, above), override, known)
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
  return table(grid, top, bottom, end, grid.sheet.name, { kind }, NO_NAMES)
}

function table(
  grid: SheetGrid,
  top: number,
  bottom: number,
  end: number,
  title: string,
  override: SheetOverride | undefined,
  known: KnownNames,
): RecognisedSheet {
  const headerRows = Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset)
  const columns = columnsUnder(grid, { top, bottom, end }, override, known)
  const kind = override?.kind ?? kindOfSheet(title, columns, isIndented(grid, bottom, end, columns))
  const own = columns.map((column) => ofKind(column, kind))
  return { kind, headerRows, ...(headerRows.length === 0 ? { first: top } : {}), columns: own, title, end }
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
