/**
 * The texts that cells share, with the stretches that look different.
 *
 * @source [MS-XLS] 2.4.265 SST, 2.5.293 XLUnicodeRichExtendedString
 */
import { ByteCursor, RecordEnd } from './byteCursor'
import { fontAt } from './cellLooks'
import type { BiffRecord } from './records'

export interface RichText {
  readonly text: string
  /** From which character on which font holds, in order; before the first one the font of the cell. */
  readonly runs: readonly { readonly from: number; readonly font: number }[]
}

const SHARED_TEXTS = 0xfc
/** A text takes three bytes at least. */
const LEAST_BYTES = 3

/** @throws RecordEnd when the list is cut short */
export function readSharedTexts(globals: readonly BiffRecord[]): readonly RichText[] {
  const record = globals.find(({ type }) => type === SHARED_TEXTS)
  if (record === undefined) return []
  const cursor = new ByteCursor(record.data, record.joins)
  cursor.skip(4)
  const count = cursor.u32()
  if (count * LEAST_BYTES > cursor.left) throw new RecordEnd()
  return Array.from({ length: count }, () => readRichText(cursor))
}

function readRichText(cursor: ByteCursor): RichText {
  const length = cursor.u16()
  const flags = cursor.u8()
  const runs = (flags & 8) === 0 ? 0 : cursor.u16()
  const phonetic = (flags & 4) === 0 ? 0 : cursor.u32()
  const text = cursor.characters(length, (flags & 1) === 1)
  const stretches = Array.from({ length: runs }, () => ({ from: cursor.u16(), font: fontAt(cursor.u16()) }))
  cursor.skip(phonetic)
  return { text, runs: stretches.filter(({ from }) => from < length) }
}
