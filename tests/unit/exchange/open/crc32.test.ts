import * as zlib from 'node:zlib'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../fixtures/demo/seededRandom'
import { crc32 } from '../../../../src/exchange/open/crc32'

test('the published check value of CRC-32 comes out', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  expect(crc32(new Uint8Array())).toBe(0)
})

test('bytes of any length, in one piece or in several, give the checksum zlib gives', () => {
  const random = seededRandom(7)
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, () => random.between(0, 255))
    const cut = random.between(0, length)
    expect([length, crc32(bytes), crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))]).toEqual([
      length,
      zlib.crc32(bytes),
      zlib.crc32(bytes),
    ])
  }
})
