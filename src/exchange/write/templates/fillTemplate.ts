/** Records put into a company's own workbook. Only the parts that must change are changed. */
import { isLikeAFormula } from '../../../domain/likeAFormula'
import { isMoment } from '../../../domain/moment'
import { columnLetter } from '../../open/columnLetter'
import { dateCell } from '../ooxml/dateCell'
import { cellTextOf, xmlCellText, xmlText } from '../ooxml/xmlText'
import { dropDownWords, insertRows, splitSheet } from './insertRows'
import { refreshPivots } from './pivotTables'
import {
  attributeOf,
  placeOf,
  printRows,
  readRows,
  textOfCell,
  withAttribute,
  type XmlCell,
  type XmlRow,
} from './sheetRows'
import type { TemplateBinding, TemplateData, TemplateValue } from './templateBinding'
import { openTemplate, relatedParts, TemplateError } from './templatePackage'
import { templateStyles, type DateLook, type TemplateStyles } from './templateStyles'
import { wordsIntoCell } from './wordsIntoCell'

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g
const POINTS_OF_LINE = 1.32
const TALLEST = 409

/**
 * The filled workbook. Lines beyond those the template has ready are put in below them; rows of too long a text grow;
 * results that formulas kept from before are dropped, so that every program works them out anew.
 *
 * @throws TemplateError when the bytes cannot be filled or hold no sheet of that name
 */
export function fillTemplate(bytes: Uint8Array, binding: TemplateBinding, data: TemplateData): Uint8Array {
  const pack = openTemplate(bytes)
  const sheet = pack.sheets.find(({ name }) => name === binding.sheet)
  if (sheet === undefined) throw new TemplateError('template-sheet-missing')
  if (!/<worksheet\b/.test(pack.text(sheet.path) ?? '')) throw new TemplateError('template-unusual')
  const places: PlacedValue[] = []
  const put = (column: string, row: number, value: TemplateValue | undefined): void => {
    if (value !== undefined && value !== '') places.push({ address: `${column}${row}`, value })
  }

  // From the bottom up, so that rows put in do not move lines still to come; cells move with what was put in above them.
  const insertions = binding.lines.map((lines) => ({
    below: lines.firstRow + lines.preparedRows - 1,
    height: lines.rowsPerLine ?? 1,
    count: Math.max(0, (data.lists[lines.list] ?? []).length * (lines.rowsPerLine ?? 1) - lines.preparedRows),
  }))
  for (const insertion of insertions.toSorted((a, b) => b.below - a.below))
    if (insertion.count > 0) insertRows(pack, sheet, insertion)
  const rowNow = (row: number): number =>
    row + insertions.reduce((sum, { below, count }) => sum + (row > below ? count : 0), 0)
  for (const { cell, field } of binding.cells) {
    const [, row] = placeOf(cell)
    put(cell.replace(/\d+$/, ''), rowNow(row), data.cells[field])
  }
  for (const lines of binding.lines)
    for (const [at, record] of (data.lists[lines.list] ?? []).entries())
      for (const { column, field, down = 0 } of lines.columns)
        put(
          column,
          rowNow(lines.firstRow) + at * (lines.rowsPerLine ?? 1) + down,
          field === 'lineNumber' ? at + 1 : record[field],
        )

  const xml = pack.text(sheet.path) ?? ''
  const stylesPart = relatedParts(pack, 'xl/workbook.xml').find(({ kind }) => kind === 'styles')?.path
  const styles = templateStyles(stylesPart === undefined ? '' : (pack.text(stylesPart) ?? ''))
  const filled = filledSheet(xml, places, pack.sharedStrings, styles)
  const hasFormulas = /<f\b/.test(filled)
  pack.replace(sheet.path, filled)
  const changedStyles = styles.changed()
  if (changedStyles !== null) {
    pack.replace(stylesPart ?? NEW_STYLES, changedStyles)
    if (stylesPart === undefined) registerStyles(pack)
  }
  dropOtherResults(pack, sheet)
  refreshPivots(pack, binding.sheet)
  const workbook = pack.text('xl/workbook.xml') ?? ''
  if (hasFormulas && !/fullCalcOnLoad="(?:1|true)"/.test(workbook))
    pack.replace('xl/workbook.xml', recalculated(workbook))
  return pack.bytes()
}

const TYPES = '[Content_Types].xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const NEW_STYLES = 'xl/styles.xml'
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
const STYLES_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles'

/** A part nobody speaks of is no part: its content type and the way to it. */
function registerStyles(pack: ReturnType<typeof openTemplate>): void {
  const linked = pack.text(RELATIONS) ?? ''
  let number = 1
  while (linked.includes(`"rIdStyles${number}"`)) number += 1
  pack.replace(
    TYPES,
    (pack.text(TYPES) ?? '').replace(
      '</Types>',
      `<Override PartName="/${NEW_STYLES}" ContentType="${STYLES_TYPE}"/></Types>`,
    ),
  )
  pack.replace(
    RELATIONS,
    linked.replace(
      '</Relationships>',
      `<Relationship Id="rIdStyles${number}" Type="${STYLES_RELATION}" Target="styles.xml"/></Relationships>`,
    ),
  )
}

/** What formulas of other sheets kept from before, where they may speak of the filled one. */
function dropOtherResults(
  pack: ReturnType<typeof openTemplate>,
  filled: { readonly name: string; readonly path: string },
): void {
  for (const { path } of pack.sheets) {
    const other = pack.text(path) ?? ''
    if (path !== filled.path && other.includes('<f') && other.includes(xmlText(filled.name)))
      pack.replace(path, withoutResults(other))
  }
}

const recalculated = (workbook: string): string =>
  /<calcPr\b/.test(workbook)
    ? workbook.replace(
        /<calcPr\b([^>]*?)(\/?>)/,
        (_, attributes: string, end: string) => `<calcPr${withAttribute(attributes, 'fullCalcOnLoad', '1')}${end}`,
      )
    : workbook.replace('</sheets>', '</sheets><calcPr fullCalcOnLoad="1"/>')

const withoutResults = (xml: string): string =>
  xml.replace(/(<f\b[^>]*?(?:\/>|>[\s\S]*?<\/f>))<v\b[^>]*?(?:\/>|>[\s\S]*?<\/v>)/g, '$1')

interface PlacedValue {
  readonly address: string
  readonly value: TemplateValue
}

function valuesByRow(places: readonly PlacedValue[]): ReadonlyMap<number, ReadonlyMap<number, TemplateValue>> {
  const byRow = new Map<number, Map<number, TemplateValue>>()
  for (const { address, value } of places) {
    const [column, row] = placeOf(address)
    const values = byRow.get(row) ?? new Map<number, TemplateValue>()
    values.set(column, value)
    byRow.set(row, values)
  }
  return byRow
}

function grownBy(points: number, row: XmlRow): XmlRow {
  const height = Math.min(TALLEST, Math.ceil(Number(attributeOf(row.attributes, 'ht') ?? 15) + points))
  return {
    ...row,
    attributes: withAttribute(withAttribute(row.attributes, 'ht', String(height)), 'customHeight', '1').trim(),
  }
}

function filledSheet(
  xml: string,
  places: readonly PlacedValue[],
  shared: readonly string[],
  styles: TemplateStyles,
): string {
  const [head, sheetData, tail] = splitSheet(xml)
  const rows = new Map<number, XmlRow>(readRows(withoutResults(sheetData)).map((row) => [row.number, row]))
  const byRow = valuesByRow(places)
  const room = roomOf(head, tail)
  const taller = new Map<number, number>()
  for (const [number, values] of byRow) {
    const row = rows.get(number) ?? { number, attributes: '', cells: [] }
    const cells = new Map<number, XmlCell>(row.cells.map((cell) => [cell.column, cell]))
    for (const [column, value] of values) {
      const before = cells.get(column)
      const address = addressOf(column, number)
      const { cell, text } = written(
        before,
        column,
        value,
        textOfCell(before, shared),
        dropDownWords(tail, address),
        styles,
        room(column, number).width,
      )
      cells.set(column, cell)
      const style = Number(attributeOf(cell.attributes, 's') ?? 0)
      if (text === '' || !styles.wraps(style)) continue
      const { width, lastRow } = room(column, number)
      const points = styles.fontPoints(style)
      const need = linesOf(text, (width * 11) / points) * points * POINTS_OF_LINE + 4
      const has = heightOf(rows, number, lastRow)
      if (has !== null && need > has) taller.set(lastRow, Math.max(taller.get(lastRow) ?? 0, need - has))
    }
    rows.set(number, { ...row, cells: [...cells.values()].sort((a, b) => a.column - b.column) })
  }
  for (const [number, more] of taller) {
    const row = rows.get(number)
    if (row !== undefined) rows.set(number, grownBy(more, row))
  }
  return head + printRows([...rows.values()].sort((a, b) => a.number - b.number)) + tail
}

const addressOf = (column: number, row: number): string => columnLetter(column) + row

function written(
  before: XmlCell | undefined,
  column: number,
  value: TemplateValue,
  printed: string,
  offered: readonly string[],
  styles: TemplateStyles,
  width: number,
): { readonly cell: XmlCell; readonly text: string } {
  const style = Number(attributeOf(before?.attributes ?? '', 's') ?? 0)
  const bare = withAttribute(withAttribute(before?.attributes ?? '', 't', null), 's', null).trim()
  const looks = (look: number, type?: string): string =>
    `${bare === '' ? '' : `${bare} `}${look === 0 ? '' : `s="${look}"`}${type === undefined ? '' : `${look === 0 ? '' : ' '}t="${type}"`}`
  if (printed === '') {
    if (typeof value === 'number')
      return {
        cell: { column, attributes: looks(style), body: Number.isFinite(value) ? `<v>${value}</v>` : null },
        text: '',
      }
    if (typeof value === 'object' && value.kind === 'date') {
      const date = isMoment(value.moment) ? dateCell(value.moment) : undefined
      if (date !== undefined)
        return {
          cell: {
            column,
            attributes: looks(styles.dated(style, date.style as DateLook, (width * 11) / styles.fontPoints(style))),
            body: `<v>${String(date.value)}</v>`,
          },
          text: '',
        }
    }
  }
  const text = cellTextOf(wordsIntoCell(printed, value, offered))
  const look = isLikeAFormula(text) ? styles.quoted(style) : style
  return {
    cell: {
      column,
      attributes: looks(look, 'inlineStr'),
      body: `<is><t xml:space="preserve">${xmlCellText(text)}</t></is>`,
    },
    text,
  }
}

/** How wide a cell is in digits and down to which row it reaches, its merge taken into account. */
function roomOf(
  head: string,
  tail: string,
): (column: number, row: number) => { readonly width: number; readonly lastRow: number } {
  const widths = [...(/<cols>[\s\S]*?<\/cols>/.exec(head)?.[0] ?? '').matchAll(/<col\b([^>]*)>/g)].map(
    ([, attributes = '']) => ({
      from: Number(attributeOf(attributes, 'min')) - 1,
      to: Number(attributeOf(attributes, 'max')) - 1,
      width: Number(attributeOf(attributes, 'width') ?? 9),
    }),
  )
  const usual = Number(/<sheetFormatPr\b[^>]*defaultColWidth="([\d.]+)"/.exec(head)?.[1] ?? 9)
  const widthOf = (column: number): number =>
    widths.find(({ from, to }) => column >= from && column <= to)?.width ?? usual
  const merges = new Map(
    [...tail.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].map(([, first = '', last = '']) => [
      first,
      placeOf(last),
    ]),
  )
  return (column, row) => {
    const [right, lastRow] = merges.get(addressOf(column, row)) ?? [column, row]
    let width = 0
    for (let at = column; at <= right; at += 1) width += widthOf(at) - 0.7
    return { width, lastRow }
  }
}

/** Points from one row to another; null when the program that opens the file works a height out itself. */
function heightOf(rows: ReadonlyMap<number, XmlRow>, from: number, to: number): number | null {
  let sum = 0
  for (let row = from; row <= to; row += 1) {
    const given = attributeOf(rows.get(row)?.attributes ?? '', 'ht')
    if (given === undefined && from === to) return null
    sum += Number(given ?? 15)
  }
  return sum
}

const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce(
      (sum, line) =>
        sum + Math.max(1, Math.ceil((line.length + (line.match(WIDE)?.length ?? 0)) / Math.max(1, width - 1))),
      0,
    )
