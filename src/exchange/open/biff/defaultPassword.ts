/**
 * Old Excel encrypts a workbook whose structure is protected, though nobody chose a password to open it: with one that
 * is built in, which it never asks for. Such a file is opened like any other.
 *
 * @source [MS-XLS] 2.2.10 encryption, 2.4.117 FilePass; [MS-OFFCRYPTO] 2.3.6 RC4 encryption
 */
import { md5 } from './md5'

const PASSWORD = 'VelvetSweatshop'
const [FILE_PASS, END_OF_GLOBALS, BOUND_SHEET] = [0x2f, 0x0a, 0x85]
/** Beginnings of parts, this record itself, and those programs must read before they know the password. */
const NEVER_ENCRYPTED = new Set([0x809, FILE_PASS, 0xe1, 0x194, 0x195, 0x196, 0x138])
/** A record nobody reads, in the place of the one that says that the file is encrypted. */
const NOBODY_READS = 0x4d
const BLOCK = 1024
const KEY_BYTES = 5
const RC4 = 1

/** @returns the stream as it reads; the very same one when it is not encrypted, or with a password of its own */
export function withoutDefaultPassword(stream: Uint8Array): Uint8Array {
  const pass = filePass(stream)
  if (pass === null || pass.length < 54) return stream
  const view = new DataView(pass.buffer, pass.byteOffset, pass.byteLength)
  if (view.getUint16(0, true) !== RC4 || view.getUint16(2, true) !== 1) return stream
  const keyOf = blockKeys(pass.subarray(6, 22))
  const cipher = rc4(keyOf(0))
  const verifier = pass.slice(22, 38).map((byte) => byte ^ cipher())
  const hash = pass.slice(38, 54).map((byte) => byte ^ cipher())
  return md5(verifier).every((byte, at) => byte === hash[at]) ? decrypted(stream, keyOf) : stream
}

function filePass(stream: Uint8Array): Uint8Array | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true)
    if (type === FILE_PASS) return stream.subarray(at + 4, at + 4 + view.getUint16(at + 2, true))
    if (type === END_OF_GLOBALS) return null
  }
  return null
}

function blockKeys(salt: Uint8Array): (block: number) => Uint8Array {
  const letters = new Uint8Array(PASSWORD.length * 2)
  for (let at = 0; at < PASSWORD.length; at += 1) letters[at * 2] = PASSWORD.charCodeAt(at)
  const short = md5(letters).subarray(0, KEY_BYTES)
  const repeated = new Uint8Array(16 * (KEY_BYTES + salt.length))
  for (let at = 0; at < repeated.length; at += KEY_BYTES + salt.length) {
    repeated.set(short, at)
    repeated.set(salt, at + KEY_BYTES)
  }
  const key = new Uint8Array(KEY_BYTES + 4)
  key.set(md5(repeated).subarray(0, KEY_BYTES))
  return (block) => {
    new DataView(key.buffer).setUint32(KEY_BYTES, block, true)
    return md5(key)
  }
}

/** The next byte of the stream of a key (RC4). */
function rc4(key: Uint8Array): () => number {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (a: number, b: number): void => {
    ;[state[a], state[b]] = [state[b]!, state[a]!]
  }
  for (let at = 0, other = 0; at < 256; at += 1) {
    other = (other + state[at]! + key[at % key.length]!) & 255
    swap(at, other)
  }
  let [i, j] = [0, 0]
  return () => {
    i = (i + 1) & 255
    j = (j + state[i]!) & 255
    swap(i, j)
    return state[(state[i]! + state[j]!) & 255]!
  }
}

/** Every byte of the stream takes one of the cipher, also those of records that are not encrypted. */
function decrypted(stream: Uint8Array, keyOf: (block: number) => Uint8Array): Uint8Array {
  const mask = new Uint8Array(stream.length)
  for (let block = 0; block * BLOCK < stream.length; block += 1) {
    const next = rc4(keyOf(block))
    for (let at = block * BLOCK; at < Math.min(stream.length, (block + 1) * BLOCK); at += 1) mask[at] = next()
  }
  const out = stream.slice()
  const view = new DataView(out.buffer)
  for (let at = 0; at + 4 <= out.length;) {
    const [type, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    const from = at + 4 + (type === BOUND_SHEET ? 4 : 0)
    const end = Math.min(out.length, at + 4 + size)
    if (!NEVER_ENCRYPTED.has(type)) for (let byte = from; byte < end; byte += 1) out[byte] = out[byte]! ^ mask[byte]!
    if (type === FILE_PASS) view.setUint16(at, NOBODY_READS, true)
    at = at + 4 + size
  }
  return out
}
