/** Which merged range covers a place: row by row, so that a range over a whole sheet costs its rows and not its cells. */
import type { CellRange, RawRow, RawSheet } from '../open/rawWorkbook'

export interface MergeIndex {
  at(row: number, column: number): CellRange | undefined
  in(row: number): readonly CellRange[]
}

/** Ranges never overlap in a file that a spreadsheet program wrote; of those that do, the first counts. */
const MOST_STEPS = 20_000_000
const NONE: readonly CellRange[] = []

/** Cells under a merge of several rows and columns show nothing: where they hold a table, nobody merged it. */
const FEWEST_OF_A_TABLE = 3
const CORNER = 20

function coversTable({ top, left, bottom, right }: CellRange, rows: readonly RawRow[]): boolean {
  if (bottom === top || right === left) return false
  let filled = 0
  for (let row = top; row <= Math.min(bottom, top + CORNER, rows.length - 1); row += 1)
    for (let column = left; column <= Math.min(right, left + CORNER); column += 1)
      if (rows[row]?.[column] !== undefined && (row !== top || column !== left)) filled += 1
  return filled >= FEWEST_OF_A_TABLE
}

/** What reaches below the last row covers nothing. */
export function mergeIndex({ merges, rows: cells }: Pick<RawSheet, 'merges' | 'rows'>): MergeIndex {
  const rowCount = cells.length
  if (merges.length === 0) return { at: () => undefined, in: () => NONE }
  const rows = new Map<number, CellRange[]>()
  let steps = 0
  for (const range of merges) {
    const bottom = Math.min(range.bottom, rowCount - 1)
    if (range.top > bottom || range.left > range.right || range.top < 0) continue
    if (!isFree(rows.get(bottom), range) || coversTable(range, cells)) continue
    let row = range.top
    while (row <= bottom && isFree(rows.get(row), range)) row += 1
    steps += row - range.top
    if (steps > MOST_STEPS) break
    if (row <= bottom) continue
    for (let free = range.top; free <= bottom; free += 1) {
      const line = rows.get(free)
      if (line === undefined) rows.set(free, [range])
      else line.splice(placeOf(line, range.left), 0, range)
    }
  }
  return {
    at: (row, column) => {
      const line = rows.get(row)
      const found = line?.[placeOf(line, column + 1) - 1]
      return found !== undefined && found.right >= column ? found : undefined
    },
    in: (row) => rows.get(row) ?? NONE,
  }
}

/** How many ranges of a row begin left of a column. */
function placeOf(line: readonly CellRange[], column: number): number {
  let [low, high] = [0, line.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (line[middle]!.left < column) low = middle + 1
    else high = middle
  }
  return low
}

function isFree(line: readonly CellRange[] | undefined, { left, right }: CellRange): boolean {
  if (line === undefined) return true
  const before = line[placeOf(line, right + 1) - 1]
  return before === undefined || before.right < left
}
