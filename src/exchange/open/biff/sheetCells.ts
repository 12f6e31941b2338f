/**
 * The cells of a sheet of an old .xls with their looks, the empty ones too; formulas as their results.
 *
 * @source [MS-XLS] 2.4.149 LabelSst, 2.4.180 Number, 2.4.220 RK, 2.4.175 MulRk, 2.4.20 Blank, 2.4.174 MulBlank,
 *   2.4.24 BoolErr, 2.4.127 Formula, 2.4.268 String
 */
import { ByteCursor } from './byteCursor'
import type { BiffRecord } from './records'
import type { RichText } from './sharedTexts'

export type CellValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'shared'; readonly index: number }
  | { readonly kind: 'text'; readonly text: RichText }
  | { readonly kind: 'truth'; readonly isTrue: boolean }
  | { readonly kind: 'error'; readonly code: number }

export interface BiffCell {
  /** Zero-based. */
  readonly row: number
  readonly column: number
  readonly look: number
  readonly value: CellValue | null
  readonly isFormula: boolean
}

const [BLANK, NUMBER, LABEL, BOOL_ERR, RK, RICH_LABEL, MUL_RK, MUL_BLANK, SHARED_LABEL, FORMULA, STRING] = [
  0x201, 0x203, 0x204, 0x205, 0x27e, 0xd6, 0xbd, 0xbe, 0xfd, 0x06, 0x207,
]
const CELLS: ReadonlySet<number> = new Set([
  BLANK,
  NUMBER,
  LABEL,
  BOOL_ERR,
  RK,
  RICH_LABEL,
  MUL_RK,
  MUL_BLANK,
  SHARED_LABEL,
  FORMULA,
])
const LAST_COLUMN = 255

/** What a record of one cell that is no formula says after its look. */
function singleValue(type: number, cursor: ByteCursor): CellValue | null {
  switch (type) {
    case NUMBER:
      return numeric(cursor.f64())
    case RK:
      return numeric(compactNumber(cursor))
    case SHARED_LABEL:
      return { kind: 'shared', index: cursor.u32() }
    case LABEL:
    case RICH_LABEL:
      return plainText(cursor.text())
    case BOOL_ERR: {
      const code = cursor.u8()
      return cursor.u8() === 0 ? { kind: 'truth', isTrue: code !== 0 } : { kind: 'error', code }
    }
    default:
      return null
  }
}

/** @throws RecordEnd when a record is cut short */
export function readCells(records: readonly BiffRecord[]): readonly BiffCell[] {
  const cells = new Map<number, BiffCell>()
  /** A formula whose text comes in the record after it. */
  let waiting: BiffCell | null = null
  for (const { type, data, joins } of records) {
    const cursor = new ByteCursor(data, joins)
    if (type === STRING && waiting !== null) {
      cells.set(waiting.row * 256 + waiting.column, { ...waiting, value: plainText(cursor.text()) })
      waiting = null
    }
    if (!CELLS.has(type)) continue
    waiting = null
    const [row, column] = [cursor.u16(), cursor.u16()]
    if (column > LAST_COLUMN) continue
    const put = (at: number, look: number, value: CellValue | null, isFormula = false): BiffCell => {
      const cell = { row, column: at, look, value, isFormula }
      if (at <= LAST_COLUMN) cells.set(row * 256 + at, cell)
      return cell
    }
    if (type === MUL_BLANK) for (let at = column; cursor.left >= 4; at += 1) put(at, cursor.u16(), null)
    else if (type === MUL_RK)
      for (let at = column; cursor.left >= 8; at += 1) put(at, cursor.u16(), numeric(compactNumber(cursor)))
    else {
      const look = cursor.u16()
      if (type === FORMULA) {
        const result = formulaResult(cursor.bytes(8))
        const cell = put(column, look, result === 'text follows' ? null : result, true)
        if (result === 'text follows') waiting = cell
      } else put(column, look, singleValue(type, cursor))
    }
  }
  return [...cells.entries()].sort(([a], [b]) => a - b).map(([, cell]) => cell)
}

const plainText = (text: string): CellValue => ({ kind: 'text', text: { text, runs: [] } })

const numeric = (number: number): CellValue | null => (Number.isFinite(number) ? { kind: 'number', number } : null)

/** Thirty bits of an integer or of a floating-point number, perhaps times a hundred. */
function compactNumber(cursor: ByteCursor): number {
  const bits = cursor.i32()
  let number = bits >> 2
  if ((bits & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8))
    view.setInt32(4, bits & ~3, true)
    number = view.getFloat64(0, true)
  }
  return (bits & 1) === 0 ? number : number / 100
}

function formulaResult(bytes: Uint8Array): CellValue | null | 'text follows' {
  if (bytes[6] !== 0xff || bytes[7] !== 0xff)
    return numeric(new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0, true))
  if (bytes[0] === 0) return 'text follows'
  if (bytes[0] === 1) return { kind: 'truth', isTrue: bytes[2] !== 0 }
  return bytes[0] === 2 ? { kind: 'error', code: bytes[2] ?? 0 } : plainText('')
}
