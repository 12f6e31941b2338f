import fc from 'fast-check'
import { inflateSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { quickDeflate } from '../../../../../src/exchange/write/ooxml/quickDeflate'

const packed = (pieces: readonly Uint8Array[]): Uint8Array => {
  const deflate = quickDeflate()
  return new Uint8Array(pieces.flatMap((piece, at) => [...deflate.pack(piece, at === pieces.length - 1)]))
}
/** Few signs, so that places repeat near and far; and bytes of every kind. */
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(fc.constantFrom('<c r="A', '" s="1"><v>', '7', '</v></c>', '压', 'x'.repeat(300)), { maxLength: 400 })
    .map((words) => strToU8(words.join(''))),
)

test('whatever is packed, in however many pieces, is there again when unpacked', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
      expect(inflateSync(packed(pieces))).toEqual(new Uint8Array(pieces.flatMap((one) => [...one])))
    }),
    { numRuns: 300 },
  )
})

test('what lies 32 KB back is still found, what lies beyond is not asked for', () => {
  for (const far of [32_767, 32_768, 32_769, 40_000]) {
    const start = strToU8('A sentence that comes twice')
    // Between the two nothing repeats four bytes in a row.
    const between = Uint8Array.from({ length: far - start.length }, (_, at) => 128 + ((at * at * 7 + (at >> 3)) % 127))
    const all = new Uint8Array([...start, ...between, ...start])
    expect(inflateSync(packed([all]))).toEqual(all)
  }
})

test('markup shrinks as much as it repeats', () => {
  const rows = strToU8(
    Array.from({ length: 20_000 }, (_, at) => `<c r="A${at}" s="12" t="s"><v>${at * 7}</v></c>`).join(''),
  )
  expect(packed([rows]).length).toBeLessThan(rows.length / 4)
})
