/** Seals what is written through it with a passphrase, piece by piece. */
import type { ByteSink } from '../../archive/zipWriter'
import { PackageRefused } from '../packageRefused'
import { MOST_PIECES, PieceCipher, plainPassphrase } from './pieceCipher'
import { headerBytes, newHeader, SEAL_LIMITS } from './sealHeader'

const PIECE_BYTES = 2 ** 20

export interface SealedSink extends ByteSink {
  /** Writes the last piece; nothing can be written after it. */
  readonly finish: () => Promise<void>
}

/**
 * @param iterations of the derivation of the key: each costs whoever guesses as much as whoever knows
 * @throws PackageRefused when there is no passphrase
 */
export async function sealedSink(
  sink: ByteSink,
  passphrase: string,
  iterations = SEAL_LIMITS.iterations[0],
  pieceBytes = PIECE_BYTES,
): Promise<SealedSink> {
  if (plainPassphrase(passphrase) === '') throw new PackageRefused('packageNeedsPassphrase')
  const header = newHeader(iterations, pieceBytes)
  const before = headerBytes(header)
  const cipher = await PieceCipher.of(passphrase, header, before)
  await sink.write(before)
  await sink.write(await cipher.encrypt(0, 'passphrase', new Uint8Array()))
  const held = new Uint8Array(pieceBytes)
  let size = 0
  let number = 0
  const pass = async (role: 'further' | 'last'): Promise<void> => {
    number += 1
    if (number > MOST_PIECES) throw new PackageRefused('packageTooLarge')
    await sink.write(await cipher.encrypt(number, role, held.subarray(0, size)))
    size = 0
  }
  return {
    write: async (bytes) => {
      for (let from = 0; from < bytes.length;) {
        // A full piece waits until more comes: only then is it known not to be the last.
        if (size === held.length) await pass('further')
        const some = bytes.subarray(from, from + held.length - size)
        held.set(some, size)
        size += some.length
        from += some.length
      }
    },
    finish: () => pass('last'),
  }
}
