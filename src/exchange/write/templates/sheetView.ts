/** A sheet of a template as it is drawn on the screen: cells with their texts and roughly their looks, merges, widths, heights. */
import { SSF } from 'xlsx'
import { splitSheet } from './insertRows'
import { attributeOf, placeOf, plain, readRows, textOfCell, type XmlCell } from './sheetRows'
import type { TemplatePackage } from './templatePackage'
import { viewStyles, type ViewStyle } from './viewStyles'

export interface ViewCell {
  /** Zero-based. */
  readonly column: number
  readonly row: number
  readonly text: string
  readonly style: ViewStyle
  readonly columns: number
  readonly rows: number
}

export interface SheetView {
  readonly name: string
  readonly isHidden: boolean
  /** Widths of the columns drawn, in pixels; 0 for a hidden one. */
  readonly widths: readonly number[]
  /** Heights of the rows drawn, in pixels; null where the text decides. The first is row 1. */
  readonly heights: readonly (number | null)[]
  readonly cells: readonly ViewCell[]
  /** Rows and columns the sheet has beyond what is drawn. */
  readonly rowsLeftOut: number
  readonly columnsLeftOut: number
}

const MOST_ROWS = 300
const MOST_COLUMNS = 80
const PIXELS_OF_DIGIT = 7
const PIXELS_OF_POINT = 96 / 72
const USUAL_WIDTH = 9

export function sheetViews(pack: TemplatePackage): readonly SheetView[] {
  const styles = viewStyles(pack.text('xl/styles.xml') ?? '', pack.text('xl/theme/theme1.xml') ?? '')
  const workbook = pack.text('xl/workbook.xml') ?? ''
  const hidden = new Set(
    [...workbook.matchAll(/<sheet\b([^>]*)>/g)].flatMap(([, attributes = '']) =>
      /^(?:hidden|veryHidden)$/.test(attributeOf(attributes, 'state') ?? '')
        ? [plain(attributeOf(attributes, 'name') ?? '')]
        : [],
    ),
  )
  const date1904 = /<workbookPr\b[^>]*date1904="(?:1|true)"/.test(workbook)
  return pack.sheets
    .filter(({ path }) => /<worksheet\b/.test(pack.text(path) ?? ''))
    .map(({ name, path }) =>
      viewOf(name, hidden.has(name), pack.text(path) ?? '', pack.sharedStrings, styles, date1904),
    )
}

function viewOf(
  name: string,
  isHidden: boolean,
  xml: string,
  shared: readonly string[],
  styles: readonly ViewStyle[],
  date1904: boolean,
): SheetView {
  const [head, data, tail] = splitSheet(xml)
  const rows = readRows(data)
  const merges = [...tail.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].map(([, first = '', last = '']) => ({
    first: placeOf(first),
    last: placeOf(last),
  }))
  const used = rows.filter(
    ({ cells, attributes }) =>
      cells.some(({ body, attributes: own }) => body !== null || drawn(styles[Number(attributeOf(own, 's') ?? 0)])) ||
      attributeOf(attributes, 'customHeight') === '1',
  )
  const lastRow = Math.max(1, ...used.map(({ number }) => number), ...merges.map(({ last }) => last[1]))
  const lastColumn = Math.max(
    0,
    ...used.flatMap(({ cells }) => cells.map(({ column }) => column)),
    ...merges.map(({ last }) => last[0]),
  )
  const [rowCount, columnCount] = [Math.min(lastRow, MOST_ROWS), Math.min(lastColumn + 1, MOST_COLUMNS)]

  const columns = [...(/<cols>[\s\S]*?<\/cols>/.exec(head)?.[0] ?? '').matchAll(/<col\b([^>]*)>/g)].map(
    ([, attributes = '']) => ({
      from: Number(attributeOf(attributes, 'min')) - 1,
      to: Number(attributeOf(attributes, 'max')) - 1,
      width: /^(?:1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')
        ? 0
        : Number(attributeOf(attributes, 'width') ?? USUAL_WIDTH),
    }),
  )
  const usual = Number(/<sheetFormatPr\b[^>]*defaultColWidth="([\d.]+)"/.exec(head)?.[1] ?? USUAL_WIDTH)
  const byNumber = new Map(rows.map((row) => [row.number, row]))

  const covered = new Set<string>()
  const spanOf = new Map<string, { columns: number; rows: number }>()
  for (const { first, last } of merges) {
    spanOf.set(`${first[0]},${first[1]}`, { columns: last[0] - first[0] + 1, rows: last[1] - first[1] + 1 })
    if (first[1] > MOST_ROWS) continue
    for (let row = first[1]; row <= Math.min(last[1], MOST_ROWS); row += 1)
      for (let column = first[0]; column <= Math.min(last[0], MOST_COLUMNS); column += 1)
        covered.add(`${column},${row}`)
  }
  const cells: ViewCell[] = []
  for (let row = 1; row <= rowCount; row += 1) {
    const known = new Map((byNumber.get(row)?.cells ?? []).map((cell) => [cell.column, cell]))
    for (let column = 0; column < columnCount; column += 1) {
      const span = spanOf.get(`${column},${row}`)
      if (span === undefined && covered.has(`${column},${row}`)) continue
      const cell = known.get(column)
      const style = styles[Number(attributeOf(cell?.attributes ?? '', 's') ?? 0)] ?? styles[0] ?? {}
      cells.push({
        column,
        row,
        text: shownText(cell, shared, style, date1904),
        style,
        columns: Math.min(span?.columns ?? 1, columnCount - column),
        rows: Math.min(span?.rows ?? 1, rowCount - row + 1),
      })
    }
  }
  return {
    name,
    isHidden,
    cells,
    widths: Array.from({ length: columnCount }, (_, at) =>
      Math.round((columns.find(({ from, to }) => at >= from && at <= to)?.width ?? usual) * PIXELS_OF_DIGIT),
    ),
    heights: Array.from({ length: rowCount }, (_, at) => {
      const attributes = byNumber.get(at + 1)?.attributes ?? ''
      if (/^(?:1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')) return 0
      const points = attributeOf(attributes, 'ht')
      return points === undefined ? null : Math.round(Number(points) * PIXELS_OF_POINT)
    }),
    rowsLeftOut: lastRow - rowCount,
    columnsLeftOut: lastColumn + 1 - columnCount,
  }
}

const drawn = (style: ViewStyle | undefined): boolean =>
  style !== undefined && (style.hasBorder === true || style.fill !== undefined)

/** A formula without a result shows itself. */
function shownText(cell: XmlCell | undefined, shared: readonly string[], style: ViewStyle, date1904: boolean): string {
  if (cell?.body == null) return ''
  const value = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(cell.body)?.[1]
  const formula = /<f\b[^>]*>([\s\S]*?)<\/f>/.exec(cell.body)?.[1]
  if (formula !== undefined || /<f\b/.test(cell.body))
    return value === undefined || value === ''
      ? `=${plain(formula ?? '…')}`
      : formatted(plain(value), cell, style, date1904)
  const text = textOfCell(cell, shared)
  return /^(?:s|inlineStr|str)$/.test(attributeOf(cell.attributes, 't') ?? '')
    ? text
    : formatted(text, cell, style, date1904)
}

function formatted(text: string, cell: XmlCell, { format = 'General' }: ViewStyle, date1904: boolean): string {
  if (text === '' || !/^(?:n)?$/.test(attributeOf(cell.attributes, 't') ?? '')) return text
  try {
    return SSF.format(format, Number(text), { date1904 })
  } catch {
    return text
  }
}
