/** Sheets on which a second table stands beside the first, behind an empty column: each is read as a sheet of its own. */
import { columnLetter } from '../open/columnLetter'
import { findHeader, type HeaderPlace } from './findHeader'
import { fullRows } from './fullRows'
import { foldHeader } from './headerText'
import type { RawCell, RawRow, RawSheet, RawWorkbook } from '../open/rawWorkbook'
import { recogniseSheet, type RecognisedSheet } from './recogniseSheet'
import { sheetGrid, type SheetGrid } from './sheetGrid'

/** Columns from the first to the last, zero-based, and the rows they are filled in from the header of the sheet down. */
interface Block {
  readonly left: number
  readonly right: number
  readonly first: number
  readonly last: number
  /** Share of the cells between these rows that are filled. */
  readonly density: number
}

/** Titles reach over gaps. */
const MOST_TITLES_OVER_GAP = 3
const FEWEST_ROWS = 5
const FEWEST_FIELDS = 3
/** A column that belongs to the table next to it is filled as far down; a table of its own ends where it ends. */
const CLEARLY_SHORTER = 0.6
const DENSE = 0.8
const FEWEST_REPEATED = 2
const SUMS = /^(?:合计|总计|小计|共计|total|sum|占比|比例|百分比|share|percent)/

/** The workbook with such sheets taken apart. Cells keep their addresses; the largest table keeps the name of the sheet. */
export function splitTables(workbook: RawWorkbook): RawWorkbook {
  const names = new Set(workbook.sheets.map(({ name }) => name))
  const sheets = workbook.sheets.flatMap((sheet) => {
    const parts = splitSheet(sheet)
    return parts.map((part) =>
      part.name === sheet.name || !names.has(part.name) ? part : { ...part, name: `${part.name} *` },
    )
  })
  return sheets.length === workbook.sheets.length ? workbook : { ...workbook, sheets }
}

function splitSheet(sheet: RawSheet): readonly RawSheet[] {
  if (!mayHaveGap(sheet.rows)) return [sheet]
  const grid = sheetGrid(sheet)
  const place = findHeader(grid)
  if (place === null) return [sheet]
  const blocks = blocksOf(grid, place.top)
  if (blocks.length < 2) return [sheet]
  const read = blocks.map((block) => ({
    block,
    tables: recogniseSheet(sheetGrid(onlyColumns(sheet, place, [block])), undefined),
  }))
  const main = read.reduce((best, other) =>
    fieldsOf(other.tables[0]).size > fieldsOf(best.tables[0]).size ? other : best,
  )
  const table = main.tables[0]
  if (
    table === undefined ||
    table.kind === 'other' ||
    fieldsOf(table).size < FEWEST_FIELDS ||
    fullRows(grid, table) < FEWEST_ROWS
  )
    return [sheet]
  const [together] = recogniseSheet(grid, undefined)
  const apart = read.filter(
    (other) => other !== main && standsApart(grid, place, main.block, table, other.block, other.tables[0], together),
  )
  if (apart.length === 0) return [sheet]
  const rest = read.filter((other) => !apart.includes(other)).map(({ block }) => block)
  return [
    onlyColumns(sheet, place, rest),
    ...apart.map(({ block }) => ({
      ...onlyColumns(sheet, place, [block]),
      name: `${sheet.name} (${columnLetter(block.left)}–${columnLetter(block.right)})`,
    })),
  ]
}

/** Cheap, because every sheet is asked: a column between others with hardly a cell in it. */
function mayHaveGap(rows: readonly RawRow[]): boolean {
  const filled: number[] = []
  for (const row of rows)
    row?.forEach((cell, column) => {
      if (isFilled(cell)) filled[column] = (filled[column] ?? 0) + 1
    })
  const counts = Array.from(filled, (count) => count ?? 0)
  return counts.slice(counts.findIndex((count) => count > 0)).some((count) => count <= MOST_TITLES_OVER_GAP)
}

function emptyColumns(rows: readonly RawRow[], from: number): readonly boolean[] {
  const isEmpty: boolean[] = []
  for (let at = from; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined) continue
    for (let column = 0; column < row.length; column++) {
      isEmpty[column] ??= true
      if (isEmpty[column] && isFilled(row[column])) isEmpty[column] = false
    }
  }
  return Array.from(isEmpty, (empty) => empty ?? true)
}

const isFilled = (cell: RawCell | undefined): boolean => cell?.v !== undefined && cell.v !== ''

function blocksOf(grid: SheetGrid, top: number): readonly Block[] {
  const isEmpty = emptyColumns(grid.sheet.rows, top)
  const blocks: Block[] = []
  for (let left = 0; left < isEmpty.length; left++) {
    if (isEmpty[left]) continue
    let right = left
    while (isEmpty[right + 1] === false) right++
    blocks.push(blockAt(grid, top, left, right))
    left = right
  }
  return blocks
}

function blockAt(grid: SheetGrid, top: number, left: number, right: number): Block {
  let [first, last, cells] = [grid.rowCount, top, 0]
  for (let row = top; row < grid.rowCount; row++)
    for (let column = left; column <= right; column++) {
      if (!isFilled(grid.cell(row, column)) && grid.merge(row, column) === undefined) continue
      first = Math.min(first, row)
      last = row
      cells += 1
    }
  return { left, right, first, last, density: cells / Math.max(1, (last - first + 1) * (right - left + 1)) }
}

const fieldsOf = (table: RecognisedSheet | undefined): ReadonlySet<string> =>
  new Set((table?.columns ?? []).flatMap(({ field }) => field ?? []))

/** Does the block not continue the rows of the table beside it? */
function standsApart(
  grid: SheetGrid,
  place: HeaderPlace,
  main: Block,
  table: RecognisedSheet,
  block: Block,
  own: RecognisedSheet | undefined,
  together: RecognisedSheet | undefined,
): boolean {
  const isWide = block.right > block.left
  const height = ({ first, last }: Block): number => last - first + 1
  // It has no name in the row that names the columns: a table that begins further down, or a remark beside one.
  if (block.first > place.bottom)
    return isWide ? block.density >= DENSE : height(block) < height(main) * CLEARLY_SHORTER
  if (!isWide) return false
  const names = (column: number): string => foldHeader(grid.text(place.bottom, column))
  const known = new Set(table.columns.map(({ index }) => names(index)).filter((name) => name !== ''))
  const repeated = Array.from({ length: block.right - block.left + 1 }, (_, at) => names(block.left + at)).filter(
    (name) => known.has(name),
  ).length
  if (own !== undefined && own.kind !== 'other' && repeated >= FEWEST_REPEATED) return true
  const isShorter = height(block) < height(main) * CLEARLY_SHORTER || height(main) < height(block) * CLEARLY_SHORTER
  if (!isShorter || block.density < DENSE) return false
  const means =
    together?.columns.some(({ index, field }) => index >= block.left && index <= block.right && field !== null) ?? false
  return !means || hasSums(grid, block) || isSpoilt(table, together) || isLost(own, together)
}

const fieldAt = (table: RecognisedSheet | undefined, index: number): string | null =>
  table?.columns.find((column) => column.index === index)?.field ?? null

/** Read together, a column of the table means something else than alone: the other table took its name. */
const isSpoilt = (table: RecognisedSheet, together: RecognisedSheet | undefined): boolean =>
  table.columns.some(({ index, field }) => field !== null && fieldAt(together, index) !== field)

/** A column that means something alone means nothing beside the table, which has one like it. */
const isLost = (own: RecognisedSheet | undefined, together: RecognisedSheet | undefined): boolean =>
  own?.columns.some(({ index, field }) => field !== null && fieldAt(together, index) === null) ?? false

function hasSums(grid: SheetGrid, { left, right, first, last }: Block): boolean {
  for (let row = first; row <= last; row++)
    for (let column = left; column <= right; column++) if (SUMS.test(foldHeader(grid.text(row, column)))) return true
  return false
}

/** The sheet with all other columns empty; a title that stands alone above the tables is the title of each. */
function onlyColumns(
  sheet: RawSheet,
  { top }: HeaderPlace,
  blocks: readonly Pick<Block, 'left' | 'right'>[],
): RawSheet {
  const isInside = (column: number): boolean => blocks.some(({ left, right }) => column >= left && column <= right)
  const rows = sheet.rows.map((row, at): RawRow => {
    if (row === undefined || (at < top && row.filter(isFilled).length === 1)) return row
    return row.map((cell, column) => (isInside(column) ? cell : undefined))
  })
  let end = rows.length
  while (end > 0 && rows[end - 1]?.some(isFilled) !== true) end--
  return {
    ...sheet,
    rows: rows.slice(0, end),
    merges: sheet.merges.filter(({ left, right, bottom }) => bottom < top || (isInside(left) && isInside(right))),
  }
}
