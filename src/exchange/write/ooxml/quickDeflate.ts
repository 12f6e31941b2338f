/**
 * Packs long sheets in one quick pass (RFC 1951, fixed codes): each place is compared with the last one that began with the
 * same four bytes, and taken if it agrees. Markup repeats so much that this finds nearly all there is to find.
 */
export interface QuickDeflate {
  /** The packed bytes of a piece; a piece refers to nothing before it. The last one ends the stream. */
  readonly pack: (piece: Uint8Array, isLast: boolean) => Uint8Array<ArrayBuffer>
}

const WINDOW = 32_768
const SHORTEST = 4
const LONGEST = 258
const HASH_BITS = 15
const LENGTH_START = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_START = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12_289, 16_385, 24_577,
]
const END_OF_BLOCK = 256

const reversed = (code: number, length: number): number => {
  let result = 0
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}
const symbolLength = (symbol: number): number => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)
const symbolCode = (symbol: number): number =>
  reversed(
    symbol < 144
      ? 0x30 + symbol
      : symbol < 256
        ? 0x190 + symbol - 144
        : symbol < 280
          ? symbol - 256
          : 0xc0 + symbol - 280,
    symbolLength(symbol),
  )

/** Bits of every literal, length and distance, code and extra bits together, and how many they are. */
const LITERAL = Uint16Array.from({ length: 257 }, (_, symbol) => symbolCode(symbol))
const LITERAL_BITS = Uint8Array.from({ length: 257 }, (_, symbol) => symbolLength(symbol))
const LENGTH = new Uint32Array(LONGEST + 1)
const LENGTH_BITS = new Uint8Array(LONGEST + 1)
LENGTH_START.forEach((start, at) => {
  const extra = LENGTH_EXTRA[at] ?? 0
  const bits = symbolLength(257 + at)
  for (let more = 0; more < 1 << extra && start + more <= LONGEST; more += 1) {
    LENGTH[start + more] = symbolCode(257 + at) | (more << bits)
    LENGTH_BITS[start + more] = bits + extra
  }
})
const DISTANCE = new Uint32Array(WINDOW + 1)
const DISTANCE_BITS = new Uint8Array(WINDOW + 1)
DISTANCE_START.forEach((start, at) => {
  const extra = Math.max(0, (at >> 1) - 1)
  for (let more = 0; more < 1 << extra; more += 1) {
    DISTANCE[start + more] = reversed(at, 5) | (more << 5)
    DISTANCE_BITS[start + more] = 5 + extra
  }
})

export function quickDeflate(): QuickDeflate {
  const last = new Int32Array(1 << HASH_BITS)
  let held = 0
  let heldBits = 0
  let out = new Uint8Array(0)
  const pack = (piece: Uint8Array, isLast: boolean): Uint8Array<ArrayBuffer> => {
    const size = piece.length
    const most = size + (size >> 3) + 16
    if (out.length < most) out = new Uint8Array(most)
    let to = 0
    let bits = held
    let count = heldBits
    const flush = (): void => {
      while (count >= 8) {
        out[to++] = bits & 0xff
        bits >>>= 8
        count -= 8
      }
    }
    bits |= (isLast ? 0b011 : 0b010) << count
    count += 3
    last.fill(-1)
    let at = 0
    const end = size - SHORTEST
    while (at <= end) {
      const four = piece[at]! | (piece[at + 1]! << 8) | (piece[at + 2]! << 16) | (piece[at + 3]! << 24)
      const slot = Math.imul(four, 0x9e3779b1) >>> (32 - HASH_BITS)
      const before = last[slot]!
      last[slot] = at
      if (
        before >= 0 &&
        at - before <= WINDOW &&
        piece[before] === piece[at] &&
        piece[before + 1] === piece[at + 1] &&
        piece[before + 2] === piece[at + 2] &&
        piece[before + 3] === piece[at + 3]
      ) {
        const longest = Math.min(LONGEST, size - at)
        let length = SHORTEST
        while (length < longest && piece[before + length] === piece[at + length]) length += 1
        bits |= LENGTH[length]! << count
        count += LENGTH_BITS[length]!
        while (count >= 8) {
          out[to++] = bits & 0xff
          bits >>>= 8
          count -= 8
        }
        bits |= DISTANCE[at - before]! << count
        count += DISTANCE_BITS[at - before]!
        while (count >= 8) {
          out[to++] = bits & 0xff
          bits >>>= 8
          count -= 8
        }
        at += length
      } else {
        const byte = piece[at]!
        bits |= LITERAL[byte]! << count
        count += LITERAL_BITS[byte]!
        while (count >= 8) {
          out[to++] = bits & 0xff
          bits >>>= 8
          count -= 8
        }
        at += 1
      }
    }
    for (; at < size; at += 1) {
      const byte = piece[at]!
      bits |= LITERAL[byte]! << count
      count += LITERAL_BITS[byte]!
      flush()
    }
    bits |= LITERAL[END_OF_BLOCK]! << count
    count += LITERAL_BITS[END_OF_BLOCK]!
    flush()
    if (isLast && count > 0) {
      out[to++] = bits & 0xff
      count = 0
      bits = 0
    }
    held = bits
    heldBits = count
    // A copy of what was filled, so that the packed bytes of a long sheet do not hold the room of the unpacked ones.
    return out.slice(0, to)
  }
  return { pack }
}
