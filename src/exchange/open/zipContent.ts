import { Inflate } from 'fflate'
import type { ByteSource } from './byteSource'
import { crc32 } from './crc32'
import type { ZipEntry } from './zipDirectory'

const LOCAL_HEADER = 0x04034b50
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8
/** Packed bytes unpacked at a time: 16 MB at most come of them. */
const PIECE = 1 << 14

/** One part of a zip file, unpacked and held against the size and checksum the file states for it; null when it is damaged. */
export function zipContent(
  source: ByteSource,
  { method, crc, compressedBytes, uncompressedBytes, offset }: ZipEntry,
): Uint8Array | null {
  if (offset + LOCAL_SIZE > source.size) return null
  const header = source.read(offset, offset + LOCAL_SIZE)
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  if (view.getUint32(0, true) !== LOCAL_HEADER) return null
  const from = offset + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true)
  const packed = source.read(from, Math.min(from + compressedBytes, source.size))
  if (packed.length !== compressedBytes || (method !== STORED && method !== DEFLATED)) return null
  const content = method === STORED ? packed : inflated(packed, uncompressedBytes)
  return content !== null && content.length === uncompressedBytes && crc32(content) === crc ? content : null
}

/** Stops at the stated size, whatever the stream holds: a megabyte can come to a gigabyte. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  const content = new Uint8Array(size)
  let at = 0
  const stream = new Inflate((piece) => {
    // Throws where the piece does not fit.
    content.set(piece, at)
    at += piece.length
  })
  try {
    for (let from = 0; from < packed.length; from += PIECE)
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length)
  } catch {
    return null
  }
  return at === size ? content : null
}
