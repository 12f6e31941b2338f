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
const LONGEST_COMMENT = 0xffff
const END_SIZE = 22
const IN_EXTRA_FIELD = 0xffffffff
const ZIP64_FIELD = 1

/** Reads the central directory; null when there is none, as in a file cut short. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null

  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let uncompressedBytes = 0
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
    const [unpacked = 0, packed = 0, offset = 0] = sizes.includes(IN_EXTRA_FIELD)
      ? largeSizes(view, at + 46 + nameLength, extraLength, sizes)
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
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return { entries, uncompressedBytes }
}

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

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE
  const first = Math.max(0, last - LONGEST_COMMENT)
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return -1
}
