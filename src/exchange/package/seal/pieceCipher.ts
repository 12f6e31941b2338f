/** The pieces of one sealed file, encrypted and decrypted with the key its passphrase gives. */
import { bytesOfHex, TAG_BYTES, type SealHeader } from './sealHeader'

/** What a piece is, authenticated with it. */
export type PieceRole = 'further' | 'last' | 'passphrase'
const ROLES: Readonly<Record<PieceRole, number>> = { further: 0, last: 1, passphrase: 2 }

/** Numbers of pieces have four bytes. */
export const MOST_PIECES = 2 ** 32 - 1
const NONCE_BYTES = 12

/** The same letters however they were typed. */
export const plainPassphrase = (passphrase: string): string => passphrase.normalize('NFKC')

export class PieceCipher {
  private constructor(
    private readonly key: CryptoKey,
    private readonly prefix: Uint8Array,
    private readonly before: Uint8Array,
  ) {}

  /** @param before the bytes the file begins with, from which the header was read */
  static async of(passphrase: string, header: SealHeader, before: Uint8Array): Promise<PieceCipher> {
    const { subtle } = crypto
    const typed = new TextEncoder().encode(plainPassphrase(passphrase))
    const key = await subtle.deriveKey(
      { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOfHex(header.salt), iterations: header.iterations },
      await subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']),
      { name: 'AES-GCM', length: 256 },
      false,
      ['encrypt', 'decrypt'],
    )
    return new PieceCipher(key, bytesOfHex(header.noncePrefix), before)
  }

  /** @param number counts pieces from 1; 0 is the tag that tells the passphrase */
  async encrypt(number: number, role: PieceRole, piece: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await crypto.subtle.encrypt(this.algorithm(number, role), this.key, piece))
  }

  /** Null when it is not the piece of this number and role, encrypted with this key. */
  async decrypt(
    number: number,
    role: PieceRole,
    piece: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(this.algorithm(number, role), this.key, piece))
    } catch {
      return null
    }
  }

  private algorithm(number: number, role: PieceRole): AesGcmParams {
    const iv = new Uint8Array(NONCE_BYTES)
    iv.set(this.prefix)
    new DataView(iv.buffer).setUint32(this.prefix.length, number, true)
    const additionalData = new Uint8Array(this.before.length + 1)
    additionalData.set(this.before)
    additionalData[this.before.length] = ROLES[role]
    return { name: 'AES-GCM', iv, additionalData, tagLength: 8 * TAG_BYTES }
  }
}
