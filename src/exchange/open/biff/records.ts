/**
 * The records of a BIFF8 stream, continued ones joined.
 *
 * @source [MS-XLS] 2.1.4 Record, 2.4.58 Continue
 */

export const BOF = 0x809
const EOF = 0x0a
const CONTINUE = 0x3c

export interface BiffRecord {
  readonly type: number
  readonly data: Uint8Array
  /** Where each continuation begins in `data`. */
  readonly joins: readonly number[]
}

/**
 * From the BOF at `start` to its EOF. Parts inside it, which are charts, give their BOF and nothing else.
 * Ends with the stream where the EOF is missing.
 */
export function* recordsFrom(stream: Uint8Array, start: number): Generator<BiffRecord> {
  let depth = 0
  for (const record of allRecords(stream, start)) {
    if (record.type === EOF) depth -= 1
    if (depth <= 0 && record.type === EOF) return
    if (depth === 1 || record.type === BOF) yield record
    if (record.type === BOF) depth += 1
    if (depth === 0) return
  }
}

/** Every record from a place on, whatever part it belongs to. */
export function* allRecords(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  const size = (at: number): number => Math.min(view.getUint16(at + 2, true), stream.length - at - 4)
  for (let at = start; at >= 0 && at + 4 <= stream.length;) {
    const type = view.getUint16(at, true)
    const pieces = [stream.subarray(at + 4, at + 4 + size(at))]
    at += 4 + size(at)
    while (at + 4 <= stream.length && view.getUint16(at, true) === CONTINUE) {
      pieces.push(stream.subarray(at + 4, at + 4 + size(at)))
      at += 4 + size(at)
    }
    yield joined(type, pieces)
  }
}

function joined(type: number, pieces: readonly Uint8Array[]): BiffRecord {
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined) return { type, data: first, joins: [] }
  const data = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  const joins: number[] = []
  let at = 0
  for (const piece of pieces) {
    if (at > 0) joins.push(at)
    data.set(piece, at)
    at += piece.length
  }
  return { type, data, joins }
}
