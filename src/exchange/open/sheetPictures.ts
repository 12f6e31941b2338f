/** Pictures that lie over the cells of a workbook, or that a cell shows, with the row they belong to. */
import { unzipSync } from 'fflate'
import { biffPictures } from './biff/biffPictures'
import { isCompoundFile } from './biff/workbookStream'
import { LARGEST_PICTURE, MOST_PICTURE_BYTES, MOST_PICTURES } from './pictureLimits'
import { cellPictures } from './xlsx/cellPictures'
import { packageParts, workbookPart, type PackageParts } from './xlsx/packageParts'
import { attribute, attributeOf, elements, tagsOf } from './xlsx/xmlScan'
import { readZipDirectory } from './zipDirectory'

export interface SheetPicture {
  readonly sheet: string
  /** One-based row of its upper left corner. */
  readonly row: number
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array
}

const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/emf',
  wmf: 'image/wmf',
}
/** Everything but the cells and their texts, which are large and name no picture. */
const NOT_LOOKED_AT = /\/worksheets\/[^/]+\.xml$|sharedStrings\.xml$|styles\.xml$|calcChain\.xml$/iu
const OF_THE_SHEETS = /\/worksheets\/[^/]+\.xml$/iu
/** A cell that shows a picture Excel keeps in it, by the number of a rich value. */
const RICH_CELL = /<c\s[^>]*\bvm="\d+"[^>]*>/gu
const FROM_ROW = /<(?:\w+:)?from>[\s\S]*?<(?:\w+:)?row>(\d+)</u
const EMBEDDED = /<(?:\w+:)?blip\b[^>]*\br:embed="([^"]+)"/gu
/** WPS keeps pictures inside cells as a formula that names them. */
const SHOWN_IN_CELL = 'DISPIMG('
const LONGEST_NAME = 100

/** The pictures of a drawing, and the rows they begin on. */
const anchored = (drawing: string): readonly { readonly row: number; readonly id: string }[] =>
  [...elements(drawing, 'twoCellAnchor'), ...elements(drawing, 'oneCellAnchor')].flatMap(({ inside }) => {
    const row = Number(FROM_ROW.exec(inside)?.[1] ?? Number.NaN)
    return Number.isFinite(row) ? [...inside.matchAll(EMBEDDED)].map(([, id = '']) => ({ row: row + 1, id })) : []
  })

const picturesOfXls = (bytes: Uint8Array): readonly SheetPicture[] =>
  biffPictures(bytes)
    .slice(0, MOST_PICTURES)
    .map((picture) => ({ ...picture, mime: mimeOf(picture.name) }))

/** @returns nothing for a file that is no .xlsx and no .xls; a picture too large to keep is left out */
export function sheetPictures(bytes: Uint8Array): readonly SheetPicture[] {
  if (isCompoundFile(bytes)) return picturesOfXls(bytes)
  const entries = bytes[0] === 0x50 && bytes[1] === 0x4b ? (readZipDirectory(bytes)?.entries ?? []) : []
  if (!entries.some(({ name }) => MEDIA.test(name))) return []
  // Cells are unpacked a second time only where they show pictures themselves.
  const inCells = entries.some(({ name }) => /cellimages\.xml$|richvaluerel\.xml$/iu.test(name))
  const unpacked = partsOf(bytes, (name) => !NOT_LOOKED_AT.test(name) || (inCells && OF_THE_SHEETS.test(name)))
  if (unpacked === null) return []
  const parts = packageParts(Object.entries(unpacked))
  const workbook = workbookPart(parts) ?? 'xl/workbook.xml'
  const found: SheetPicture[] = []
  const keep = (sheet: string, row: number, part: string | undefined): void => {
    const content = part === undefined ? undefined : parts.bytes(part)
    if (part === undefined || content === undefined || content.length === 0 || found.length >= MOST_PICTURES) return
    const name = part.slice(part.lastIndexOf('/') + 1)
    found.push({ sheet, row, name, mime: mimeOf(name), bytes: content })
  }
  const images = parts.relations(workbook).find(({ type }) => type === 'cellImage')?.target ?? 'xl/cellimages.xml'
  const named = namedPictures(parts.text(images) ?? '', targetsOf(parts, images))
  const rich = cellPictures(parts, workbook)
  const sheets = targetsOf(parts, workbook)
  for (const tag of tagsOf(parts.text(workbook) ?? '', 'sheet')) {
    const [sheet, part] = [attribute(tag, 'name') ?? '', sheets.get(attributeOf(tag, 'id') ?? '')]
    if (part === undefined) continue
    for (const { type, target } of parts.relations(part)) {
      if (type !== 'drawing' && !/\/drawings\/[^/]+\.xml$/u.test(target)) continue
      const media = targetsOf(parts, target)
      for (const { row, id } of anchored(parts.text(target) ?? '')) keep(sheet, row, media.get(id))
    }
    const xml = named.size + rich.size > 0 ? (parts.text(part) ?? '') : ''
    for (const { row, id } of shownInCells(xml)) keep(sheet, row, named.get(id))
    for (const [cell] of xml.matchAll(RICH_CELL))
      keep(sheet, Number(/\d+$/u.exec(attribute(cell, 'r') ?? '')?.[0]), rich.get(attribute(cell, 'vm') ?? ''))
  }
  return found
}

const MEDIA = /(?:^|\/)media\//iu

/** The parts that a part speaks of, by the names it has for them. */
const targetsOf = (parts: PackageParts, part: string): ReadonlyMap<string, string> =>
  new Map(parts.relations(part).map(({ id, target }) => [id, target]))

const mimeOf = (name: string): string =>
  MIME[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'

function partsOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Readonly<Record<string, Uint8Array>> | null {
  let room = MOST_PICTURE_BYTES
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name) || originalSize > LARGEST_PICTURE || originalSize > room) return false
        room -= originalSize
        return true
      },
    })
  } catch {
    // The reader of cells has said what is wrong with the file.
    return null
  }
}

/** The cells that show a picture by its name, which stands in the formula and again in what it gave. */
function* shownInCells(xml: string): Generator<{ readonly row: number; readonly id: string }> {
  let before = -1
  for (let at = xml.indexOf(SHOWN_IN_CELL); at >= 0; at = xml.indexOf(SHOWN_IN_CELL, at + 1)) {
    const cell = xml.lastIndexOf('<c ', at)
    if (cell === before) continue
    before = cell
    const row = /\d+$/u.exec(attribute(xml.slice(cell, xml.indexOf('>', cell) + 1), 'r') ?? '')?.[0]
    const id = /^(?:&quot;|")(ID_\w+)/u.exec(xml.slice(at + SHOWN_IN_CELL.length, at + LONGEST_NAME))?.[1]
    if (cell >= 0 && row !== undefined && id !== undefined) yield { row: Number(row), id }
  }
}

const namedPictures = (xml: string, media: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    elements(xml, 'cellImage').flatMap(({ inside }) => {
      const name = /<(?:\w+:)?cNvPr\b[^>]*\bname="(ID_\w+)"/u.exec(inside)?.[1]
      const picture = media.get(/<(?:\w+:)?blip\b[^>]*\br:embed="([^"]+)"/u.exec(inside)?.[1] ?? '')
      return name === undefined || picture === undefined ? [] : [[name, picture] as const]
    }),
  )
