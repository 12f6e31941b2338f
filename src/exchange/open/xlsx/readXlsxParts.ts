/**
 * Reads the sheets of an .xlsx from its unpacked parts, several times faster than a general spreadsheet library, because it
 * looks only at what an import needs: cells, their number formats, merges, what is hidden.
 */
import { SSF } from 'xlsx'
import type { RawSheet } from '../rawWorkbook'
import type { ZipPart } from '../unpackZip'
import { scanSheet } from './scanSheet'
import { attribute, sectionOf, tagsOf, textOfItem } from './xmlScan'

const WORKSHEET = /\/relationships\/worksheet$/u

/** @returns null when it is no plain .xlsx (another container, a prefix on the tags, a cell of a kind not known here) */
export function readXlsxParts(parts: readonly ZipPart[]): RawSheet[] | null {
  const text = textsOf(parts)
  const workbook = text('xl/workbook.xml')
  const links = text('xl/_rels/workbook.xml.rels')
  // Attributes in single quotes are legal and nobody's spreadsheet program writes them; the library reads those.
  if (workbook === null || links === null || !/<workbook[ >]/u.test(workbook) || /<sheet [^>]*'/u.test(workbook))
    return null
  const targets = new Map(tagsOf(links, 'Relationship').map((tag) => [attribute(tag, 'Id') ?? '', tag]))
  const shared = sharedStrings(text('xl/sharedStrings.xml') ?? '')
  const formats = cellFormats(text('xl/styles.xml') ?? '')
  const date1904 = /<workbookPr[^>]* date1904="(?:1|true)"/u.test(workbook)

  const sheets: RawSheet[] = []
  for (const tag of tagsOf(sectionOf(workbook, 'sheets'), 'sheet')) {
    const link = targets.get(attribute(tag, 'r:id') ?? '')
    if (link === undefined) return null
    if (!WORKSHEET.test(attribute(link, 'Type') ?? '')) continue
    const target = attribute(link, 'Target') ?? ''
    const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    const scanned = xml === null || xml.includes("='") ? null : scanSheet(xml, shared, formats)
    if (scanned === null) return null
    sheets.push({
      name: attribute(tag, 'name') ?? '',
      hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
      date1904,
      ...scanned,
    })
  }
  return sheets.length === 0 ? null : sheets
}

/** The text of a part by its name; null where there is none, or it is not UTF-8. */
function textsOf(parts: readonly ZipPart[]): (name: string) => string | null {
  const byName = new Map(parts.map(({ entry, content }) => [entry.name.toLowerCase(), content]))
  return (name) => {
    const content = byName.get(name.toLowerCase())
    if (content === undefined) return null
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
      return /^\s*<\?xml[^>]*encoding=["'](?!utf-8)/iu.test(text.slice(0, 200)) ? null : text
    } catch {
      return null
    }
  }
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = []
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at + 3)) {
    const next = xml.charAt(at + 3)
    if (next === '/') {
      strings.push('')
      continue
    }
    if (next !== '>' && next !== ' ') continue
    const end = xml.indexOf('</si>', at)
    if (end < 0) break
    strings.push(textOfItem(xml.slice(at, end)))
    at = end
  }
  return strings
}

/** Number format per cell style, built-in ones by the table every spreadsheet program shares. */
function cellFormats(xml: string): readonly string[] {
  const builtIn = SSF.get_table() as Readonly<Record<string, string>>
  const own = new Map(
    tagsOf(sectionOf(xml, 'numFmts'), 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId') ?? '',
      attribute(tag, 'formatCode') ?? 'General',
    ]),
  )
  return tagsOf(sectionOf(xml, 'cellXfs'), 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId') ?? '0'
    return own.get(id) ?? builtIn[id] ?? 'General'
  })
}
