/** Where the records of a table begin when no word of its header is known, or when it has none. */
import { monthOfHeader } from '../monthHeader'
import type { SheetGrid } from '../sheetGrid'

export interface DataBlock {
  /** zero-based; empty where the records begin without a header */
  readonly headerRows: readonly number[]
  /** the first row of records */
  readonly first: number
}

type CellClass = 'number' | 'code' | 'word' | 'text'

const ROWS_SEARCHED = 40
const ROWS_COMPARED = 150
const FEWEST_ROWS = 4
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 120
const WIDE = 0.4
const ALIKE = 0.6
const LONGEST_NAME = 40
const SOME = 0.25
const ROWS_AS_ONE = 15

function classOf(text: string): CellClass {
  if (/^[\d.,:/\-年月日\s+%]+$/.test(text)) return 'number'
  if (/\d/.test(text) && text.length <= 24) return 'code'
  return text.length <= 8 ? 'word' : 'text'
}

const isDigits = (kind: CellClass | null): boolean => kind === 'number' || kind === 'code'

/** The first rows alike below each other; null where the rows of a sheet have nothing in common. */
export function dataBlock(grid: SheetGrid): DataBlock | null {
  const columns = grid.columns.slice(0, MOST_COLUMNS)
  const last = Math.min(grid.rowCount, ROWS_COMPARED)
  const rows = Array.from({ length: last }, (_, row) => columns.map((column) => grid.text(row, column)))
  const filled = rows.map((row) => row.filter((text) => text !== '').length)
  for (let row = 0; row < Math.min(last, ROWS_SEARCHED); row++) {
    if (filled[row]! < 2) continue
    const below = rows.slice(row, row + ROWS_AS_ONE)
    const usual = columns.map((_, at) => usualClass(below.map((line) => line[at]!)))
    const width = usual.filter((kind) => kind !== null).length
    if (width < FEWEST_COLUMNS || !goesOn(below, usual, width) || isHeader(rows, row, width)) continue
    const above = rows[row - 1]?.filter((text) => text !== '') ?? []
    const isNamed = above.length >= Math.max(2, width * WIDE) && above.every((text) => text.length <= LONGEST_NAME)
    return { headerRows: isNamed ? [row - 1] : [], first: row }
  }
  return null
}

function isRecord(row: readonly string[], usual: readonly (CellClass | null)[], width: number): boolean {
  const filled = row.flatMap((text, at) => (text === '' ? [] : [at]))
  const alike = filled.filter((at) => classOf(row[at]!) === usual[at])
  const digits = alike.filter((at) => isDigits(usual[at]!)).length
  return (
    filled.length >= Math.max(2, width * WIDE) &&
    alike.length >= filled.length * ALIKE &&
    digits >= usual.filter(isDigits).length * SOME
  )
}

/** The first row is a record, and so are most of those below it that hold anything. */
function goesOn(rows: readonly (readonly string[])[], usual: readonly (CellClass | null)[], width: number): boolean {
  if (!isRecord(rows[0]!, usual, width)) return false
  const next = rows.filter((row) => row.some((text) => text !== ''))
  const records = next.filter((row) => isRecord(row, usual, width)).length
  return records >= FEWEST_ROWS && records >= next.length / 2
}

function usualClass(texts: readonly string[]): CellClass | null {
  const counts = new Map<CellClass, number>()
  for (const text of texts) if (text !== '') counts.set(classOf(text), (counts.get(classOf(text)) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1])
  return best === undefined || best[1] < 2 ? null : best[0]
}

/** Names of columns are texts that never come again under themselves, where other texts come again and again. */
function isHeader(rows: readonly (readonly string[])[], row: number, width: number): boolean {
  const cells = rows[row]!.flatMap((text, at) => (text === '' ? [] : [{ text, at }]))
  if (
    cells.length < width * ALIKE ||
    cells.some(({ text }) => classOf(text) === 'number' || text.length > LONGEST_NAME)
  )
    return false
  const below = (at: number): readonly string[] => rows.slice(row + 1).map((line) => line[at]!)
  if (cells.some(({ text, at }) => below(at).includes(text) && !isRepeatedRow(rows, row, at))) return false
  const repeating = cells.filter(({ at }) => {
    const values = below(at).filter((text) => text !== '')
    return new Set(values).size < values.length * 0.5
  })
  return (
    repeating.length >= 2 ||
    row === 0 ||
    rows.slice(0, row).every((line) => line.filter((text) => text !== '').length <= 2)
  )
}

/** A text that comes again with its whole row is a header printed on every page. */
function isRepeatedRow(rows: readonly (readonly string[])[], row: number, at: number): boolean {
  return rows.slice(row + 1).some((line) => {
    if (line[at] !== rows[row]![at]) return false
    const filled = rows[row]!.filter((text) => text !== '').length
    return line.filter((text, place) => text !== '' && text === rows[row]![place]).length >= filled / 2
  })
}

const FEWEST_RECURRING = 2

/** Words that name columns stand in records too: do the texts of this row come again under themselves, as values do? */
export function isRecordRow(grid: SheetGrid, row: number): boolean {
  const columns = grid.columns.slice(0, MOST_COLUMNS)
  const last = Math.min(grid.rowCount, row + ROWS_COMPARED)
  const rows = Array.from({ length: last - row }, (_, at) => columns.map((column) => grid.text(row + at, column)))
  const filled = rows[0]!.flatMap((text, at) => (text === '' ? [] : [at]))
  const recurring = filled.filter(
    (at) => rows.slice(1).some((line) => line[at] === rows[0]![at]) && !isRepeatedRow(rows, 0, at),
  )
  const among = filled.filter((at) => {
    const text = rows[0]![at]!
    return (
      isDigits(classOf(text)) &&
      monthOfHeader([text]) === null &&
      classOf(text) === usualClass(rows.map((line) => line[at]!))
    )
  })
  return [recurring, among].some((found) => found.length >= FEWEST_RECURRING && found.length >= filled.length * SOME)
}

const FEWEST_NAMES = 3
/** `填报单位：松岭服务站` above a table. */
const isTitle = (texts: readonly string[]): boolean =>
  texts.length <= 1 || texts.every((text) => /[:：]\s*\S/.test(text))
const DEEPEST_HEADER = 3

/** Tables that begin anew below an empty row or a lone title, under names of their own. */
export function laterBlocks(grid: SheetGrid, block: DataBlock): { readonly top: number; readonly bottom: number }[] {
  const columns = grid.columns.slice(0, MOST_COLUMNS)
  const texts = (row: number): readonly string[] => columns.map((column) => grid.text(row, column))
  const filled = (row: number): readonly string[] => texts(row).filter((text) => text !== '')
  const isNames = (row: number, least: number): boolean => {
    const names = filled(row)
    return (
      names.length >= least &&
      names.every((text) => text.length <= LONGEST_NAME && !isDigits(classOf(text)) && !/\d/.test(text))
    )
  }
  const header = texts(Math.max(0, block.first - 1))
  const found: { top: number; bottom: number }[] = []
  for (let row = block.first + FEWEST_ROWS; row < grid.rowCount - 1; row++) {
    if (!isTitle(filled(row - 1)) || !isNames(row, 2)) continue
    let bottom = row
    while (bottom + 1 < Math.min(grid.rowCount, row + DEEPEST_HEADER) && isNames(bottom + 1, 2)) bottom++
    if (texts(bottom).every((text, at) => text === '' || text === header[at])) continue
    if (!isNames(bottom, FEWEST_NAMES) || filled(bottom + 1).length < FEWEST_NAMES) continue
    found.push({ top: row, bottom })
    row = bottom
  }
  return found
}
