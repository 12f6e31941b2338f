/** The key of a device: it signs packages, and people compare its fingerprint. Keys come from outside; nothing here keeps one. */

/** ECDSA on the curve P-256, the public half, as a JSON Web Key (RFC 7517) without anything else. */
export interface PublicKey {
  readonly kty: 'EC'
  readonly crv: 'P-256'
  readonly x: string
  readonly y: string
}

/** What a device signs with. */
export interface SigningKey {
  readonly publicKey: PublicKey
  readonly privateKey: CryptoKey
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' }
/** 32 bytes in base64url: the last letter carries four bits, the others six. */
const COORDINATE = /^[\w-]{42}[AEIMQUYcgkosw048]$/u
/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const [FINGERPRINT_BYTES, BITS_PER_LETTER, GROUP] = [10, 5, 4]

/** A key pair whose private half cannot be read by anybody, not even by the program; it can be stored in IndexedDB. */
export const makeKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])

export async function signingKeyOf({ publicKey, privateKey }: CryptoKeyPair): Promise<SigningKey> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { publicKey: { kty: 'EC', crv: 'P-256', x, y }, privateKey }
}

/** Is this shaped like a public key? Whether it lies on the curve is seen when it is used. */
export const isPublicKey = ({ kty, crv, x, y }: Readonly<Record<string, unknown>>): boolean =>
  kty === 'EC' && crv === 'P-256' && [x, y].every((part) => typeof part === 'string' && COORDINATE.test(part))

/** @returns 64 bytes: the two numbers of the signature */
export const signed = async (bytes: Uint8Array<ArrayBuffer>, { privateKey }: SigningKey): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(SIGNING, privateKey, bytes))

/** Did the owner of this key sign these very bytes? A key that is none signed nothing. */
export async function isSignedBy(
  publicKey: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('jwk', { ...publicKey }, CURVE, false, ['verify'])
    return await crypto.subtle.verify(SIGNING, key, signature, bytes)
  } catch {
    return false
  }
}

/**
 * The first 80 bits of the sha-256 of a key, for people to compare by telephone: `K7QM-2XWD-9PTR-4HCN`.
 * @source RFC 7638, JSON Web Key Thumbprint: what is hashed
 */
export async function fingerprintOf({ crv, kty, x, y }: PublicKey): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  const bits = Array.from(digest.subarray(0, FINGERPRINT_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = Array.from(
    { length: bits.length / BITS_PER_LETTER },
    (_, at) => LETTERS[Number.parseInt(bits.slice(at * BITS_PER_LETTER, (at + 1) * BITS_PER_LETTER), 2)],
  ).join('')
  return Array.from({ length: letters.length / GROUP }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP)).join(
    '-',
  )
}
