import { isLevelHeader } from './headerText'
import { isListedHeader, matchHeader } from './matchHeader'
import { monthOfHeader } from './monthHeader'
import type { SheetGrid } from './sheetGrid'

/** Where a table's header stands, zero-based, both ends included. */
export interface HeaderPlace {
  readonly top: number
  readonly bottom: number
  readonly score: number
}

const ROWS_SEARCHED = 80
const DEEPEST_HEADER = 3
const LEAST_SCORE = 2
const SURE_ENOUGH = 0.5
const LIKELY_HEADER = 0.85
/** A header this telling is not beaten by rows far below it. */
const CERTAIN_SCORE = 5
const ROWS_AFTER_CERTAIN = 12
const CLEARLY_MORE = 1.2
/** Of the cells of a header far down a sheet, so many must be header words: in data such words stand too, but among others. */
const MOSTLY_HEADERS = 0.6
const SOME_HEADERS = 0.35
const LEAST_LATER_SCORE = 3
/** A table has at least two rows. */
const FEWEST_ROWS_ABOVE = 2
const LEADING_TEXTS = 8
const LONGEST_HEADER_WORD = 40
/** Columns under one group name. */
const WIDEST_GROUP = 64
const MONTH_OF_TRAINS = 0.3
const NAME_AND_NUMBER = 0.3
/** `填报日期：2018年1月5日` above a table is no name of a group of columns. */
const SAYS_ITS_VALUE = /[:：]\s*\S/

/** Finds the rows that name the columns: wherever they are, the place where most columns get a meaning. */
export function findHeader(grid: SheetGrid, rows = ROWS_SEARCHED): HeaderPlace | null {
  let best: HeaderPlace | null = null
  const last = Math.min(grid.rowCount, rows)
  // Depth outside: of equal places the one with fewer rows wins, so a title stays out.
  for (let depth = 1; depth <= DEEPEST_HEADER; depth++) {
    for (let top = 0; top < last && top + depth < grid.rowCount; top++) {
      if (best && best.score >= CERTAIN_SCORE && top > best.top + ROWS_AFTER_CERTAIN) break
      const score = headerScore(grid, top, top + depth - 1)
      // A print-out repeats its header on every page; the first one counts unless a later one says clearly more.
      const toBeat =
        best === null ? 0 : best.score >= CERTAIN_SCORE && top > best.bottom ? best.score * CLEARLY_MORE : best.score
      if (score >= LEAST_SCORE && score > toBeat + 0.01) best = { top, bottom: top + depth - 1, score }
    }
  }
  return best && withGroupRow(grid, best)
}

/** A header that says nothing in so many columns says nothing. */
const COLUMNS_SEARCHED = 300

const searched = (grid: SheetGrid): readonly number[] =>
  grid.columns.length > COLUMNS_SEARCHED ? grid.columns.slice(0, COLUMNS_SEARCHED) : grid.columns

/** The header of a smaller table above the one that names most columns; null when nothing stands there but titles. */
export function earlierHeader(grid: SheetGrid, { top }: Pick<HeaderPlace, 'top'>): HeaderPlace | null {
  const above = top > FEWEST_ROWS_ABOVE ? findHeader(grid, top - FEWEST_ROWS_ABOVE) : null
  return above !== null &&
    above.score >= LEAST_LATER_SCORE &&
    top - above.bottom > FEWEST_ROWS_ABOVE &&
    headerShare(grid, above.bottom) >= MOSTLY_HEADERS
    ? above
    : null
}

/**
 * Headers of further tables below the first: rows that name columns in other words than the header above them.
 * A header that only repeats the one above, as print-outs do on every page, is none, unless a title stands over it.
 */
export function laterHeaders(grid: SheetGrid, first: Pick<HeaderPlace, 'top' | 'bottom'>): HeaderPlace[] {
  const found: HeaderPlace[] = []
  let current: Pick<HeaderPlace, 'top' | 'bottom'> = first
  for (let row = first.bottom + 1; row < grid.rowCount - 1; row++) {
    if (!beginsWithHeaders(grid, row)) continue
    const place = deepestHeader(grid, row)
    if (place === null || (repeats(grid, current, place) && !hasTitle(grid, place.top))) continue
    found.push(place)
    current = place
    row = place.bottom
  }
  return found
}

/**
 * Two of the first texts of the row are headers, and no number stands before them. Cheap, because every row of a sheet
 * is asked: a row that looks like the one above it is taken for a header only by words somebody listed.
 */
function beginsWithHeaders(grid: SheetGrid, row: number): boolean {
  const isHeader = continuesTexts(grid, row) ? isListedHeader : isHeaderWord
  let texts = 0
  let headers = 0
  for (const cell of grid.sheet.rows[row] ?? []) {
    if (cell === undefined || cell.v === '') continue
    if (typeof cell.v !== 'string' || cell.v.length > LONGEST_HEADER_WORD) return false
    if (isHeader(cell.v)) headers++
    texts++
    if (headers >= 2) return true
    if (texts > LEADING_TEXTS) return false
  }
  return false
}

/** Nothing but texts in the same columns as in the row above: a row of a list of texts goes on like that. */
function continuesTexts(grid: SheetGrid, row: number): boolean {
  const [before, line] = [grid.sheet.rows[row - 1] ?? [], grid.sheet.rows[row] ?? []]
  let texts = 0
  for (let column = 0; column < Math.max(before.length, line.length); column += 1) {
    if ((before[column] === undefined) !== (line[column] === undefined)) return false
    if (before[column] === undefined) continue
    if (before[column]!.t !== 's' || line[column]!.t !== 's') return false
    texts += 1
  }
  return texts >= FEWEST_TEXTS
}

const FEWEST_TEXTS = 3

const isHeaderWord = (text: string): boolean => (matchHeader([text])[0]?.confidence ?? 0) >= LIKELY_HEADER

function deepestHeader(grid: SheetGrid, top: number): HeaderPlace | null {
  let best: HeaderPlace | null = null
  for (let bottom = top; bottom < top + DEEPEST_HEADER && bottom < grid.rowCount - 1; bottom++) {
    if (headerShare(grid, bottom) < (bottom === top && beginsAnew(grid, top) ? SOME_HEADERS : MOSTLY_HEADERS)) continue
    const score = headerScore(grid, top, bottom)
    if (score >= LEAST_LATER_SCORE && score > (best?.score ?? 0) + 0.01) best = { top, bottom, score }
  }
  return best && withGroupRow(grid, best)
}

/**
 * After an empty row, a lone title or a line such as 填报单位：松岭服务站, a row of short words without a digit may name
 * columns nobody knows among some that are known.
 */
function beginsAnew(grid: SheetGrid, row: number): boolean {
  const filled = (at: number) => (grid.sheet.rows[at] ?? []).filter((cell) => cell?.v !== undefined && cell.v !== '')
  const before = filled(row - 1)
  return (
    (before.length <= 1 || before.every((cell) => SAYS_ITS_VALUE.test(String(cell?.v)))) &&
    filled(row).every(
      (cell) => cell?.t === 's' && String(cell.v).length <= LONGEST_HEADER_WORD && !/\d/.test(String(cell.v)),
    )
  )
}

function headerShare(grid: SheetGrid, row: number): number {
  let headers = 0
  let all = 0
  for (const column of searched(grid)) {
    const text = grid.text(row, column)
    if (text === '') continue
    all++
    if (
      (matchHeader([text])[0]?.confidence ?? 0) >= SURE_ENOUGH ||
      monthOfHeader([text]) !== null ||
      /^(?:序号|no\.?|项次|#)$/i.test(text)
    )
      headers++
  }
  return all === 0 ? 0 : headers / all
}

function repeats(grid: SheetGrid, { bottom }: Pick<HeaderPlace, 'bottom'>, later: HeaderPlace): boolean {
  let same = 0
  let all = 0
  for (const column of searched(grid)) {
    const text = grid.text(later.bottom, column)
    if (text === '') continue
    all++
    if (text === grid.text(bottom, column)) same++
  }
  return same >= all / 2
}

function hasTitle(grid: SheetGrid, top: number): boolean {
  const above = (grid.sheet.rows[top - 1] ?? []).filter((cell) => cell?.v !== undefined && cell.v !== '')
  return above.length === 1 && /(?:19|20)\d{2}/.test(String(above[0]?.v))
}

/** The header cells above one column, outermost first; a merged group counts for every column under it. */
export function headerParts(grid: SheetGrid, top: number, bottom: number, column: number): string[] {
  const parts: string[] = []
  let seen: unknown
  for (let row = top; row <= bottom; row++) {
    const range = grid.merge(row, column)
    if (range && range === seen) continue
    seen = range
    const text = range
      ? grid.text(range.top, range.left)
      : grid.text(row, column) || groupToTheLeft(grid, row, bottom, column)
    if (text !== '' && text !== parts.at(-1) && (row === bottom || !SAYS_ITS_VALUE.test(text))) parts.push(text)
  }
  return parts
}

/** Without merges (CSV, HTML) a group name stands only over its first column. */
function groupToTheLeft(grid: SheetGrid, row: number, bottom: number, column: number): string {
  if (row === bottom || grid.sheet.merges.length > 0 || grid.text(bottom, column) === '') return ''
  for (let left = column - 1; left >= Math.max(0, column - WIDEST_GROUP); left--) {
    const text = grid.text(row, left)
    if (text !== '') return grid.text(bottom, left) === '' ? '' : text
  }
  return ''
}

function headerScore(grid: SheetGrid, top: number, bottom: number): number {
  const fields = new Map<string, number>()
  let named = 0
  for (const column of searched(grid)) {
    if (grid.cell(bottom, column)?.t === 'n' && monthOfHeader([grid.text(bottom, column)]) === null) named -= 1
    const parts = headerParts(grid, top, bottom, column)
    if (parts.length === 0) continue
    const month = monthOfHeader(parts)
    if (month) fields.set(`month ${month.year ?? ''}-${month.month}`, 0.8)
    if (isLevelHeader(parts.at(-1)!)) fields.set(`level ${parts.at(-1)}`, 0.8)
    const [match] = month ? [] : matchHeader(parts)
    if (match && match.confidence >= SURE_ENOUGH)
      fields.set(match.field, Math.max(fields.get(match.field) ?? 0, match.confidence))
  }
  let score = named * 0.5
  // A train and a single month say little each, but together they are a sheet of distances.
  if (fields.has('trainNo') && [...fields.keys()].some((name) => name.startsWith('month '))) score += MONTH_OF_TRAINS
  // So are a name and a part number alone a list of parts.
  if (fields.size === 2 && fields.has('node') && fields.has('partNo')) score += NAME_AND_NUMBER
  for (const confidence of fields.values()) score += confidence
  return score
}

/** Takes in the rows of group names right above the header: what reaches down into it belongs to it. */
function withGroupRow(grid: SheetGrid, place: HeaderPlace): HeaderPlace {
  const above = place.top - 1
  if (above < 0 || place.bottom - above >= DEEPEST_HEADER) return place
  const reachesDown = grid.mergesIn(above).some((range) => range.bottom >= place.top && range.bottom <= place.bottom)
  return reachesDown || isGroupRow(grid, above) ? withGroupRow(grid, { ...place, top: above }) : place
}

function isGroupRow(grid: SheetGrid, row: number): boolean {
  const wide = grid
    .mergesIn(row)
    .filter((range) => range.top === row && range.bottom === row && range.right > range.left).length
  let cells = 0
  for (const column of grid.columns) if (grid.text(row, column) !== '') cells++
  return (
    wide >= 2 &&
    (cells >= 3 ||
      (cells === wide && !(grid.sheet.rows[row] ?? []).some((cell) => SAYS_ITS_VALUE.test(String(cell?.v ?? '')))))
  )
}
