/**
 * Writes a zip file part by part (PKWARE APPNOTE 6.3.10). A part is whole in memory when it comes, so its sizes and checksum stand
 * before it; only the directory is kept, until the end. Files past 4 GB and past 65,534 parts are written as ZIP64.
 */
import { deflateSync } from 'fflate'
import { crc32 } from '../open/crc32'

/** Where the bytes of a file go, in order. */
export interface ByteSink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
}

const STORED = 0
const DEFLATED = 8
const LOCAL_SIZE = 30
const ENTRY_SIZE = 46
const LARGE_OFFSET_SIZE = 12
const TAIL_SIZE = 56 + 20 + 22
const VERSION = 45
const UTF8_NAMES = 0x800
/** 1 January 1980, the first day a zip can name: when a part was written says nothing here. */
const NO_DATE = 0x21
const IN_LARGE_FIELD = 0xffffffff
/** Directory entries are handed on some thousand at a time. */
const DIRECTORY_PIECE = 1 << 20

export class ZipWriter {
  private readonly directory: Uint8Array<ArrayBuffer>[] = []
  private readonly names = new TextEncoder()

  /** @param at bytes that stand before the first part */
  constructor(
    private readonly sink: ByteSink,
    private at = 0,
  ) {}

  get bytesWritten(): number {
    return this.at
  }

  /** @param isPacked the content is compressed already, so that trying again would only take time */
  async add(name: string, content: Uint8Array, isPacked: boolean): Promise<void> {
    const packed = isPacked ? content : deflateSync(content, { level: 1 })
    const isStored = packed.length >= content.length
    const body = isStored ? content : packed
    const encoded = this.names.encode(name)
    const about = {
      method: isStored ? STORED : DEFLATED,
      crc: crc32(content),
      packed: body.length,
      size: content.length,
    }
    this.directory.push(directoryEntry(encoded, about, this.at))
    const part = new Uint8Array(LOCAL_SIZE + encoded.length + body.length)
    const view = new DataView(part.buffer)
    view.setUint32(0, 0x04034b50, true)
    writeCommon(view, 4, about, encoded.length)
    part.set(encoded, LOCAL_SIZE)
    part.set(body, LOCAL_SIZE + encoded.length)
    await this.write(part)
  }

  /** Writes the directory; nothing can be added after it. */
  async finish(): Promise<void> {
    const start = this.at
    let piece: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for (const entry of this.directory) {
      piece.push(entry)
      size += entry.length
      if (size < DIRECTORY_PIECE) continue
      await this.write(joined(piece, size))
      piece = []
      size = 0
    }
    if (size > 0) await this.write(joined(piece, size))
    await this.write(tail(this.directory.length, start, this.at))
  }

  private async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.at += bytes.length
    await this.sink.write(bytes)
  }
}

interface AboutPart {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
}

/** What a local header and a directory entry say alike, from the needed version to the length of the name. */
function writeCommon(view: DataView, at: number, { method, crc, packed, size }: AboutPart, nameLength: number): void {
  view.setUint16(at, VERSION, true)
  view.setUint16(at + 2, UTF8_NAMES, true)
  view.setUint16(at + 4, method, true)
  view.setUint16(at + 8, NO_DATE, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, packed, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, nameLength, true)
}

function directoryEntry(name: Uint8Array, about: AboutPart, offset: number): Uint8Array<ArrayBuffer> {
  const isFar = offset >= IN_LARGE_FIELD
  const entry = new Uint8Array(ENTRY_SIZE + name.length + (isFar ? LARGE_OFFSET_SIZE : 0))
  const view = new DataView(entry.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, VERSION, true)
  writeCommon(view, 6, about, name.length)
  view.setUint32(42, isFar ? IN_LARGE_FIELD : offset, true)
  entry.set(name, ENTRY_SIZE)
  if (isFar) {
    view.setUint16(30, LARGE_OFFSET_SIZE, true)
    view.setUint16(ENTRY_SIZE + name.length, 1, true)
    view.setUint16(ENTRY_SIZE + name.length + 2, 8, true)
    view.setBigUint64(ENTRY_SIZE + name.length + 4, BigInt(offset), true)
  }
  return entry
}

/** The records about the end of the directory; the large one is always written, the ordinary one points to it when it must. */
function tail(count: number, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(TAIL_SIZE)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06064b50, true)
  view.setBigUint64(4, 44n, true)
  view.setUint16(12, VERSION, true)
  view.setUint16(14, VERSION, true)
  view.setBigUint64(24, BigInt(count), true)
  view.setBigUint64(32, BigInt(count), true)
  view.setBigUint64(40, BigInt(end - start), true)
  view.setBigUint64(48, BigInt(start), true)
  view.setUint32(56, 0x07064b50, true)
  view.setBigUint64(64, BigInt(end), true)
  view.setUint32(72, 1, true)
  view.setUint32(76, 0x06054b50, true)
  view.setUint16(84, Math.min(count, 0xffff), true)
  view.setUint16(86, Math.min(count, 0xffff), true)
  view.setUint32(88, Math.min(end - start, IN_LARGE_FIELD), true)
  view.setUint32(92, Math.min(start, IN_LARGE_FIELD), true)
  return bytes
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
