import { columnLetter } from '../columnLetter'
import { figureStyle } from '../ooxml/figureStyle'
import type { StyleName } from '../ooxml/cellStyles'
import type { Cell, Row, Sheet } from '../ooxml/workbook'
import type { SummaryContext } from './summaryContext'

export const text = (value: string, style: StyleName = 'text'): Cell => ({ value, style })
export const count = (value: number): Cell => ({ value, style: 'count' })
export const share = (value: number): Cell => ({ value, style: 'share' })
export const unit = (value: string): Cell => ({ value, style: 'centered' })
/** A measured figure; what could not be computed is an empty cell. */
export const figure = (value: number | null | undefined): Cell | undefined => (value === null || value === undefined ? undefined : { value, style: figureStyle(value) })

interface Table {
  readonly name: string
  readonly columns: readonly (readonly [header: string, width: number])[]
  readonly rows: readonly Row[]
  /** Lines between title and table. */
  readonly above?: readonly Row[]
  readonly paper?: 'A4' | 'A3'
}

/** A sheet with a title, what it is about, and one table whose header stays in sight and on every page. */
export function tableSheet({ name, columns, rows, above = [], paper = 'A4' }: Table, { title, subtitle }: SummaryContext): Sheet {
  const header = above.length + 4
  return {
    name,
    widths: columns.map(([, width]) => width),
    rows: [[text(title, 'title')], [text(subtitle, 'note')], ...above, [], columns.map(([word]) => text(word, 'header')), ...rows],
    frozen: { rows: header, columns: 0 },
    filter: `A${header}:${columnLetter(columns.length - 1)}${header + Math.max(1, rows.length)}`,
    print: { paper, landscape: true, repeatRows: `${header}:${header}`, header: title },
  }
}
