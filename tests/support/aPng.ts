/** A small picture of one colour, as the bytes of a PNG file. */
import { zlibSync } from 'fflate'
import { crc32 } from '../../src/exchange/open/crc32'

export function aPng(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(12 + data.length)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, data.length)
    bytes.set(
      [...type].map((letter) => letter.charCodeAt(0)),
      4,
    )
    bytes.set(data, 8)
    view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length), 0) >>> 0)
    return bytes
  }
  const header = new Uint8Array(13)
  new DataView(header.buffer).setUint32(0, width)
  new DataView(header.buffer).setUint32(4, height)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = new Uint8Array(height * (1 + width * 3))
  for (let at = 0; at < height; at += 1)
    for (let pixel = 0; pixel < width; pixel += 1) rows.set([red, green, blue], at * (1 + width * 3) + 1 + pixel * 3)
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
