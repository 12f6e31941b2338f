/**
 * SHA-256 (FIPS 180-4) in one go and at once: the browser's own digest answers later, and an IndexedDB transaction that
 * waits for something else ends. Some hundred megabytes a second, which is enough for a log.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const K = new Int32Array(64)
/** The same of their square roots, for the first eight. */
const START = new Int32Array(8)
for (let n = 2, found = 0; found < 64; n += 1) {
  let isPrime = true
  for (let divisor = 2; divisor * divisor <= n; divisor += 1) if (n % divisor === 0) isPrime = false
  if (!isPrime) continue
  if (found < 8) START[found] = ((Math.sqrt(n) % 1) * 2 ** 32) | 0
  K[found] = ((Math.cbrt(n) % 1) * 2 ** 32) | 0
  found += 1
}

/** UTF-8 of a text, followed by the padding of the hash. A lone surrogate becomes U+FFFD, as everywhere. */
function paddedUtf8(text: string): { readonly bytes: Uint8Array; readonly blocks: number } {
  const bytes = new Uint8Array(text.length * 3 + 72)
  let end = 0
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at)
    if (code < 0x80) {
      bytes[end++] = code
      continue
    }
    if (code < 0x800) {
      bytes[end++] = 0xc0 | (code >> 6)
      bytes[end++] = 0x80 | (code & 63)
      continue
    }
    if (code >= 0xd800 && code < 0xe000) {
      const next = code < 0xdc00 ? text.charCodeAt(at + 1) : 0
      if (next >= 0xdc00 && next < 0xe000) {
        const point = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00)
        at += 1
        bytes[end++] = 0xf0 | (point >> 18)
        bytes[end++] = 0x80 | ((point >> 12) & 63)
        bytes[end++] = 0x80 | ((point >> 6) & 63)
        bytes[end++] = 0x80 | (point & 63)
        continue
      }
      code = 0xfffd
    }
    bytes[end++] = 0xe0 | (code >> 12)
    bytes[end++] = 0x80 | ((code >> 6) & 63)
    bytes[end++] = 0x80 | (code & 63)
  }
  const length = end
  bytes[end++] = 0x80
  const blocks = Math.ceil((end + 8) / 64)
  const size = new DataView(bytes.buffer)
  size.setUint32(blocks * 64 - 8, Math.floor(length / 2 ** 29))
  size.setUint32(blocks * 64 - 4, (length << 3) >>> 0)
  return { bytes, blocks }
}

const w = new Int32Array(64)

/** The hash of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
  const { bytes, blocks } = paddedUtf8(text)
  let h0 = START[0] as number
  let h1 = START[1] as number
  let h2 = START[2] as number
  let h3 = START[3] as number
  let h4 = START[4] as number
  let h5 = START[5] as number
  let h6 = START[6] as number
  let h7 = START[7] as number
  for (let block = 0; block < blocks; block += 1) {
    const from = block * 64
    for (let at = 0; at < 16; at += 1) {
      const byte = from + at * 4
      w[at] =
        ((bytes[byte] as number) << 24) |
        ((bytes[byte + 1] as number) << 16) |
        ((bytes[byte + 2] as number) << 8) |
        (bytes[byte + 3] as number)
    }
    for (let at = 16; at < 64; at += 1) {
      const a = w[at - 15] as number
      const b = w[at - 2] as number
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
      w[at] = ((w[at - 16] as number) + s0 + (w[at - 7] as number) + s1) | 0
    }
    let a = h0
    let b = h1
    let c = h2
    let d = h3
    let e = h4
    let f = h5
    let g = h6
    let h = h7
    for (let at = 0; at < 64; at += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[at] as number) + (w[at] as number)) | 0
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g
      g = f
      f = e
      e = (d + t1) | 0
      d = c
      c = b
      b = a
      a = (t1 + t2) | 0
    }
    h0 = (h0 + a) | 0
    h1 = (h1 + b) | 0
    h2 = (h2 + c) | 0
    h3 = (h3 + d) | 0
    h4 = (h4 + e) | 0
    h5 = (h5 + f) | 0
    h6 = (h6 + g) | 0
    h7 = (h7 + h) | 0
  }
  return [h0, h1, h2, h3, h4, h5, h6, h7].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
