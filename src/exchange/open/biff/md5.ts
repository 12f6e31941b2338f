/** MD5 (RFC 1321), which Excel 97 makes its keys with. Nothing is kept secret by it here. */
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32) | 0)
const BLOCK = 64

export function md5(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor((message.length + 8) / BLOCK) + 1) * BLOCK)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, message.length * 8, true)
  let state: readonly number[] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476]
  for (let at = 0; at < padded.length; at += BLOCK) state = mixed(state, view, at)
  const out = new DataView(new ArrayBuffer(16))
  state.forEach((word, at) => out.setInt32(at * 4, word, true))
  return new Uint8Array(out.buffer)
}

function mixed(state: readonly number[], view: DataView, block: number): readonly number[] {
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let step = 0; step < 64; step += 1) {
    const round = step >> 4
    const [f, word] = mixing(round, step, b, c, d)
    const sum = (a + f + SINES[step]! + view.getInt32(block + word * 4, true)) | 0
    const shift = SHIFTS[round * 4 + (step & 3)]!
    ;[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0]
  }
  return [a, b, c, d].map((word, at) => (word + state[at]!) | 0)
}

function mixing(round: number, step: number, b: number, c: number, d: number): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), step]
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) & 15]
  return round === 2 ? [b ^ c ^ d, (3 * step + 5) & 15] : [c ^ (b | ~d), (7 * step) & 15]
}
