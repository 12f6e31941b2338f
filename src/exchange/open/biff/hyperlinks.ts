/**
 * The links of the cells of an old .xls.
 *
 * @source [MS-XLS] 2.4.140 HLink, 2.4.141 HLinkTooltip; [MS-OSHARED] 2.3.7.1 Hyperlink Object
 */
import { ByteCursor, tolerant } from './byteCursor'
import type { BiffRecord } from './records'

export interface CellLink {
  /** Zero-based, the first cell of the link. */
  readonly row: number
  readonly column: number
  /** An address outside of the workbook; null for a place in it. */
  readonly target: string | null
  /** The place in the workbook or in the document it leads to. */
  readonly place: string
  readonly tooltip: string
}

const [LINK, TOOLTIP] = [0x1b8, 0x800]
const [HAS_TARGET, HAS_PLACE, HAS_NAME, HAS_FRAME, TARGET_IS_TEXT] = [0x01, 0x08, 0x10, 0x80, 0x100]
const URL_KIND = 'e0c9ea79f9bace118c8200aa004ba90b'
const FILE_KIND = '0303000000000000c000000000000046'

/** A link of a kind nobody knows is left out. */
export function readLinks(records: readonly BiffRecord[]): readonly CellLink[] {
  const links: CellLink[] = []
  for (const { type, data, joins } of records)
    tolerant(() => {
      const cursor = new ByteCursor(data, joins)
      if (type === TOOLTIP) {
        cursor.skip(2)
        const row = cursor.u16()
        cursor.skip(2)
        const column = cursor.u16()
        cursor.skip(2)
        const at = links.findIndex((link) => link.row === row && link.column === column)
        const link = links[at]
        if (link !== undefined) links[at] = { ...link, tooltip: wide(cursor, Math.floor(cursor.left / 2)) }
      } else if (type === LINK) {
        const link = readLink(cursor)
        if (link !== null) links.push(link)
      }
    })
  return links
}

function readLink(cursor: ByteCursor): CellLink | null {
  const row = cursor.u16()
  cursor.skip(2)
  const column = cursor.u16()
  cursor.skip(2 + 16 + 4)
  const flags = cursor.u32()
  const has = (bit: number): boolean => (flags & bit) !== 0
  if (has(HAS_NAME)) counted(cursor)
  if (has(HAS_FRAME)) counted(cursor)
  const target = !has(HAS_TARGET) ? null : has(TARGET_IS_TEXT) ? counted(cursor) : readTarget(cursor)
  const place = has(HAS_PLACE) ? counted(cursor) : ''
  if (target === '' || (target === null && place === '')) return null
  return { row, column, target, place, tooltip: '' }
}

/** Characters of two bytes up to the first that is nothing. */
const wide = (cursor: ByteCursor, count: number): string => cursor.characters(count, true).split('\u0000')[0] ?? ''

function counted(cursor: ByteCursor): string {
  const count = cursor.u32()
  return wide(cursor, count)
}

function readTarget(cursor: ByteCursor): string {
  const kind = [...cursor.bytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  if (kind === URL_KIND) {
    const size = cursor.u32()
    return wide(new ByteCursor(cursor.bytes(size)), Math.floor(size / 2))
  }
  if (kind !== FILE_KIND) return ''
  const upwards = '../'.repeat(Math.min(cursor.u16(), 50))
  const path = cursor.characters(cursor.u32(), false).split('\u0000')[0] ?? ''
  cursor.skip(24)
  const size = cursor.u32()
  if (size === 0) return upwards + path.replaceAll('\\', '/')
  const bytes = cursor.u32()
  cursor.skip(2)
  return upwards + wide(cursor, Math.floor(bytes / 2)).replaceAll('\\', '/')
}
