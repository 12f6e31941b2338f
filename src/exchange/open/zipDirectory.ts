import { sourceOfBytes, type ByteSource } from './byteSource'

/** What a zip file says about itself in its central directory, before anything is unpacked. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
  readonly uncompressedBytes: number
}

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated; nothing else is in a workbook */
  readonly method: number
  readonly crc: number
  readonly compressedBytes: number
  readonly uncompressedBytes: number
  /** of its local header */
  readonly offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LARGE_END = 0x06064b50
const LARGE_END_LOCATOR = 0x07064b50
const LONGEST_COMMENT = 0xffff
const END_SIZE = 22
const LOCATOR_SIZE = 20
const LARGE_END_SIZE = 56
const ENTRY_SIZE = 46
const IN_EXTRA_FIELD = 0xffffffff
const ZIP64_FIELD = 1
/** A directory larger than this belongs to no file of ours or of anybody's workbooks. */
const LARGEST_DIRECTORY = 512 * 2 ** 20

/** Does it begin as a zip file with parts in it does, whether or not its end is there? */
export const beginsAsZip = (source: ByteSource): boolean => {
  const [p, k, three, four] = source.read(0, Math.min(4, source.size))
  return p === 0x50 && k === 0x4b && three === 3 && four === 4
}

/** How many parts the file says it has, before they are looked at; 0 where it has no end. */
export const claimedParts = (source: ByteSource): number => findEnd(source)?.count ?? 0

/** Reads the central directory; null when there is none, as in a file cut short. */
export const readZipDirectory = (bytes: Uint8Array): ZipDirectory | null => zipDirectoryOf(sourceOfBytes(bytes))

/** The same for a file that is not in memory: only its end is read. */
export function zipDirectoryOf(source: ByteSource): ZipDirectory | null {
  const found = findEnd(source)
  if (found === null || found.end - found.start > LARGEST_DIRECTORY || found.start > found.end) return null

  const bytes = source.read(found.start, found.end)
  const view = viewOf(bytes)
  const names = new TextDecoder()
  const entries: ZipEntry[] = []
  let uncompressedBytes = 0
  let at = 0
  for (let entry = 0; entry < found.count; entry++) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = names.decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength))
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
    const [unpacked = 0, packed = 0, offset = 0] = sizes.includes(IN_EXTRA_FIELD)
      ? largeSizes(view, at + ENTRY_SIZE + nameLength, extraLength, sizes)
      : sizes
    uncompressedBytes += unpacked
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedBytes: packed,
      uncompressedBytes: unpacked,
      offset,
    })
    at += ENTRY_SIZE + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return { entries, uncompressedBytes }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Some writers put even small sizes into the extra field for sizes past 4 GB. */
function largeSizes(view: DataView, from: number, length: number, sizes: readonly number[]): number[] {
  for (let at = from; at + 4 <= Math.min(from + length, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue
    let place = at + 4
    return sizes.map((size) => {
      if (size !== IN_EXTRA_FIELD || place + 8 > view.byteLength) return size
      place += 8
      return Number(view.getBigUint64(place - 8, true))
    })
  }
  return [...sizes]
}

interface EndOfDirectory {
  readonly count: number
  /** Where the directory begins, and where the record about its end does. */
  readonly start: number
  readonly end: number
}

function findEnd(source: ByteSource): EndOfDirectory | null {
  const from = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT)
  const tail = viewOf(source.read(from, source.size))
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const end = { count: tail.getUint16(at + 10, true), start: tail.getUint32(at + 16, true), end: from + at }
    return end.count === 0xffff || end.start === IN_EXTRA_FIELD ? (largeEnd(source, from + at) ?? end) : end
  }
  return null
}

/** The end of a file past 4 GB or 65,534 entries; null when the fields of the ordinary one meant what they say. */
function largeEnd(source: ByteSource, ordinary: number): EndOfDirectory | null {
  if (ordinary < LOCATOR_SIZE + LARGE_END_SIZE) return null
  const locator = viewOf(source.read(ordinary - LOCATOR_SIZE, ordinary))
  if (locator.getUint32(0, true) !== LARGE_END_LOCATOR) return null
  const at = Number(locator.getBigUint64(8, true))
  if (at + LARGE_END_SIZE > ordinary) return null
  const large = viewOf(source.read(at, at + LARGE_END_SIZE))
  if (large.getUint32(0, true) !== LARGE_END) return null
  return { count: Number(large.getBigUint64(32, true)), start: Number(large.getBigUint64(48, true)), end: at }
}
