/** The checksum a zip keeps of every part (CRC-32, ISO 3309), eight bytes a step (“slicing-by-8”, Kounavis & Berry 2005). */
const POLYNOMIAL = 0xedb88320
const STEP = 8

/** `TABLES[256 * k + byte]`: what a byte does to the remainder when k more bytes follow it. */
const TABLES = new Int32Array(256 * STEP)
for (let byte = 0; byte < 256; byte += 1) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit += 1)
    remainder = (remainder & 1) === 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1
  TABLES[byte] = remainder
}
for (let at = 256; at < TABLES.length; at += 1)
  TABLES[at] = (TABLES[at - 256]! >>> 8) ^ TABLES[TABLES[at - 256]! & 0xff]!

/**
 * @param before the checksum of everything that came before; 0 at the beginning
 * @returns the checksum with these bytes added, an unsigned 32-bit number
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before
  let at = 0
  for (const end = bytes.length - STEP; at <= end; at += STEP) {
    const low = rest ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    rest =
      TABLES[1792 + (low & 0xff)]! ^
      TABLES[1536 + ((low >>> 8) & 0xff)]! ^
      TABLES[1280 + ((low >>> 16) & 0xff)]! ^
      TABLES[1024 + (low >>> 24)]! ^
      TABLES[768 + bytes[at + 4]!]! ^
      TABLES[512 + bytes[at + 5]!]! ^
      TABLES[256 + bytes[at + 6]!]! ^
      TABLES[bytes[at + 7]!]!
  }
  for (; at < bytes.length; at += 1) rest = TABLES[(rest ^ bytes[at]!) & 0xff]! ^ (rest >>> 8)
  return ~rest >>> 0
}
