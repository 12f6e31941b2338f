import { columnLetter } from '../../open/columnLetter'
import { dateOfDay, dayNumber, type Moment } from '../../../domain/moment'
import { drawingParts, drawingTypes } from './drawingParts'
import { extensionOf } from './picture'
import type { Range, Sheet, Workbook } from './workbook'
import { xmlText } from './xmlText'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const LONGEST_SHEET_NAME = 31

/** The parts around the sheets: what the package holds, how it hangs together, who made it when. */
export function workbookParts(book: Workbook): readonly (readonly [path: string, xml: string])[] {
  const numbers = book.sheets.map((_, at) => at + 1)
  const names = sheetNames(book.sheets)
  const drawings = drawingParts(book.sheets, names)
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${pictureTypes(book.sheets)}<Override ` +
        `PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
        numbers
          .map(
            (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
          )
          .join('') +
        `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>` +
        `<Override PartName="/xl/sharedStrings.xml" ContentType="${SPREADSHEET}.sharedStrings+xml"/>` +
        '<Override PartName="/docProps/core.xml" ' +
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override ' +
        'PartName="/docProps/app.xml" ' +
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
        `${drawingTypes(drawings)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" ` +
        `Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}` +
        '/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
    ],
    [
      'docProps/core.xml',
      `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
        `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(book.title)}</dc:title>` +
        `<dc:creator>${xmlText(book.creator)}</dc:creator>` +
        `<dcterms:created xsi:type="dcterms:W3CDTF">${universalTime(book.createdAt)}</dcterms:created>` +
        '</cp:coreProperties>',
    ],
    [
      'docProps/app.xml',
      `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>${xmlText(book.creator)}</Application></Properties>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}` +
        '/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>' +
        names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('') +
        `</sheets>${definedNames(book.sheets, names)}` +
        `${book.recalculate ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
        numbers
          .map(
            (at) =>
              `<Relationship Id="rId${at}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${at}.xml"/>`,
          )
          .join('') +
        `<Relationship Id="rId${numbers.length + 1}" Type="${OFFICE}/relationships/styles" ` +
        `Target="styles.xml"/><Relationship Id="rId${numbers.length + 2}" Type="${OFFICE}` +
        '/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ],
    ...drawings,
  ]
}

/** The kinds of picture the package holds. */
const pictureTypes = (sheets: readonly Sheet[]): string =>
  [...new Set(sheets.flatMap(({ pictures = [] }) => pictures.map(extensionOf)))]
    .map((extension) => `<Default Extension="${extension}" ContentType="image/${extension}"/>`)
    .join('')

/** Names a spreadsheet accepts: no `[]:*?/\`, at most 31 characters, none twice. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }) => {
    const clean =
      name
        .replace(/[[\]:*?/\\]/g, '-')
        .replace(/^'|'$/g, '')
        .slice(0, LONGEST_SHEET_NAME) || 'Sheet'
    let unique = clean
    for (let again = 2; taken.has(unique.toLowerCase()); again += 1)
      unique = `${clean.slice(0, LONGEST_SHEET_NAME - 4)} ${again}`
    taken.add(unique.toLowerCase())
    return unique
  })
}

function definedNames(sheets: readonly Sheet[], names: readonly string[]): string {
  const entries = sheets.flatMap((sheet, at) => {
    const quoted = `'${(names[at] ?? '').replaceAll("'", "''")}'`
    const repeated = [sheet.print.repeatColumns, sheet.print.repeatRows]
      .filter((part) => part !== undefined)
      .map((part) => `${quoted}!${part.replace(/[A-Z]+|\d+/g, '$$$&')}`)
    return [
      ...(sheet.filter === undefined
        ? []
        : [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">` +
              `${xmlText(`${quoted}!${fixed(sheet.filter)}`)}</definedName>`,
          ]),
      ...(sheet.print.area === undefined
        ? []
        : [
            `<definedName name="_xlnm.Print_Area" localSheetId="${at}">` +
              `${xmlText(`${quoted}!${fixed(printed(sheet.print.area, sheet.widths.length))}`)}</definedName>`,
          ]),
      ...(repeated.length === 0
        ? []
        : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${xmlText(repeated.join(','))}</definedName>`]),
    ]
  })
  return entries.length === 0 ? '' : `<definedNames>${entries.join('')}</definedNames>`
}

/** Columns between a table and the empty cell that stands for printing nothing of it. */
const FAR = 20

/** A page without content is not printed, by Excel and LibreOffice alike. */
const printed = (area: Range | 'nothing', columns: number): Range => {
  const empty = columnLetter(columns + FAR)
  return area === 'nothing' ? `${empty}1:${empty}1` : area
}

const fixed = (range: Range): string =>
  range.replace(/([A-Z]+)(\d+)/g, (_, column: string, row: string) => `$${column}$${row}`)

/** `2026-05-07T14:30+08:00` → `2026-05-07T06:30:00Z`; without an offset the time is taken as it stands. */
function universalTime(moment: Moment): string {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(moment.slice(10)) ?? []
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  const at =
    Number(moment.slice(11, 13) || '0') * 60 + Number(/^T\d\d:(\d\d)/.exec(moment.slice(10))?.[1] ?? '0') - offset
  const ofDay = ((at % 1440) + 1440) % 1440
  const day = dateOfDay(dayNumber(moment.slice(0, 10)) + Math.floor(at / 1440))
  return `${day}T${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}:00Z`
}
