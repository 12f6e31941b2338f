import { inflateSync } from 'fflate'
import type { ByteSource } from './byteSource'
import { crc32 } from './crc32'
import type { ZipEntry } from './zipDirectory'

const LOCAL_HEADER = 0x04034b50
const LOCAL_SIZE = 30
const STORED = 0
const DEFLATED = 8

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

function inflated(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) })
  } catch {
    return null
  }
}
