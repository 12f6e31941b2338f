/**
 * The pictures an old .xls keeps for all its sheets, as files of their own.
 *
 * @source [MS-ODRAW] 2.2.20 OfficeArtBStoreContainer, 2.2.32 OfficeArtFBSE, 2.2.23 OfficeArtBlip
 */
import { unzlibSync } from 'fflate'
import { LARGEST_PICTURE } from '../pictureLimits'
import { artRecords, type ArtRecord } from './drawingRecords'

export interface StoredPicture {
  readonly extension: 'png' | 'jpeg' | 'bmp' | 'emf' | 'wmf' | 'tiff'
  readonly bytes: Uint8Array
}

const [GROUP, STORE, ENTRY] = [0xf000, 0xf001, 0xf007]
const [EMF, WMF, JPEG, PNG, DIB, TIFF, JPEG_CMYK] = [0xf01a, 0xf01b, 0xf01d, 0xf01e, 0xf01f, 0xf029, 0xf02a]
const ENTRY_HEAD = 36
const DIGEST = 16
const METAFILE_HEAD = 34
const DEFLATED = 0
const MOST_ENTRIES = 2_000

/** One per entry, so that shapes find theirs by its number; null for one that is empty, too large or of a kind nobody opens. */
export function storedPictures(group: Uint8Array, mostBytes: number): readonly (StoredPicture | null)[] {
  const container = [...artRecords(group)].find(({ type }) => type === GROUP)
  const store = container === undefined ? undefined : [...artRecords(container.data)].find(({ type }) => type === STORE)
  if (store === undefined) return []
  let room = mostBytes
  const found: (StoredPicture | null)[] = []
  for (const entry of artRecords(store.data)) {
    if (found.length >= MOST_ENTRIES) break
    const blip = entry.type === ENTRY ? insideEntry(entry.data) : entry
    const picture = blip === null ? null : pictureOf(blip, Math.min(LARGEST_PICTURE, room))
    room -= picture?.bytes.length ?? 0
    found.push(picture)
  }
  return found
}

function insideEntry(data: Uint8Array): ArtRecord | null {
  const nameLength = data[33] ?? 0
  const [blip] = artRecords(data.subarray(ENTRY_HEAD + nameLength))
  return blip ?? null
}

/** The number of a picture says how many digests stand before it. */
const digests = ({ type, instance }: ArtRecord): number => {
  const usual: Readonly<Record<number, readonly number[]>> = {
    [EMF]: [0x3d4],
    [WMF]: [0x216],
    [JPEG]: [0x46a, 0x6e2],
    [JPEG_CMYK]: [0x46a, 0x6e2],
    [PNG]: [0x6e0],
    [DIB]: [0x7a8],
    [TIFF]: [0x6e4],
  }
  return usual[type]?.includes(instance) === false ? 2 : 1
}

function pictureOf(blip: ArtRecord, mostBytes: number): StoredPicture | null {
  const head = digests(blip) * DIGEST
  if (blip.type === EMF || blip.type === WMF) return metafile(blip, blip.data.subarray(head), mostBytes)
  const bytes = blip.data.slice(head + 1)
  if (bytes.length === 0 || bytes.length > mostBytes) return null
  if (blip.type === PNG) return { extension: 'png', bytes }
  if (blip.type === JPEG || blip.type === JPEG_CMYK) return { extension: 'jpeg', bytes }
  if (blip.type === TIFF) return { extension: 'tiff', bytes }
  return blip.type === DIB ? bitmapFile(bytes) : null
}

const FILE_HEAD = 14

/** A bitmap is kept without the fourteen bytes that make it a file. */
function bitmapFile(dib: Uint8Array): StoredPicture | null {
  if (dib.length < 40) return null
  const view = new DataView(dib.buffer, dib.byteOffset, dib.byteLength)
  const [head, bits, compression, colours] = [
    view.getUint32(0, true),
    view.getUint16(14, true),
    view.getUint32(16, true),
    view.getUint32(32, true),
  ]
  if (head < 40 || head > dib.length) return null
  const palette = bits <= 8 ? (colours === 0 ? 2 ** bits : Math.min(colours, 256)) * 4 : 0
  const masks = head === 40 && compression === 3 ? 12 : 0
  const bytes = new Uint8Array(FILE_HEAD + dib.length)
  const file = new DataView(bytes.buffer)
  bytes.set([0x42, 0x4d])
  file.setUint32(2, bytes.length, true)
  file.setUint32(10, FILE_HEAD + head + palette + masks, true)
  bytes.set(dib, FILE_HEAD)
  return { extension: 'bmp', bytes }
}

function metafile({ type }: ArtRecord, data: Uint8Array, mostBytes: number): StoredPicture | null {
  if (data.length < METAFILE_HEAD) return null
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const size = view.getUint32(0, true)
  const packed = data.subarray(METAFILE_HEAD)
  if (size === 0 || size > mostBytes || packed.length > mostBytes) return null
  let bytes: Uint8Array
  try {
    // What does not fit the size it states is cut off, so that a small record cannot become a large picture.
    bytes = data[32] === DEFLATED ? unzlibSync(packed, { out: new Uint8Array(size) }) : packed.slice()
  } catch {
    return null
  }
  if (bytes.length === 0) return null
  if (type === EMF) return { extension: 'emf', bytes }
  return {
    extension: 'wmf',
    bytes: startsPlaceable(bytes)
      ? bytes
      : placeable(
          bytes,
          [4, 8, 12, 16].map((at) => view.getInt32(at, true)),
        ),
  }
}

const startsPlaceable = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd7 && bytes[1] === 0xcd && bytes[2] === 0xc6 && bytes[3] === 0x9a

/** Programs open a metafile by the head that says how large it is drawn. */
function placeable(bytes: Uint8Array, bounds: readonly number[]): Uint8Array {
  const file = new Uint8Array(22 + bytes.length)
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x9ac6cdd7, true)
  bounds.forEach((bound, at) => view.setInt16(6 + at * 2, Math.max(-32_768, Math.min(32_767, bound)), true))
  view.setUint16(14, 1_440, true)
  let sum = 0
  for (let at = 0; at < 20; at += 2) sum ^= view.getUint16(at, true)
  view.setUint16(20, sum, true)
  file.set(bytes, 22)
  return file
}
