/** Rows put into a sheet below its repeated line; everything that points to rows below moves along, on every part. */
import { columnLetter } from '../../open/columnLetter'
import { growPivotSources, movedPivot } from './pivotTables'
import {
  copiedFormula,
  grownReference,
  grownSums,
  movedFormula,
  movedRanges,
  movedRow,
  repeatedRanges,
  sharedFormulaAt,
  type Insertion,
} from './shiftReferences'
import {
  attributeOf,
  placeOf,
  plain,
  printRows,
  readRows,
  textOfCell,
  withAttribute,
  type XmlCell,
  type XmlRow,
} from './sheetRows'
import { relatedParts, type TemplatePackage } from './templatePackage'

/**
 * Puts copies of the line that ends with row `below` under it, `count` rows in all, with its look, its heights, its merges, its
 * formulas and the printed words that values go into, and without its values. Ranges that end with the line grow.
 */
export function insertRows(
  pack: TemplatePackage,
  sheet: { readonly name: string; readonly path: string },
  insertion: Insertion,
): void {
  const xml = pack.text(sheet.path) ?? ''
  const [head = '', data = '', tail = ''] = splitSheet(xml)
  const { below, count, height = 1 } = insertion
  const isLine = (row: number): boolean => row > below - height && row <= below
  const rows = unshared(readRows(data)).flatMap((row): XmlRow[] => {
    const moved = {
      ...row,
      number: movedRow(row.number, insertion),
      cells: row.cells.map((cell) =>
        withFormula(
          cell,
          (formula) =>
            movedFormula(isLine(row.number) ? formula : grownSums(formula, insertion), sheet.name, true, insertion),
          insertion,
        ),
      ),
    }
    return isLine(row.number)
      ? [
          moved,
          ...Array.from({ length: count / height }, (_, at) =>
            lineCopy(row, (at + 1) * height, sheet.name, insertion, pack.sharedStrings),
          ),
        ]
      : [moved]
  })
  if (!rows.some(({ number }) => number === below))
    rows.push(
      ...Array.from({ length: count / height }, (_, at) => ({
        number: below + (at + 1) * height,
        attributes: '',
        cells: [],
      })),
    )
  pack.replace(
    sheet.path,
    movedHead(head, insertion) +
      printRows(rows.toSorted((a, b) => a.number - b.number)) +
      movedTail(tail, sheet.name, insertion),
  )
  moveNames(pack, sheet.name, insertion)
  moveOtherSheets(pack, sheet, insertion)
  for (const part of relatedParts(pack, sheet.path)) moveRelated(pack, part, insertion)
  moveCharts(pack, sheet.name, insertion)
  growPivotSources(pack, sheet.name, insertion)
  dropCalculationChain(pack)
}

/** What stands before, in and after the rows. */
export function splitSheet(xml: string): readonly [head: string, data: string, tail: string] {
  const empty = /<sheetData\s*\/>/.exec(xml)
  if (empty !== null)
    return [`${xml.slice(0, empty.index)}<sheetData>`, '', `</sheetData>${xml.slice(empty.index + empty[0].length)}`]
  const start = /<sheetData\b[^>]*>/.exec(xml)
  const end = xml.indexOf('</sheetData>')
  if (start === null || end < 0) return [xml, '', '']
  const from = start.index + start[0].length
  return [xml.slice(0, from), xml.slice(from, end), xml.slice(end)]
}

/** Boxes to tick, gaps to fill, words with a colon: what a value is put into. */
const TO_BE_FILLED = /[□☐]|[_＿]{2,}|[:：]\s*$/

function lineCopy(line: XmlRow, down: number, sheet: string, insertion: Insertion, shared: readonly string[]): XmlRow {
  return {
    number: line.number + down,
    attributes: line.attributes,
    cells: line.cells.map((cell) => {
      const formula = /<f\b[^>]*>([\s\S]*?)<\/f>/.exec(cell.body ?? '')?.[1]
      if (formula === undefined && TO_BE_FILLED.test(textOfCell(cell, shared))) return cell
      const attributes = withAttribute(cell.attributes, 't', null).trim()
      return {
        column: cell.column,
        attributes,
        body: formula === undefined ? null : `<f>${copiedFormula(formula, sheet, down, insertion)}</f>`,
      }
    }),
  }
}

function withFormula(cell: XmlCell, moved: (formula: string) => string, insertion: Insertion): XmlCell {
  if (cell.body === null || !cell.body.includes('<f')) return cell
  return {
    ...cell,
    body: cell.body.replace(/<f\b([^>]*)>([\s\S]*?)<\/f>/g, (_, attributes: string, formula: string) => {
      const range = attributeOf(attributes, 'ref')
      return `<f${range === undefined ? attributes : withAttribute(attributes, 'ref', movedRanges(range, insertion))}>${moved(formula)}</f>`
    }),
  }
}

/** Formulas that several cells share are written out, because rows between them would tear them apart. */
function unshared(rows: readonly XmlRow[]): readonly XmlRow[] {
  const masters = new Map<string, { formula: string; column: number; row: number }>()
  for (const row of rows)
    for (const cell of row.cells) {
      const [, attributes = '', formula = ''] = /<f\b([^>]*t="shared"[^>]*)>([\s\S]*?)<\/f>/.exec(cell.body ?? '') ?? []
      if (formula !== '')
        masters.set(attributeOf(attributes, 'si') ?? '', { formula, column: cell.column, row: row.number })
    }
  if (masters.size === 0) return rows
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      body:
        cell.body?.replace(/<f\b([^>]*t="shared"[^>]*?)(?:\/>|>[\s\S]*?<\/f>)/, (whole, attributes: string) => {
          const master = masters.get(attributeOf(attributes, 'si') ?? '')
          if (master === undefined) return whole
          const aside = cell.column - master.column
          return (
            '<f>' +
            sharedFormulaAt(master.formula, row.number - master.row, (column) =>
              columnLetter(placeOf(`${column}1`)[0] + aside),
            ) +
            '</f>'
          )
        }) ?? null,
    })),
  }))
}

const movedAttribute = (
  xml: string,
  element: string,
  name: string,
  insertion: Insertion,
  moved: (ranges: string, insertion: Insertion) => string = movedRanges,
): string =>
  xml.replace(new RegExp(`<${element}\\b[^>]*>`, 'g'), (tag) =>
    tag.replace(
      new RegExp(`(\\s${name}=")([^"]*)(")`),
      (_, start: string, ranges: string, end: string) => start + moved(ranges, insertion) + end,
    ),
  )

const movedHead = (head: string, insertion: Insertion): string =>
  movedAttribute(
    movedAttribute(
      movedAttribute(movedAttribute(head, 'dimension', 'ref', insertion), 'selection', 'sqref', insertion),
      'selection',
      'activeCell',
      insertion,
    ),
    'pane',
    'topLeftCell',
    insertion,
  )

function movedTail(tail: string, sheet: string, insertion: Insertion): string {
  let xml = tail.replace(/<mergeCells\b[^>]*>([\s\S]*?)<\/mergeCells>/, (_, inner: string) => {
    const merges = [...inner.matchAll(/<mergeCell ref="([^"]+)"\s*\/>/g)].flatMap(([, range = '']) => {
      const [first = '', last = first] = range.split(':')
      const [left, top] = placeOf(first)
      const [right, bottom] = placeOf(last)
      const { below, count, height = 1 } = insertion
      // A merge inside the line comes again in every copy; one over all lines grows.
      if (top <= below - height || bottom > below) return [movedRanges(range, insertion)]
      return Array.from(
        { length: count / height + 1 },
        (__, at) => `${columnLetter(left)}${top + at * height}:${columnLetter(right)}${bottom + at * height}`,
      )
    })
    return `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  })
  for (const [element, name] of [
    ['autoFilter', 'ref'],
    ['sortState', 'ref'],
    ['sortCondition', 'ref'],
    ['hyperlink', 'ref'],
  ] as const)
    xml = movedAttribute(xml, element, name, insertion)
  for (const element of ['conditionalFormatting', 'dataValidation', 'ignoredError', 'protectedRange'])
    xml = movedAttribute(xml, element, 'sqref', insertion, repeatedRanges)
  xml = xml.replace(
    /<(formula\d?|formula|xm:f)>([\s\S]*?)<\/\1>/g,
    (_, name: string, formula: string) => `<${name}>${movedFormula(formula, sheet, true, insertion)}</${name}>`,
  )
  xml = xml.replace(
    /<xm:sqref>([\s\S]*?)<\/xm:sqref>/g,
    (_, ranges: string) => `<xm:sqref>${repeatedRanges(ranges, insertion)}</xm:sqref>`,
  )
  // A break stands below the row of its number.
  return xml.replace(/<rowBreaks\b[\s\S]*?<\/rowBreaks>/, (breaks) =>
    breaks.replace(
      /(<brk\b[^>]*?\sid=")(\d+)/g,
      (_, start: string, row: string) => start + (Number(row) >= insertion.below ? Number(row) + insertion.count : row),
    ),
  )
}

function moveNames(pack: TemplatePackage, sheet: string, insertion: Insertion): void {
  const xml = pack.text('xl/workbook.xml') ?? ''
  const moved = xml.replace(
    /(<definedName\b[^>]*>)([\s\S]*?)(<\/definedName>)/g,
    (_, start: string, formula: string, end: string) => start + movedFormula(formula, sheet, false, insertion) + end,
  )
  if (moved !== xml) pack.replace('xl/workbook.xml', moved)
}

function moveOtherSheets(
  pack: TemplatePackage,
  sheet: { readonly name: string; readonly path: string },
  insertion: Insertion,
): void {
  for (const { path } of pack.sheets) {
    if (path === sheet.path) continue
    const xml = pack.text(path) ?? ''
    const moved = xml.replace(
      /<(f|formula\d?|xm:f)(\b[^>]*)>([\s\S]*?)<\/\1>/g,
      (_, name: string, attributes: string, formula: string) =>
        `<${name}${attributes}>${movedFormula(formula, sheet.name, false, insertion)}</${name}>`,
    )
    if (moved !== xml) pack.replace(path, moved)
  }
}

function moveRelated(
  pack: TemplatePackage,
  { kind, path }: { readonly kind: string; readonly path: string },
  insertion: Insertion,
): void {
  const xml = pack.text(path)
  if (xml === undefined) return
  let moved = xml
  if (kind === 'drawing') moved = movedAnchors(xml, insertion)
  else if (kind === 'comments' || kind === 'threadedComment' || kind === 'table')
    moved = ['comment', 'threadedComment', 'table', 'autoFilter'].reduce(
      (text, element) => movedAttribute(text, element, 'ref', insertion),
      xml,
    )
  else if (kind === 'pivotTable') moved = movedPivot(xml, insertion)
  else if (kind === 'vmlDrawing')
    moved = xml
      .replace(/(<x:Row>)(\d+)/g, (_, start: string, row: string) => start + (movedRow(Number(row) + 1, insertion) - 1))
      .replace(
        /(<x:Anchor>)([^<]*)/g,
        (_, start: string, numbers: string) =>
          start +
          numbers
            .split(',')
            .map((value, at) => (at === 2 || at === 6 ? ` ${movedRow(Number(value) + 1, insertion) - 1}` : value))
            .join(','),
      )
  if (moved !== xml) pack.replace(path, moved)
}

/** A picture that begins below goes along; one that reaches over the line grows unless it keeps its size. */
const movedAnchors = (xml: string, insertion: Insertion): string =>
  xml.replace(
    /<xdr:(twoCellAnchor|oneCellAnchor)\b([^>]*)>([\s\S]*?)<\/xdr:\1>/g,
    (_, kind: string, attributes: string, inner: string) => {
      const start = Number(/<xdr:from>[\s\S]*?<xdr:row>(\d+)/.exec(inner)?.[1] ?? 0)
      const goesAlong = start + 1 > insertion.below
      const stretches = !goesAlong && (attributeOf(attributes, 'editAs') ?? 'twoCell') === 'twoCell'
      const body = inner.replace(
        /(<xdr:(from|to)>[\s\S]*?<xdr:row>)(\d+)/g,
        (__, before: string, end: string, row: string) =>
          before +
          (goesAlong || (stretches && end === 'to' && Number(row) + 1 > insertion.below)
            ? Number(row) + insertion.count
            : row),
      )
      return `<xdr:${kind}${attributes}>${body}</xdr:${kind}>`
    },
  )

function moveCharts(pack: TemplatePackage, sheet: string, insertion: Insertion): void {
  for (const path of pack.paths) {
    if (!/^xl\/charts\/chart\d*\.xml$/.test(path)) continue
    const xml = pack.text(path) ?? ''
    const moved = xml.replace(
      /<c:f>([\s\S]*?)<\/c:f>/g,
      (_, formula: string) => `<c:f>${grownReference(formula, sheet, insertion)}</c:f>`,
    )
    if (moved !== xml) pack.replace(path, moved)
  }
}

/** The order of calculation names cells that have moved; a spreadsheet works it out anew. */
function dropCalculationChain(pack: TemplatePackage): void {
  if (pack.text('xl/calcChain.xml') === undefined) return
  pack.remove('xl/calcChain.xml')
  pack.replace(
    '[Content_Types].xml',
    (pack.text('[Content_Types].xml') ?? '').replace(/<Override\b[^>]*calcChain[^>]*>/, ''),
  )
  pack.replace(
    'xl/_rels/workbook.xml.rels',
    (pack.text('xl/_rels/workbook.xml.rels') ?? '').replace(/<Relationship\b[^>]*calcChain[^>]*>/, ''),
  )
}

/** Words of a drop-down list that covers a cell and stands in the sheet itself. */
export function dropDownWords(xml: string, address: string): readonly string[] {
  const [column, row] = placeOf(address)
  for (const [, attributes = '', inner = ''] of xml.matchAll(
    /<dataValidation\b([^>]*)>([\s\S]*?)<\/dataValidation>/g,
  )) {
    if (attributeOf(attributes, 'type') !== 'list') continue
    const covers = (attributeOf(attributes, 'sqref') ?? '').split(/\s+/).some((range) => {
      const [first = '', last = first] = range.split(':')
      const [left, top] = placeOf(first)
      const [right, bottom] = placeOf(last)
      return column >= left && column <= right && row >= top && row <= bottom
    })
    const words = /^"([\s\S]*)"$/.exec(plain(/<formula1>([\s\S]*?)<\/formula1>/.exec(inner)?.[1] ?? ''))?.[1]
    if (covers && words !== undefined) return words.split(',').map((word) => word.trim())
  }
  return []
}
