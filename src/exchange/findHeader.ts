import { matchHeader } from './matchHeader'
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

/** Finds the rows that name the columns: wherever they are, the place where most columns get a meaning. */
export function findHeader(grid: SheetGrid): HeaderPlace | null {
  let best: HeaderPlace | null = null
  const last = Math.min(grid.rowCount, ROWS_SEARCHED)
  for (let top = 0; top < last; top++) {
    for (let depth = 1; depth <= DEEPEST_HEADER && top + depth < grid.rowCount; depth++) {
      const score = headerScore(grid, top, top + depth - 1)
      if (score >= LEAST_SCORE && score > (best?.score ?? 0) + 0.01) best = { top, bottom: top + depth - 1, score }
    }
  }
  return best && withGroupRow(grid, best)
}

/** The header cells above one column, outermost first; a merged group counts for every column under it. */
export function headerParts(grid: SheetGrid, top: number, bottom: number, column: number): string[] {
  const parts: string[] = []
  let seen: unknown
  for (let row = top; row <= bottom; row++) {
    const range = grid.merge(row, column)
    if (range && range === seen) continue
    seen = range
    const text = range ? grid.text(range.top, range.left) : grid.text(row, column) || groupToTheLeft(grid, row, bottom, column)
    if (text !== '' && text !== parts.at(-1)) parts.push(text)
  }
  return parts
}

/** Without merges (CSV, HTML) a group name stands only over its first column. */
function groupToTheLeft(grid: SheetGrid, row: number, bottom: number, column: number): string {
  if (row === bottom || grid.sheet.merges.length > 0 || grid.text(bottom, column) === '') return ''
  for (let left = column - 1; left >= 0; left--) {
    const text = grid.text(row, left)
    if (text !== '') return grid.text(bottom, left) === '' ? '' : text
  }
  return ''
}

function headerScore(grid: SheetGrid, top: number, bottom: number): number {
  const fields = new Map<string, number>()
  let named = 0
  for (let column = 0; column < grid.columnCount; column++) {
    if (grid.cell(bottom, column)?.t === 'n' && monthOfHeader([grid.text(bottom, column)]) === null) named -= 1
    const parts = headerParts(grid, top, bottom, column)
    if (parts.length === 0) continue
    const month = monthOfHeader(parts)
    if (month) fields.set(`month ${month.year ?? ''}-${month.month}`, 0.8)
    const [match] = month ? [] : matchHeader(parts)
    if (match && match.confidence >= SURE_ENOUGH) fields.set(match.field, Math.max(fields.get(match.field) ?? 0, match.confidence))
  }
  let score = named * 0.5
  for (const confidence of fields.values()) score += confidence
  return score
}

/** Takes in a row of group names right above the header. */
function withGroupRow(grid: SheetGrid, place: HeaderPlace): HeaderPlace {
  const above = place.top - 1
  if (above < 0 || place.bottom - above >= DEEPEST_HEADER) return place
  const groups = new Set<unknown>()
  let cells = 0
  for (let column = 0; column < grid.columnCount; column++) {
    const range = grid.merge(above, column)
    if (range ? grid.text(range.top, range.left) !== '' : grid.text(above, column) !== '') {
      if (!groups.has(range ?? column)) cells++
      groups.add(range ?? column)
    }
  }
  const wide = grid.sheet.merges.filter((range) => range.top === above && range.bottom === above && range.right > range.left).length
  return cells >= 3 && wide >= 2 ? { ...place, top: above } : place
}
