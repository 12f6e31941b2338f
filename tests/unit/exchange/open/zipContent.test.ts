/** A part of a zip file unpacks to what the file states for it, and to nothing else. */
import { deflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { sourceOfBytes } from '../../../../src/exchange/open/byteSource'
import { crc32 } from '../../../../src/exchange/open/crc32'
import { zipContent } from '../../../../src/exchange/open/zipContent'

/** A local header without a name, and the packed bytes after it. */
function part(packed: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(30 + packed.length)
  new DataView(bytes.buffer).setUint32(0, 0x04034b50, true)
  bytes.set(packed, 30)
  return bytes
}

/** What is read where the file states that the part has the first `stated` bytes of the content. */
function read(content: Uint8Array, stated: number, packed = deflateSync(content)): Uint8Array | null {
  const entry = {
    name: '',
    method: 8,
    crc: crc32(content.subarray(0, stated)),
    compressedBytes: packed.length,
    offset: 0,
  }
  return zipContent(sourceOfBytes(part(packed)), { ...entry, uncompressedBytes: stated })
}

const content = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919 + (at >> 5) * 31) % 251)

test('a part of many pieces is unpacked whole', () => {
  expect(Buffer.from(read(content, content.length) ?? []).equals(content)).toBe(true)
})

test('a part that unpacks to more or to less than it states is damaged, however little of it was looked at', () => {
  expect(read(content, 1000)).toBeNull()
  expect(read(content, content.length, deflateSync(content).subarray(0, -40))).toBeNull()
})
