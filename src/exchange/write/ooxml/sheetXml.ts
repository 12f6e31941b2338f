import { columnLetter } from '../../open/columnLetter'
import { STYLE_NUMBERS } from './cellStyles'
import { rowHeight } from './rowHeight'
import { NO_TEXT, type SharedStrings } from './sharedStrings'
import type { Cell, PrintSetup, Range, Row, Sheet } from './workbook'
import { xmlText } from './xmlText'

const MOST_ROWS = 1_048_576
const PAPER: Readonly<Record<PrintSetup['paper'], number>> = { A3: 8, A4: 9 }

/**
 * The sheet part, piece by piece, so that a long ledger is never one string.
 * @throws RangeError when there are more rows than a sheet can hold
 */
export function* sheetXml(sheet: Sheet, isFirst: boolean, strings: SharedStrings): Generator<string> {
  yield (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ' +
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr>' +
    '<pageSetUpPr fitToPage="1"/></sheetPr>'
  )
  yield (
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${paneXml(sheet)}` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
  )
  if (sheet.widths.length > 0)
    yield (
      '<cols>' +
      sheet.widths
        .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
        .join('') +
      '</cols>'
    )
  yield '<sheetData>'
  let number = 0
  for (const row of sheet.rows) {
    number += 1
    if (number > MOST_ROWS) throw new RangeError(`a sheet holds ${MOST_ROWS} rows at most`)
    if (!isEmpty(row)) yield rowXml(row, number, sheet.widths, strings, sheet.heights?.get(number - 1) ?? 0)
  }
  yield '</sheetData>'
  if (sheet.filter !== undefined) yield `<autoFilter ref="${sheet.filter}"/>`
  if (sheet.merges !== undefined && sheet.merges.length > 0)
    yield `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  if (sheet.filter !== undefined) yield ruledXml(sheet.filter)
  const isDrawn = (sheet.charts?.length ?? 0) > 0 || (sheet.pictures?.length ?? 0) > 0
  yield printXml(sheet.print)
  if (isDrawn) yield '<drawing r:id="rId1"/>'
  yield '</worksheet>'
}

/** A loop, because `some` calls a function per cell of every row. */
function isEmpty(row: Row): boolean {
  for (let at = 0; at < row.length; at += 1) if (row[at] !== undefined) return false
  return true
}

function paneXml({ frozen }: Sheet): string {
  if (frozen === undefined || (frozen.rows === 0 && frozen.columns === 0)) return ''
  const { rows, columns } = frozen
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return `<pane${splits} topLeftCell="${columnLetter(columns)}${rows + 1}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
}

function rowXml(row: Row, number: number, widths: readonly number[], strings: SharedStrings, least: number): string {
  const needed = rowHeight(row, widths)
  const height = least > (needed ?? 0) ? least : needed
  let xml =
    height === null
      ? `<row r="${number}">`
      : `<row r="${number}" ht="${height}"${least > 0 ? ' customHeight="1"' : ''}>`
  for (let column = 0; column < row.length; column += 1) {
    const cell = row[column]
    if (cell !== undefined) xml += startOf(column) + number + contentXml(cell, strings)
  }
  return `${xml}</row>`
}

/** `<c r="AB` of every column so far. */
const STARTS: string[] = []
const startOf = (column: number): string => (STARTS[column] ??= `<c r="${columnLetter(column)}`)

/** What follows the address of a cell. */
function contentXml({ value, style, formula }: Cell, strings: SharedStrings): string {
  const look = STYLE_NUMBERS[style]
  if (formula !== undefined) return `" s="${look}"><f>${xmlText(formula)}</f></c>`
  if (typeof value === 'string') {
    const place = strings.of(value)
    return place === NO_TEXT ? `" s="${look}"/>` : `" s="${look + (place & 1)}" t="s"><v>${place >> 1}</v></c>`
  }
  if (typeof value === 'boolean') return `" s="${look}" t="b"><v>${value ? 1 : 0}</v></c>`
  return Number.isFinite(value) ? `" s="${look}"><v>${value}</v></c>` : `" s="${look}"/>`
}

/** Thin lines under the rows of a table and nowhere else: grid lines of the printer would run through titles and notes. */
const ruledXml = (range: Range): string =>
  `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula>` +
  '</cfRule></conditionalFormatting>'

function printXml({ paper, landscape, header, pagesWide = 1, pagesHigh = 0 }: PrintSetup): string {
  const words = xmlText(header.replaceAll('&', '&&').replace(/\s+/g, ' ').slice(0, 120))
  return (
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.55" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${PAPER[paper]}" orientation="${landscape ? 'landscape' : 'portrait'}" ` +
    `fitToWidth="${pagesWide}" fitToHeight="${pagesHigh}"/>` +
    `<headerFooter><oddHeader>&amp;L${words}&amp;R&amp;A</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`
  )
}
