/**
 * What of an old .xls the library gets to see. It reads everything it knows the name of, counts without looking at the end
 * and unpacks archives inside of records; so it is shown the records we need it for, and of those only sound ones.
 */
import { hasSoundFormulas } from './soundFormulas'

/** Parts, sheets, code page, dates, formats and looks, shared texts, cells, merges, sizes and what is hidden. */
const VALUES: readonly number[] = [
  0x809, 0x409, 0x209, 0x09, 0x0a, 0x3c, 0x85, 0x42, 0x22, 0x31, 0x231, 0x41e, 0x1e, 0xe0, 0x43, 0xfc, 0x200, 0x201,
  0x203, 0x204, 0x205, 0x27e, 0x7e, 0xbd, 0xbe, 0xd6, 0xfd, 0x06, 0x207, 0x221, 0x4bc, 0xe5, 0x7d, 0x208,
]
/** Names, the sheets formulas speak of, notes with their texts, filters. */
const FORMULAS: readonly number[] = [...VALUES, 0x17, 0x18, 0x1ae, 0x23, 0x1c, 0x5d, 0x1b6, 0x9d]
const SEEN = { values: new Set(VALUES), formulas: new Set(FORMULAS) } as const
/** Settings of a printer, which the library passes over. */
const NOBODY_READS = 0x4d

/** @returns the stream with all other records renamed; null when a formula does not hold what it says */
export function libraryRecords(stream: Uint8Array, what: keyof typeof SEEN): Uint8Array | null {
  const shown = stream.slice()
  const view = new DataView(shown.buffer)
  for (let at = 0; at + 4 <= shown.length; at += 4 + view.getUint16(at + 2, true))
    if (!SEEN[what].has(view.getUint16(at, true))) view.setUint16(at, NOBODY_READS, true)
  return hasSoundFormulas(shown) ? shown : null
}
