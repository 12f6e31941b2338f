/** Pictures that lie over the cells of a workbook, or that a cell shows, with the row they belong to. */
import { unzipSync } from 'fflate'
import { biffPictures } from './biff/biffPictures'
import { isCompoundFile } from './biff/workbookStream'
import { LARGEST_PICTURE, MOST_PICTURE_BYTES, MOST_PICTURES } from './pictureLimits'
import { attribute, tagsOf } from './xlsx/xmlScan'
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
const LOOKED_AT = /^xl\/(?:workbook\.xml|_rels\/|cellimages\.xml|worksheets\/_rels\/|drawings\/|media\/)/u
const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/u
const ANCHOR = /<(?:\w+:)?(?:two|one)CellAnchor\b[\s\S]*?<\/(?:\w+:)?(?:two|one)CellAnchor>/gu
const FROM_ROW = /<(?:\w+:)?from>[\s\S]*?<(?:\w+:)?row>(\d+)</u
const EMBEDDED = /<(?:\w+:)?blip\b[^>]*\br:embed="([^"]+)"/gu
/** WPS keeps pictures inside cells as a formula that names them. */
const SHOWN_IN_CELL = /<c\b[^>]*\br="[A-Z]+(\d+)"[^>]*>(?:(?!<\/c>)[\s\S])*?DISPIMG\((?:&quot;|")(ID_\w+)/gu
const NAMED_PICTURE = /<(?:\w+:)?cNvPr\b[^>]*\bname="(ID_\w+)"[\s\S]*?<(?:\w+:)?blip\b[^>]*\br:embed="([^"]+)"/gu

/** The pictures of a drawing, and the rows they begin on. */
const anchored = (drawing: string): readonly { readonly row: number; readonly id: string }[] =>
  [...drawing.matchAll(ANCHOR)].flatMap(([anchor]) => {
    const row = Number(FROM_ROW.exec(anchor)?.[1] ?? Number.NaN)
    return Number.isFinite(row) ? [...anchor.matchAll(EMBEDDED)].map(([, id = '']) => ({ row: row + 1, id })) : []
  })

/** The parts that a part speaks of, by the names it has for them. */
function targetsOf(part: string, text: (name: string) => string): ReadonlyMap<string, string> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return new Map(
    tagsOf(text(`${folder}_rels/${part.slice(folder.length)}.rels`), 'Relationship').map((tag) => [
      attribute(tag, 'Id') ?? '',
      resolved(folder, attribute(tag, 'Target') ?? ''),
    ]),
  )
}

const picturesOfXls = (bytes: Uint8Array): readonly SheetPicture[] =>
  biffPictures(bytes)
    .slice(0, MOST_PICTURES)
    .map((picture) => ({ ...picture, mime: mimeOf(picture.name) }))

/** @returns nothing for a file that is no .xlsx and no .xls; a picture too large to keep is left out */
export function sheetPictures(bytes: Uint8Array): readonly SheetPicture[] {
  if (isCompoundFile(bytes)) return picturesOfXls(bytes)
  const entries = bytes[0] === 0x50 && bytes[1] === 0x4b ? (readZipDirectory(bytes)?.entries ?? []) : []
  if (!entries.some(({ name }) => name.startsWith('xl/media/'))) return []
  // Cells are unpacked a second time only where they show pictures themselves.
  const inCells = entries.some(({ name }) => name === 'xl/cellimages.xml')
  const parts = partsOf(bytes, (name) => LOOKED_AT.test(name) || (inCells && WORKSHEET.test(name)))
  if (parts === null) return []
  const text = (name: string): string => (parts[name] === undefined ? '' : new TextDecoder().decode(parts[name]))
  const targets = (part: string): ReadonlyMap<string, string> => targetsOf(part, text)
  const found: SheetPicture[] = []
  const keep = (sheet: string, row: number, part: string | undefined): void => {
    const content = part === undefined ? undefined : parts[part]
    if (part === undefined || content === undefined || content.length === 0 || found.length >= MOST_PICTURES) return
    const name = part.slice(part.lastIndexOf('/') + 1)
    found.push({ sheet, row, name, mime: mimeOf(name), bytes: content })
  }
  const named = namedPictures(text('xl/cellimages.xml'), targets('xl/cellimages.xml'))
  const sheets = targets('xl/workbook.xml')
  for (const tag of tagsOf(text('xl/workbook.xml'), 'sheet')) {
    const [sheet, part] = [attribute(tag, 'name') ?? '', sheets.get(attribute(tag, 'r:id') ?? '')]
    if (part === undefined) continue
    for (const drawing of targets(part).values()) {
      if (!/^xl\/drawings\/[^/]+\.xml$/u.test(drawing)) continue
      const media = targets(drawing)
      for (const { row, id } of anchored(text(drawing))) keep(sheet, row, media.get(id))
    }
    if (named.size > 0)
      for (const [, row, id] of text(part).matchAll(SHOWN_IN_CELL)) keep(sheet, Number(row), named.get(id ?? ''))
  }
  return found
}

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

const namedPictures = (xml: string, media: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(NAMED_PICTURE)].flatMap(([, name = '', id = '']) =>
      media.has(id) ? [[name, media.get(id) ?? ''] as const] : [],
    ),
  )

/** `../media/image1.png` from `xl/drawings/` → `xl/media/image1.png`. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
