/** What a file claims about places it does not fill, looked at before a general reader believes it. */
import { MOST_COLUMNS, MOST_SHEET_ROWS } from './limits'
import type { FileProblem } from './rawWorkbook'
import type { ZipPart } from './unpackZip'

const DAMAGED: FileProblem = { code: 'file-damaged' }
/** Places that the spans of a page or a SpreadsheetML sheet may cover together. */
const MOST_SPANNED = 5_000_000

/** Indexes and spans of a SpreadsheetML workbook or a page with tables; null when they could be meant. */
export function claimedByText(text: string): FileProblem | null {
  let spanned = 0
  for (const [, name = '', digits = ''] of text.matchAll(
    /[\s:](Index|Span|MergeAcross|MergeDown|colspan|rowspan)\s*=\s*["']?(\d+)/giu,
  )) {
    const value = Number(digits)
    const isRows = /^(?:mergedown|rowspan)$/iu.test(name)
    if (value > MOST_SHEET_ROWS) return DAMAGED
    if (!isRows && !/^(?:index|span)$/iu.test(name) && value > MOST_COLUMNS) return DAMAGED
    spanned += value
    if (!/^index$/iu.test(name) && spanned > MOST_SPANNED) return DAMAGED
  }
  return null
}

/** Rows or columns repeated further than this are only looks, and hold no value. */
const MOST_REPEATED = 1_000

/** Rows and columns an .ods or .xlsb speaks of; null when they could be meant. */
export function claimedByParts(parts: readonly ZipPart[]): FileProblem | null {
  for (const { entry, content } of parts) {
    if (/^content\.xml$/iu.test(entry.name) && repeatsValues(new TextDecoder().decode(content))) return DAMAGED
    if (/\/worksheets\/[^/]+\.bin$/iu.test(entry.name) && !hasSoundPlaces(content)) return DAMAGED
  }
  return null
}

/** Is a row or cell with a value repeated further than anybody types, or beyond the end of a sheet? */
function repeatsValues(xml: string): boolean {
  for (let at = xml.indexOf('<table:table-row'); at >= 0; at = xml.indexOf('<table:table-row', at + 1)) {
    const close = xml.indexOf('</table:table-row>', at)
    const row = xml.slice(at, close < 0 ? xml.indexOf('>', at) + 1 : close)
    const rows = repeated(row, 'rows')
    if (rows > MOST_SHEET_ROWS) return true
    for (const [cell] of row.matchAll(/<table:table-cell[^>]*>/gu)) {
      const columns = repeated(cell, 'columns')
      if (columns > MOST_COLUMNS) return true
      if (/office:value-type=/u.test(cell) && (rows > MOST_REPEATED || columns > MOST_REPEATED)) return true
    }
    if (close < 0) break
  }
  return false
}

const repeated = (tag: string, what: 'rows' | 'columns'): number =>
  Number(new RegExp(`number-${what}-repeated="(\\d{1,12})"`, 'u').exec(tag)?.[1] ?? 1)

/** Records of a binary sheet: rows, cells, widths of columns and merges that lie where a sheet has places. */
const [ROW, LAST_CELL, COLUMNS, MERGE] = [0, 11, 60, 176]

function hasSoundPlaces(content: Uint8Array): boolean {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  const number = (at: number): number => (at + 4 <= view.byteLength ? view.getUint32(at, true) : 0)
  for (let at = 0; at < content.length;) {
    const type = (content[at]! & 0x7f) | (content[at]! >= 0x80 ? (content[at + 1] ?? 0) << 7 : 0)
    at += content[at]! >= 0x80 ? 2 : 1
    let size = 0
    for (let part = 0; part < 4; part += 1) {
      const byte = content[at] ?? 0
      at += 1
      size |= (byte & 0x7f) << (7 * part)
      if (byte < 0x80) break
    }
    if (type === ROW && number(at) >= MOST_SHEET_ROWS) return false
    if (type > ROW && type <= LAST_CELL && number(at) >= MOST_COLUMNS) return false
    if (type === COLUMNS && (number(at) >= MOST_COLUMNS || number(at + 4) >= MOST_COLUMNS)) return false
    if (type === MERGE && (number(at + 4) >= MOST_SHEET_ROWS || number(at + 12) >= MOST_COLUMNS)) return false
    at += size
  }
  return true
}
