/** Cells of our workbooks, and the sheet most of them have: a title, one table, and drawings beside it. */
import { columnLetter } from '../../open/columnLetter'
import type { StyleName } from './cellStyles'
import type { Chart } from './chart'
import { figureStyle } from './figureStyle'
import type { Picture } from './picture'
import type { Cell, Row, Sheet } from './workbook'

export const text = (value: string, style: StyleName = 'text'): Cell => ({ value, style })
export const count = (value: number): Cell => ({ value, style: 'count' })
export const share = (value: number): Cell => ({ value, style: 'share' })
export const unit = (value: string): Cell => ({ value, style: 'centered' })
/** A measured figure; what could not be computed is an empty cell. */
export const figure = (value: number | null | undefined): Cell | undefined =>
  value === null || value === undefined ? undefined : { value, style: figureStyle(value) }

interface Table {
  readonly name: string
  readonly columns: readonly (readonly [header: string, width: number])[]
  readonly rows: readonly Row[]
  /** Lines between title and table. */
  readonly above?: readonly Row[]
  readonly paper?: 'A4' | 'A3'
  readonly pagesWide?: number
  /** Columns that say which row it is, on every page of a table wider than one. */
  readonly repeatColumns?: string
  /** Drawings of the table's rows, to the right of it or below; how many of the first rows each shows. */
  readonly charts?: readonly TableChart[]
  /** Lying on a row of the table, counted from 0; the row becomes as tall as its picture. */
  readonly pictures?: readonly Picture[]
}

export interface TableChart extends Omit<Chart, 'rows' | 'place'> {
  readonly mostRows?: number
}

const CHART_COLUMNS = 9
const CHART_ROWS = 22
const CHART_COLUMN_WIDTH = 10
/** A gap, and the columns a drawing beside the table lies on. */
const WIDTHS_OF_CHART = [2, ...Array.from({ length: CHART_COLUMNS }, () => CHART_COLUMN_WIDTH)]
/** A wide table leaves no room beside it on paper; unless it is long, its drawings stand below. */
const WIDE = 95
const SHORT = 30

const POINTS_PER_PIXEL = 0.75
const PICTURE_MARGIN = 6

/** The pictures on the rows below the header, and the rows as tall as they are. */
const picturesBelow = (header: number, pictures: readonly Picture[]): Pick<Sheet, 'pictures' | 'heights'> => ({
  pictures: pictures.map((picture) => ({ ...picture, row: picture.row + header })),
  heights: new Map(pictures.map(({ row, heightPx }) => [row + header, heightPx * POINTS_PER_PIXEL + PICTURE_MARGIN])),
})

/** A sheet with a title, what it is about, and one table whose header stays in sight and on every page. */
export function tableSheet(
  { name, columns, rows, above = [], paper = 'A4', pagesWide = 1, repeatColumns, charts = [], pictures = [] }: Table,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
): Sheet {
  const head: readonly Row[] = [[text(title, 'title')], [text(subtitle, 'note')], ...above, []]
  const header = head.length + 1
  const drawn = rows.length === 0 ? [] : charts
  const widths = columns.map(([, width]) => width)
  const isBelow = widths.reduce((sum, width) => sum + width, 0) > WIDE && rows.length <= SHORT
  let reach = 0
  const columnsBelow = widths.findIndex((width) => (reach += width) > WIDE) + 1
  const placeOf = (at: number): Chart['place'] =>
    isBelow
      ? { column: 0, row: header + rows.length + 1 + at * (CHART_ROWS + 1), columns: columnsBelow, rows: CHART_ROWS }
      : {
          column: columns.length + 1,
          row: header - 1 + at * (CHART_ROWS + 1),
          columns: CHART_COLUMNS,
          rows: CHART_ROWS,
        }
  return {
    name,
    widths: [...widths, ...(drawn.length === 0 || isBelow ? [] : WIDTHS_OF_CHART)],
    rows: [...head, columns.map(([word]) => text(word, 'header')), ...rows],
    charts: drawn.map(({ mostRows = rows.length, ...chart }, at): Chart => ({
      ...chart,
      rows: { first: header + 1, last: header + Math.min(rows.length, mostRows) },
      place: placeOf(at),
    })),
    ...(pictures.length === 0 ? {} : picturesBelow(header, pictures)),
    frozen: { rows: header, columns: 0 },
    filter: `A${header}:${columnLetter(columns.length - 1)}${header + Math.max(1, rows.length)}`,
    print: {
      paper,
      landscape: true,
      repeatRows: `${header}:${header}`,
      pagesWide,
      ...(repeatColumns === undefined || pagesWide === 1 ? {} : { repeatColumns }),
      header: title,
      ...(drawn.length > 0 && rows.length <= SHORT ? { pagesHigh: 1 } : {}),
    },
  }
}

/** The cells of one column of such a table, `'Failures'!B5:B104`, for a formula that checks them. */
export function columnCells({ name, filter }: Sheet, column: number): string {
  const [, header = '1', last = '1'] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(filter ?? '') ?? []
  return `'${name.replaceAll("'", "''")}'!${columnLetter(column)}${Number(header) + 1}:${columnLetter(column)}${last}`
}
