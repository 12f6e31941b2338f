/** An .xlsx made from an old .xls: the same cells, looks, pictures, rules and print set-up in parts of the newer kind. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { xmlCellText, xmlText } from '../ooxml/xmlText'
import type { BiffSheet, BiffWorkbook } from '../../open/biff/biffWorkbook'
import type { Font } from '../../open/biff/cellLooks'
import type { DocumentProperties } from '../../open/biff/documentProperties'
import type { StoredPicture } from '../../open/biff/pictureStore'
import type { RichText } from '../../open/biff/sharedTexts'
import { drawingXml } from './drawingXml'
import { noteBoxesXml, notesXml } from './notesXml'
import { sheetGeometry } from '../../open/biff/sheetGeometry'
import { sheetXml } from './sheetXml'
import { fontXml, stylesXml } from './stylesXml'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** A zip keeps a time for each part; a fixed one makes equal contents equal bytes. */
const STAMP = new Date(2020, 0, 1)
const PICTURE_TYPES: Readonly<Record<StoredPicture['extension'], string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  tiff: 'image/tiff',
}

export function xlsxFromBiff(book: BiffWorkbook): Uint8Array {
  const parts = new Map<string, Uint8Array>()
  const overrides: string[] = []
  const put = (path: string, xml: string, type?: string): void => {
    parts.set(path, strToU8(xml))
    if (type !== undefined) overrides.push(`<Override PartName="/${path}" ContentType="${type}"/>`)
  }
  const styles = stylesXml(
    book.looks,
    book.sheets.flatMap(({ conditionalFormats }) => conditionalFormats),
  )
  put('xl/styles.xml', styles.xml, `${SPREADSHEET}.styles+xml`)
  const media = storeMedia(book, parts)
  const ownTexts: RichText[] = []
  let looks = 0
  book.sheets.forEach((sheet, at) => {
    const [number, mine] = [at + 1, book.library.sheets.get(sheet.name)]
    const relations = new Relations()
    const linkRelations = sheet.links.map(({ target }) =>
      target === null ? null : relations.to('hyperlink', target, true),
    )
    const drawingRelation =
      sheet.pictures.length === 0 ? null : relations.to('drawing', `../drawings/drawing${number}.xml`)
    const hasNotes = (mine?.notes.length ?? 0) > 0
    const notesRelation = hasNotes ? relations.to('vmlDrawing', `../drawings/vmlDrawing${number}.vml`) : null
    if (hasNotes) relations.to('comments', `../comments${number}.xml`)
    const xml = sheetXml(sheet, mine, {
      styleOf: styles.styleOf,
      colourOf: book.looks.colourOf,
      sharedCount: book.sharedTexts.length,
      firstChangedLook: looks,
      isActive: at === book.activeSheet,
      linkRelations,
      drawingRelation,
      notesRelation,
      placeOf: ({ text }) => book.sharedTexts.length + ownTexts.push(text) - 1,
    })
    looks += sheet.conditionalFormats.reduce((sum, { rules }) => sum + rules.length, 0)
    put(`xl/worksheets/sheet${number}.xml`, xml, `${SPREADSHEET}.worksheet+xml`)
    if (drawingRelation !== null) {
      const pictures = new Relations()
      put(
        `xl/drawings/drawing${number}.xml`,
        drawingXml(sheet.pictures, sheetGeometry(sheet.layout), (picture) =>
          pictures.to('image', `../media/${media.get(picture) ?? ''}`),
        ),
        'application/vnd.openxmlformats-officedocument.drawing+xml',
      )
      put(`xl/drawings/_rels/drawing${number}.xml.rels`, pictures.xml())
    }
    if (hasNotes) {
      put(`xl/comments${number}.xml`, notesXml(mine?.notes ?? []), `${SPREADSHEET}.comments+xml`)
      put(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesXml(mine?.notes ?? [], sheet.shownNotes, number))
    }
    if (!relations.isEmpty) put(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations.xml())
  })
  put(
    'xl/sharedStrings.xml',
    `${XML}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      `${[...book.sharedTexts, ...ownTexts].map((text) => textXml(text, book.looks.fonts)).join('')}</sst>`,
    `${SPREADSHEET}.sharedStrings+xml`,
  )
  put('xl/workbook.xml', workbookXml(book), `${SPREADSHEET}.sheet.main+xml`)
  const relations = new Relations()
  book.sheets.forEach((_, at) => relations.to('worksheet', `worksheets/sheet${at + 1}.xml`))
  relations.to('styles', 'styles.xml')
  relations.to('sharedStrings', 'sharedStrings.xml')
  put('xl/_rels/workbook.xml.rels', relations.xml())
  putProperties(book.properties, put)
  const extensions = new Set(
    [...media.values()].map((name) => name.slice(name.lastIndexOf('.') + 1) as StoredPicture['extension']),
  )
  const defaults = [...extensions]
    .map((extension) => `<Default Extension="${extension}" ContentType="${PICTURE_TYPES[extension]}"/>`)
    .join('')
  put(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ' +
      `ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${defaults}` +
      `${overrides.join('')}</Types>`,
  )
  return zipSync(
    Object.fromEntries([...parts].map(([path, content]) => [path, [content, { level: 6, mtime: STAMP }]])) as Zippable,
  )
}

/** The relations of one part, each target once. */
class Relations {
  private readonly known = new Map<string, string>()
  private readonly entries: string[] = []

  get isEmpty(): boolean {
    return this.entries.length === 0
  }

  to(kind: string, target: string, isOutside = false): string {
    const id = this.known.get(target) ?? `rId${this.entries.length + 1}`
    if (!this.known.has(target))
      this.entries.push(
        `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${xmlText(target)}"` +
          `${isOutside ? ' TargetMode="External"' : ''}/>`,
      )
    this.known.set(target, id)
    return id
  }

  xml(): string {
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${this.entries.join('')}</Relationships>`
  }
}

/** Only what a sheet shows. @returns the names of the files by the number of the picture */
function storeMedia(book: BiffWorkbook, parts: Map<string, Uint8Array>): ReadonlyMap<number, string> {
  const shown = [...new Set(book.sheets.flatMap(({ pictures }) => pictures.map(({ picture }) => picture)))].sort(
    (a, b) => a - b,
  )
  return new Map(
    shown.flatMap((picture) => {
      const stored = book.pictures[picture - 1]
      if (stored === undefined || stored === null) return []
      const name = `image${picture}.${stored.extension}`
      parts.set(`xl/media/${name}`, stored.bytes)
      return [[picture, name] as const]
    }),
  )
}

function textXml({ text, runs }: RichText, fonts: readonly Font[]): string {
  const words = (part: string): string => `<t xml:space="preserve">${xmlCellText(part)}</t>`
  if (runs.length === 0) return `<si>${words(text)}</si>`
  const stretches = runs.map(({ from, font }, at) => ({
    words: text.slice(from, runs[at + 1]?.from ?? text.length),
    font: fonts[font],
  }))
  const first = text.slice(0, runs[0]?.from ?? 0)
  return `<si>${first === '' ? '' : `<r>${words(first)}</r>`}${stretches
    .filter((stretch) => stretch.words !== '')
    .map(
      (stretch) =>
        `<r>${stretch.font === undefined ? '' : `<rPr>${fontXml(stretch.font, 'rFont')}</rPr>`}${words(stretch.words)}</r>`,
    )
    .join('')}</si>`
}

function workbookXml(book: BiffWorkbook): string {
  const numbers = new Map(book.sheets.map(({ name }, at) => [name, at]))
  const names = book.library.names.flatMap(({ name, refers, sheet, isHidden }): string[] => {
    const number = sheet === null ? undefined : numbers.get(sheet)
    if (sheet !== null && number === undefined) return []
    return [
      `<definedName name="${xmlText(name)}"${number === undefined ? '' : ` localSheetId="${number}"`}` +
        `${isHidden ? ' hidden="1"' : ''}>${xmlText(refers)}</definedName>`,
    ]
  })
  return (
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}` +
    `/relationships">${book.date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>'}` +
    `${book.isStructureLocked ? '<workbookProtection lockStructure="1"/>' : ''}` +
    `<bookViews><workbookView activeTab="${book.activeSheet}"/></bookViews>` +
    '<sheets>' +
    book.sheets
      .map(
        ({ name, state }: BiffSheet, at) =>
          `<sheet name="${xmlText(name)}" sheetId="${at + 1}"${state === 'visible' ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`,
      )
      .join('') +
    '</sheets>' +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  )
}

function putProperties(properties: DocumentProperties, put: (path: string, xml: string, type?: string) => void): void {
  const element = (name: string, value = ''): string => (value === '' ? '' : `<${name}>${xmlText(value)}</${name}>`)
  const { title, subject, author, keywords, comments, lastAuthor, category, company, manager } = properties
  put(
    'docProps/core.xml',
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
      `xmlns:dc="http://purl.org/dc/elements/1.1/">${element('dc:title', title)}` +
      `${element('dc:subject', subject)}${element('dc:creator', author)}${element('cp:keywords', keywords)}` +
      `${element('dc:description', comments)}${element('cp:lastModifiedBy', lastAuthor)}` +
      `${element('cp:category', category)}</cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  )
  put(
    'docProps/app.xml',
    `${XML}<Properties xmlns="${OFFICE}/extended-properties">${element('Manager', manager)}${element('Company', company)}</Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  )
  put(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" ` +
      `Target="docProps/core.xml"/><Relationship Id="rId3" Type="${OFFICE}` +
      '/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>',
  )
}
