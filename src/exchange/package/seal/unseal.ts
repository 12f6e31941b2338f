/** A sealed package back into the zip it was, into a place of its own, because its parts must be read without waiting. */
import type { ByteSink } from '../../archive/zipWriter'
import type { ByteSource } from '../../open/byteSource'
import { PackageRefused } from '../packageRefused'
import { PieceCipher, plainPassphrase, type PieceRole } from './pieceCipher'
import { readHeader, SEAL_LIMITS, TAG_BYTES, type SealLimits } from './sealHeader'

export interface Unsealing {
  readonly onProgress?: (doneBytes: number, allBytes: number) => void
  readonly isCancelled?: () => boolean
  readonly limits?: SealLimits
}

/**
 * @returns whether it came to the end; false when it was cancelled. What the sink has got before that is not to be used.
 * @throws PackageRefused when the file is not sealed, the passphrase is missing or wrong, or a piece is not what was sealed
 */
export async function unseal(
  source: ByteSource,
  passphrase: string,
  sink: ByteSink,
  { onProgress, isCancelled, limits = SEAL_LIMITS }: Unsealing = {},
): Promise<boolean> {
  const { header, bytes: before } = readHeader(source, limits)
  if (plainPassphrase(passphrase) === '') throw new PackageRefused('packageNeedsPassphrase')
  const cipher = await PieceCipher.of(passphrase, header, before)
  let at = before.length + TAG_BYTES
  if ((await cipher.decrypt(0, 'passphrase', bytesOf(source, before.length, at))) === null)
    throw new PackageRefused('packageWrongPassphrase')
  const size = header.pieceBytes + TAG_BYTES
  for (let number = 1; ; number += 1) {
    if (isCancelled?.() === true) return false
    const end = Math.min(at + size, source.size)
    const isLast = end === source.size
    const role: PieceRole = isLast ? 'last' : 'further'
    const piece = await cipher.decrypt(number, role, bytesOf(source, at, end))
    if (piece === null) throw new PackageRefused(isLast ? 'packageCut' : 'packageDamaged', isLast ? '' : String(number))
    await sink.write(piece)
    at = end
    onProgress?.(at, source.size)
    if (isLast) return true
  }
}

const bytesOf = (source: ByteSource, from: number, to: number): Uint8Array<ArrayBuffer> => source.read(from, to).slice()
