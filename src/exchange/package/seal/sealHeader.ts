/**
 * A sealed package: eight letters, the length of the header in two bytes, the header as JSON, a tag that only the right passphrase
 * makes, then the zip in pieces, each encrypted with AES-256-GCM and followed by its tag. The nonce of a piece is eight random bytes
 * of the file and the number of the piece; everything before the first piece, and whether the piece is the last one, is
 * authenticated with each, so that no piece can be left out, moved or taken from another file.
 */
import { isPlainObject } from '../../../domain/plainObject'
import type { ByteSource } from '../../open/byteSource'
import { PackageRefused } from '../packageRefused'

export const SEAL_VERSION = 1
export const CIPHER = 'AES-256-GCM'
export const DERIVATION = 'PBKDF2-SHA-256'
export const TAG_BYTES = 16
const MAGIC = new TextEncoder().encode('BHFRACAS')
const [SALT_BYTES, PREFIX_BYTES, LONGEST_HEADER] = [16, 8, 4096]

export interface SealHeader {
  readonly version: number
  readonly cipher: typeof CIPHER
  readonly derivation: typeof DERIVATION
  readonly iterations: number
  /** Hexadecimal, as the prefix of the nonces is. */
  readonly salt: string
  readonly noncePrefix: string
  /** Of a piece before it is encrypted; the last one may be shorter. */
  readonly pieceBytes: number
}

/** What a header may ask for; a foreign file cannot make the derivation of the key run for minutes, or a piece fill the memory. */
export interface SealLimits {
  readonly iterations: readonly [least: number, most: number]
  readonly pieceBytes: readonly [least: number, most: number]
}

export const SEAL_LIMITS: SealLimits = { iterations: [600_000, 4_000_000], pieceBytes: [1024, 16 * 2 ** 20] }

export const isSealed = (source: ByteSource): boolean => {
  const begin = source.read(0, Math.min(MAGIC.length, source.size))
  return begin.length === MAGIC.length && MAGIC.every((letter, at) => letter === begin[at])
}

/** Another salt and another prefix for every file. */
export const newHeader = (iterations: number, pieceBytes: number): SealHeader => ({
  version: SEAL_VERSION,
  cipher: CIPHER,
  derivation: DERIVATION,
  iterations,
  salt: hexOf(crypto.getRandomValues(new Uint8Array(SALT_BYTES))),
  noncePrefix: hexOf(crypto.getRandomValues(new Uint8Array(PREFIX_BYTES))),
  pieceBytes,
})

/** The bytes a sealed file begins with, up to the tag. */
export function headerBytes(header: SealHeader): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(MAGIC.length + 2 + text.length)
  bytes.set(MAGIC)
  new DataView(bytes.buffer).setUint16(MAGIC.length, text.length, true)
  bytes.set(text, MAGIC.length + 2)
  return bytes
}

/**
 * The header of a sealed file, and the very bytes it stands in.
 * @throws PackageRefused when it is cut, newer than this program, or asks for more than the limits allow
 */
export function readHeader(
  source: ByteSource,
  limits: SealLimits,
): { readonly header: SealHeader; readonly bytes: Uint8Array<ArrayBuffer> } {
  if (!isSealed(source)) throw new PackageRefused('packageNotOne')
  const from = MAGIC.length + 2
  const [low = 0, high = 0] = source.read(MAGIC.length, Math.min(from, source.size))
  const end = from + low + 256 * high
  if (end - from > LONGEST_HEADER) throw damaged()
  if (end + TAG_BYTES > source.size) throw new PackageRefused('packageCut')
  const bytes = source.read(0, end).slice()
  return { header: headerIn(bytes.subarray(from), limits), bytes }
}

const damaged = (): PackageRefused => new PackageRefused('packageDamaged', 'header')

function headerIn(text: Uint8Array, { iterations, pieceBytes }: SealLimits): SealHeader {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(text))
  } catch {
    throw damaged()
  }
  if (!isPlainObject(read) || !Number.isInteger(read['version'])) throw damaged()
  if (Number(read['version']) > SEAL_VERSION) throw new PackageRefused('packageNewer')
  const { salt, noncePrefix } = read
  if (read['version'] !== SEAL_VERSION || read['cipher'] !== CIPHER || read['derivation'] !== DERIVATION)
    throw damaged()
  if (!isHex(salt, SALT_BYTES) || !isHex(noncePrefix, PREFIX_BYTES)) throw damaged()
  return {
    version: SEAL_VERSION,
    cipher: CIPHER,
    derivation: DERIVATION,
    salt,
    noncePrefix,
    iterations: within(read['iterations'], iterations),
    pieceBytes: within(read['pieceBytes'], pieceBytes),
  }
}

function within(value: unknown, [least, most]: readonly [number, number]): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least) throw damaged()
  if (value > most) throw new PackageRefused('packageTooLarge', 'header')
  return value
}

const isHex = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length === 2 * bytes && /^[0-9a-f]+$/u.test(value)

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))
