/**
 * Do the formulas of an old .xls hold what they say they hold? The library counts what stands behind a formula without
 * looking whether anything does, and then counts for ever. Checked before it reads the file.
 *
 * @source [MS-XLS] 2.4.127 Formula, 2.4.4 Array, 2.4.260 ShrFmla, 2.4.150 Lbl, 2.4.106 ExternSheet, 2.5.198.103 RgbExtra
 */
import { ByteCursor, RecordEnd } from './byteCursor'
import { allRecords, type BiffRecord } from './records'

/** Where a record says how long its formula is: formulas, arrays and shared ones, also by the numbers of older versions. */
const SIZE_AT: Readonly<Record<number, number>> = { 0x06: 20, 0x206: 20, 0x406: 20, 0x221: 12, 0x21: 12, 0x4bc: 8 }
const [NAME, OLDER_NAME, SHEETS] = [0x18, 0x218, 0x17]
const NAME_HEAD = 14
const UNPARSED = 0xffff

export function hasSoundFormulas(stream: Uint8Array): boolean {
  const version = stream.length >= 6 ? new DataView(stream.buffer, stream.byteOffset).getUint16(4, true) : 0
  const isBiff8 = version === BIFF8
  try {
    for (const record of allRecords(stream, 0)) if (!isSound(record, isBiff8)) return false
    return true
  } catch (error) {
    if (error instanceof RecordEnd) return false
    throw error
  }
}

function isSound({ type, data, joins }: BiffRecord, isBiff8: boolean): boolean {
  if (type === SHEETS) return data.length >= 2
  const cursor = new ByteCursor(data, joins)
  const sizeAt = SIZE_AT[type]
  if (sizeAt !== undefined) {
    cursor.skip(sizeAt)
    const size = cursor.u16()
    return size === UNPARSED || fits(cursor, size, isBiff8)
  }
  if ((type !== NAME && type !== OLDER_NAME) || data.length <= NAME_HEAD) return true
  cursor.skip(3)
  const length = cursor.u8()
  const size = cursor.u16()
  cursor.skip(NAME_HEAD - cursor.at)
  cursor.characters(length, isBiff8 && (cursor.u8() & 1) === 1)
  return size === 0 || fits(cursor, size, isBiff8)
}

/** Bytes of each token behind its number; those that come with a length of their own are read. */
const TOKEN_BYTES: Readonly<Record<number, number>> = {
  0x01: 4,
  0x02: 4,
  0x1c: 1,
  0x1d: 1,
  0x1e: 2,
  0x1f: 8,
  0x20: 7,
  0x21: 2,
  0x22: 3,
  0x23: 4,
  0x24: 4,
  0x25: 8,
  0x26: 6,
  0x27: 6,
  0x28: 6,
  0x29: 2,
  0x2a: 4,
  0x2b: 8,
  0x2c: 4,
  0x2d: 8,
  0x39: 6,
  0x3a: 6,
  0x3b: 10,
  0x3c: 6,
  0x3d: 10,
}
/** Before Excel 97 a reference has two bytes of row and one of column, and other sheets are named in place. */
const OLDER_TOKEN_BYTES: Readonly<Record<number, number>> = {
  ...TOKEN_BYTES,
  0x23: 14,
  0x24: 3,
  0x25: 6,
  0x2a: 3,
  0x2b: 6,
  0x2c: 3,
  0x2d: 6,
  0x39: 24,
  0x3a: 17,
  0x3b: 20,
  0x3c: 17,
  0x3d: 20,
}
const BIFF8 = 0x0600
const [TEXT, HINT, CONSTANTS, AREAS] = [0x17, 0x19, 0x20, 0x26]
const CHOICES = 0x04

/** The tokens, and behind them the constants and areas that some of them stand for. */
function fits(cursor: ByteCursor, size: number, isBiff8: boolean): boolean {
  const tokens = new ByteCursor(cursor.bytes(size))
  const behind: number[] = []
  while (tokens.left > 0) {
    const raw = tokens.u8()
    const token = raw < 0x20 ? raw : (raw & 0x1f) | 0x20
    if (token === TEXT) skipText(tokens, isBiff8)
    else if (token === HINT) {
      const kind = tokens.u8()
      const value = tokens.u16()
      if ((kind & CHOICES) !== 0) tokens.skip((value + 1) * 2)
    } else if (token >= 0x03 && token <= 0x16) continue
    else {
      const bytes = (isBiff8 ? TOKEN_BYTES : OLDER_TOKEN_BYTES)[token]
      // What nobody knows is left to the library, which stops there too.
      if (bytes === undefined) break
      tokens.skip(bytes)
      if (token === CONSTANTS || token === AREAS) behind.push(token)
    }
  }
  if (cursor.left === 0) return true
  for (const token of behind) {
    if (token === AREAS) cursor.skip(cursor.u16() * 8)
    else readConstants(cursor, isBiff8)
  }
  return true
}

/** Older texts are bytes of the code page and have no flag. */
function skipText(cursor: ByteCursor, isBiff8: boolean): void {
  if (isBiff8) cursor.text(1)
  else cursor.skip(cursor.u8())
}

function readConstants(cursor: ByteCursor, isBiff8: boolean): void {
  const columns = cursor.u8() + 1
  const rows = cursor.u16() + 1
  for (let at = 0; at < columns * rows; at += 1) {
    if (cursor.u8() !== 0x02) cursor.skip(8)
    else if (isBiff8) cursor.text()
    else skipText(cursor, false)
  }
}
