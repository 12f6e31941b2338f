/**
 * The nested records in which an old .xls keeps its drawings, and the drawing of one sheet put together from its pieces.
 *
 * @source [MS-ODRAW] 2.2.1 OfficeArtRecordHeader; [MS-XLS] 2.4.171 MsoDrawing, 2.4.181 Obj, 2.4.329 TxO
 */
import type { BiffRecord } from './records'

export interface ArtRecord {
  readonly type: number
  /** Upper twelve bits of the first word; what they mean depends on the type. */
  readonly instance: number
  readonly data: Uint8Array
}

const HEADER_BYTES = 8

/** Records one after the other; one that claims more than there is ends with what there is. */
export function* artRecords(data: Uint8Array): Generator<ArtRecord> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  for (let at = 0; at + HEADER_BYTES <= data.length;) {
    const size = Math.min(view.getUint32(at + 4, true), data.length - at - HEADER_BYTES)
    yield {
      type: view.getUint16(at + 2, true),
      instance: view.getUint16(at, true) >> 4,
      data: data.subarray(at + HEADER_BYTES, at + HEADER_BYTES + size),
    }
    at += HEADER_BYTES + size
  }
}

const [DRAWING, DRAWING_GROUP, OBJECT, TEXT] = [0xec, 0xeb, 0x5d, 0x1b6]

/** What all sheets share: above all the pictures. */
export const drawingGroup = (globals: readonly BiffRecord[]): Uint8Array =>
  together(globals.filter(({ type }) => type === DRAWING_GROUP).map(({ data }) => data))

/**
 * The drawing of a sheet. Its pieces stand between the objects they draw; a piece too long for its record goes on in
 * what looks like a continuation of the object before, or of its text.
 */
export function drawingOf(records: readonly BiffRecord[]): Uint8Array {
  const pieces: Uint8Array[] = []
  for (const { type, data, joins } of records) {
    if (type === DRAWING) pieces.push(data)
    const own =
      type === OBJECT ? joins[0] : type === TEXT && hasText(data) ? joins[2] : type === TEXT ? joins[0] : undefined
    if (own !== undefined) pieces.push(data.subarray(own))
  }
  return together(pieces)
}

/** A text is continued twice for itself: its characters and its fonts. */
const hasText = (data: Uint8Array): boolean => data.length >= 12 && ((data[10] ?? 0) | ((data[11] ?? 0) << 8)) > 0

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** The kinds of the objects of a sheet, in the order in which its drawing speaks of them. */
export interface SheetObject {
  readonly kind: number
  /** It is printed; the arrows of filters and drop-down lists are not. */
  readonly isPrinted: boolean
  /** It shows something that another program made. */
  readonly isEmbedded: boolean
}

const [COMMON, PICTURE_FORMULA] = [0x15, 0x09]

export function sheetObjects(records: readonly BiffRecord[]): readonly SheetObject[] {
  return records
    .filter(({ type }) => type === OBJECT)
    .map(({ data, joins }) => {
      const own = data.subarray(0, joins[0] ?? data.length)
      const view = new DataView(own.buffer, own.byteOffset, own.byteLength)
      let [kind, flags, isEmbedded] = [-1, 0, false]
      for (let at = 0; at + 4 <= own.length;) {
        const part = view.getUint16(at, true)
        if (part === 0 && at > 0) break
        if (part === COMMON && at + 10 <= own.length)
          [kind, flags] = [view.getUint16(at + 4, true), view.getUint16(at + 8, true)]
        if (part === PICTURE_FORMULA) isEmbedded = true
        at += 4 + view.getUint16(at + 2, true)
      }
      return { kind, isPrinted: (flags & 0x10) !== 0, isEmbedded }
    })
}
