/** Proposes which cell of a template takes which field, from the labels printed beside, above and in the cells. */
import type { Fields } from '../../../domain/records/field'
import { columnLetter } from '../../open/columnLetter'
import { fieldOfHeader, fieldOfLabel } from './labelledFields'
import type { SheetView, ViewCell } from './sheetView'
import type { BoundLines } from './templateBinding'
import { KINDS_OF_TEMPLATE, type TemplateKind } from './templateKinds'

export interface ProposedCell {
  readonly cell: string
  readonly field: string
  /** The words that say so, and where they stand. */
  readonly label: string
  readonly where: 'left' | 'above' | 'inside'
}

export interface ProposedLines extends BoundLines {
  /** Header words by column. */
  readonly labels: Readonly<Record<string, string>>
}

export interface ProposedBinding {
  readonly cells: readonly ProposedCell[]
  readonly lines: readonly ProposedLines[]
}

const FEWEST_HEADERS = 3
const FEWEST_LEDGER_HEADERS = 4
const TO_BE_FILLED = /[□☐]|[_＿]{2,}/
const INSIDE = /^([^:：□☐]{1,20})[:：][\s_＿]*$/
const addressOf = (column: number, row: number): string => columnLetter(column) + row

/** The cell at each place, a merged one at all of its places. */
function cellsByPlace(view: SheetView): Map<string, ViewCell> {
  const owner = new Map<string, ViewCell>()
  for (const cell of view.cells)
    for (let row = cell.row; row < cell.row + cell.rows; row += 1)
      for (let column = cell.column; column < cell.column + cell.columns; column += 1)
        owner.set(`${column},${row}`, cell)
  return owner
}

/** @param company fields the company added to failures */
export function proposeBinding(view: SheetView, kind: TemplateKind, company: Fields = {}): ProposedBinding {
  const owner = cellsByPlace(view)
  const lines = KINDS_OF_TEMPLATE[kind].lists.flatMap(({ list }) => linesOf(view, owner, { kind, company }, list) ?? [])
  const isOfLines = (row: number): boolean =>
    lines.some(({ firstRow, preparedRows }) => row >= firstRow - 1 && row < firstRow + preparedRows)

  const cells: ProposedCell[] = []
  const taken = new Set<string>()
  const used = new Set<string>()
  const add = (target: ViewCell, field: string, label: string, where: ProposedCell['where']): void => {
    const cell = addressOf(target.column, target.row)
    if (taken.has(cell) || used.has(field)) return
    taken.add(cell)
    used.add(field)
    cells.push({ cell, field, label, where })
  }
  for (const cell of view.cells) {
    const text = cell.text.trim()
    if (text === '' || isOfLines(cell.row)) continue
    const titled = titleField(text, kind)
    if (titled !== undefined) {
      add(cell, titled, text, 'inside')
      continue
    }
    const [, before] = INSIDE.exec(text) ?? []
    const field = fieldOfLabel(before ?? text, kind, company)
    if (field === undefined) continue
    const right = owner.get(`${cell.column + cell.columns},${cell.row}`)
    if (right !== undefined && isFree(right)) add(right, field, text, 'left')
    else if (before !== undefined) add(cell, field, before, 'inside')
    else {
      const below = owner.get(`${cell.column},${cell.row + cell.rows}`)
      if (below !== undefined && isFree(below) && below.column === cell.column && below.columns >= cell.columns)
        add(below, field, text, 'above')
    }
  }
  return { cells, lines }
}

const isFree = ({ text }: ViewCell): boolean => text.trim() === '' || TO_BE_FILLED.test(text)

/** `____年度售后台账`, `____年__月汇总`: a title with gaps for the time it is about. */
function titleField(text: string, kind: TemplateKind): string | undefined {
  if (kind === 'summary' && /[_＿]{2,}\s*年\s*[_＿]+\s*月/.test(text)) return 'titleMonth'
  if (kind === 'ledger' && /[_＿]{2,}\s*年/.test(text) && !/月|日/.test(text)) return 'titleYear'
  return kind === 'ledger' && /^(?:统计)?(?:期间|时间|起止)[^:：]{0,6}[:：]/.test(text) ? 'periodText' : undefined
}

/** The row whose words ask for most fields of the list is its header; what repeats stands below it. */
function linesOf(
  view: SheetView,
  owner: ReadonlyMap<string, ViewCell>,
  { kind, company }: { readonly kind: TemplateKind; readonly company: Fields },
  list: string,
): ProposedLines | null {
  let best: {
    readonly row: number
    readonly columns: { readonly column: string; readonly field: string }[]
    readonly labels: Record<string, string>
  } | null = null
  for (let row = 1; row < view.heights.length; row += 1) {
    const columns: { column: string; field: string }[] = []
    const labels: Record<string, string> = {}
    const seen = new Set<string>()
    for (let column = 0; column < view.widths.length; column += 1) {
      const header = owner.get(`${column},${row}`)
      // A header that goes on below belongs to the row it ends in.
      if (header === undefined || header.column !== column || header.row + header.rows - 1 !== row) continue
      const group = owner.get(`${column},${header.row - 1}`)
      const field = fieldOfHeader(
        [
          ...(group === undefined || group === header || group.text === '' || group.columns === 1 ? [] : [group.text]),
          header.text,
        ],
        kind,
        list,
        company,
      )
      if (field === undefined || seen.has(field)) continue
      seen.add(field)
      columns.push({ column: columnLetter(column), field })
      labels[columnLetter(column)] = header.text.trim()
    }
    if (columns.length > (best?.columns.length ?? 0)) best = { row, columns, labels }
  }
  if (best === null || best.columns.length < (list === 'failures' ? FEWEST_LEDGER_HEADERS : FEWEST_HEADERS)) return null
  const firstRow = best.row + 1
  const preparedRows = preparedFrom(view, owner, firstRow, best.columns)
  return preparedRows === 0 ? null : { list, firstRow, preparedRows, columns: best.columns, labels: best.labels }
}

/** Rows ready to be filled: built like the first one, and saying nothing but perhaps their number. */
function preparedFrom(
  view: SheetView,
  owner: ReadonlyMap<string, ViewCell>,
  firstRow: number,
  columns: readonly { readonly column: string; readonly field: string }[],
): number {
  const shapeOf = (row: number): string =>
    view.cells
      .filter((cell) => cell.row === row)
      .map(({ column, columns: wide, rows }) => `${column}:${wide}:${rows}`)
      .join(' ')
  const shape = shapeOf(firstRow)
  const numbered = columns.find(({ field }) => field === 'lineNumber')?.column
  let count = 0
  for (let row = firstRow; row <= view.heights.length; row += 1) {
    const cells = view.cells.filter((cell) => cell.row === row)
    const isReady = cells.every(
      ({ column, text }) =>
        text.trim() === '' ||
        TO_BE_FILLED.test(text) ||
        text.startsWith('=') ||
        (columnLetter(column) === numbered && /^\d+$/.test(text.trim())),
    )
    if (!isReady || shapeOf(row) !== shape || owner.get(`0,${row}`) === undefined) break
    // A row without any line drawn is the paper below the table.
    if (row > firstRow && !cells.some(({ style }) => style.hasBorder === true)) break
    count += 1
  }
  return count
}
