import { sourceOfBytes } from './byteSource'
import { zipContent } from './zipContent'
import type { ZipDirectory, ZipEntry } from './zipDirectory'

const LOCAL_HEADER = 0x04034b50
const STORED = 0
const LOCAL_SIZE = 30
const ENTRY_SIZE = 46
const END_SIZE = 22
/** Pictures are large and say nothing about cells. */
const NOT_READ = /\/media\/|\.(?:png|jpe?g|gif|emf|wmf|bmp|tiff?|wav|mp4)$/i

/** A part of a zip file, unpacked. */
export interface ZipPart {
  readonly entry: ZipEntry
  readonly content: Uint8Array
}

/**
 * The parts of a zip file, each checked against the size and checksum the file states for it, so that a bit that fell over
 * in the mail is refused instead of read as another number, and nobody meets a broken or lying stream. Pictures stay empty.
 *
 * @returns null when a part is damaged
 */
export function unpackZip(bytes: Uint8Array, { entries }: ZipDirectory): readonly ZipPart[] | null {
  const source = sourceOfBytes(bytes)
  const parts: ZipPart[] = []
  for (const entry of entries) {
    const content = NOT_READ.test(entry.name) ? new Uint8Array() : zipContent(source, entry)
    if (content === null) return null
    parts.push({ entry, content })
  }
  return parts
}

/** The same parts as a zip file without compression, for a reader that wants one. */
export function storedZip(unpacked: readonly ZipPart[]): Uint8Array {
  const parts = unpacked.map(({ entry, content }) => ({ entry, content, name: new TextEncoder().encode(entry.name) }))
  const size = parts.reduce(
    (sum, { name, content }) => sum + LOCAL_SIZE + ENTRY_SIZE + 2 * name.length + content.length,
    END_SIZE,
  )
  const out = new Uint8Array(size)
  const written = new DataView(out.buffer)
  const offsets: number[] = []
  let at = 0
  for (const { entry, name, content } of parts) {
    offsets.push(at)
    written.setUint32(at, LOCAL_HEADER, true)
    sizesAt(written, at + 4, entry, name, content)
    out.set(name, at + LOCAL_SIZE)
    out.set(content, at + LOCAL_SIZE + name.length)
    at += LOCAL_SIZE + name.length + content.length
  }
  const directory = at
  for (const [place, { entry, name, content }] of parts.entries()) {
    written.setUint32(at, 0x02014b50, true)
    written.setUint16(at + 4, 20, true)
    sizesAt(written, at + 6, entry, name, content)
    written.setUint32(at + 42, offsets[place]!, true)
    out.set(name, at + ENTRY_SIZE)
    at += ENTRY_SIZE + name.length
  }
  written.setUint32(at, 0x06054b50, true)
  written.setUint16(at + 8, parts.length, true)
  written.setUint16(at + 10, parts.length, true)
  written.setUint32(at + 12, at - directory, true)
  written.setUint32(at + 16, directory, true)
  return out
}

/** The fields a local header and a directory entry share: version, flags, method, time, checksum, sizes, name length. */
function sizesAt(view: DataView, at: number, { crc }: ZipEntry, name: Uint8Array, content: Uint8Array): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x800, true)
  view.setUint16(at + 4, STORED, true)
  view.setUint32(at + 10, content.length === 0 ? 0 : crc, true)
  view.setUint32(at + 14, content.length, true)
  view.setUint32(at + 18, content.length, true)
  view.setUint16(at + 22, name.length, true)
}
