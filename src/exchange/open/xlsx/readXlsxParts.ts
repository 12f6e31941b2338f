/**
 * The sheets of an .xlsx from its unpacked parts, several times faster than a general spreadsheet library, because it
 * looks only at what an import needs: cells, their number formats, merges, what is hidden, what hangs on cells.
 */
import { LimitExceeded, type Room } from '../limits'
import type { RawSheet } from '../rawWorkbook'
import type { ZipPart } from '../unpackZip'
import { builtInFormat } from './builtInFormats'
import { cellAsides } from './cellAsides'
import { cellPictures } from './cellPictures'
import { packageParts, workbookPart, type PackageParts } from './packageParts'
import { scanSheet, type CellContext } from './scanSheet'
import { attribute, attributeOf, elements, sectionOf, tagsOf, textOfItem } from './xmlScan'

/**
 * @returns null when it is another container: no Office file, or one whose workbook is no XML
 * @throws LimitExceeded when it is damaged or holds more than is taken in
 */
export function readXlsxParts(parts: readonly ZipPart[], room: Room): RawSheet[] | null {
  const files = packageParts(parts.map(({ entry, content }) => [entry.name, content]))
  const name = workbookPart(files) ?? 'xl/workbook.xml'
  const workbook = files.text(name)
  if (workbook === null || tagsOf(workbook, 'workbook').length === 0) return null
  const links = files.relations(name)
  const context = contextOf(files, name, room)
  const date1904 = ['1', 'true'].includes(attribute(tagsOf(workbook, 'workbookPr')[0] ?? '', 'date1904') ?? '')

  const sheets: RawSheet[] = []
  for (const tag of tagsOf(sectionOf(workbook, 'sheets'), 'sheet')) {
    const link = links.find(({ id }) => id === attributeOf(tag, 'id'))
    if (link !== undefined && link.type !== 'worksheet') continue
    const xml = link === undefined ? null : files.text(link.target)
    if (link === undefined || xml === null) throw new LimitExceeded({ code: 'file-damaged' })
    const asides = cellAsides(files, link.target, xml)
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
      date1904,
      ...scanSheet(xml, context),
      ...(asides.length === 0 ? {} : { asides }),
    })
  }
  return sheets
}

function contextOf(files: PackageParts, workbook: string, room: Room): CellContext {
  const links = files.relations(workbook)
  const part = (type: string, usual: string): string =>
    files.text(links.find((link) => link.type === type)?.target ?? usual) ?? ''
  const styles = part('styles', 'xl/styles.xml')
  return {
    shared: sharedStrings(part('sharedStrings', 'xl/sharedStrings.xml')),
    ...cellStyles(styles),
    pictures: cellPictures(files, workbook),
    room,
  }
}

const sharedStrings = (xml: string): readonly string[] => elements(xml, 'si').map(({ inside }) => textOfItem(inside))

/** Number format and strike-through per cell style. */
function cellStyles(xml: string): Pick<CellContext, 'formats' | 'struck'> {
  const own = new Map(
    tagsOf(sectionOf(xml, 'numFmts'), 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId') ?? '',
      attribute(tag, 'formatCode') ?? 'General',
    ]),
  )
  const struckFonts = elements(sectionOf(xml, 'fonts'), 'font').map(({ inside }) =>
    tagsOf(inside, 'strike').some((tag) => !['0', 'false'].includes(attribute(tag, 'val') ?? '1')),
  )
  const styles = tagsOf(sectionOf(xml, 'cellXfs'), 'xf')
  return {
    formats: styles.map((tag) => {
      const id = attribute(tag, 'numFmtId') ?? '0'
      return own.get(id) ?? builtInFormat(Number(id))
    }),
    struck: styles.map((tag) => struckFonts[Number(attribute(tag, 'fontId') ?? 0)] ?? false),
  }
}
