/** What a zip file says about itself in its central directory, before anything is unpacked. */
export interface ZipDirectory {
  readonly names: readonly string[]
  readonly uncompressedBytes: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 0xffff
const END_SIZE = 22

/** Reads the central directory; null when there is none, as in a file cut short. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return null

  const count = view.getUint16(end + 10, true)
  const names: string[] = []
  let uncompressedBytes = 0
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null
    const nameLength = view.getUint16(at + 28, true)
    uncompressedBytes += view.getUint32(at + 24, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, uncompressedBytes }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_SIZE
  const first = Math.max(0, last - LONGEST_COMMENT)
  for (let at = last; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return -1
}
