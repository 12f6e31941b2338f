/** A passphrase keeps a package from others, and whoever has it gets exactly what was sealed or is told why not. */
import { describe, expect, test } from 'vitest'
import { sourceOfBytes } from '../../../../src/exchange/open/byteSource'
import { headerBytes, readHeader, SEAL_LIMITS, type SealHeader } from '../../../../src/exchange/package/seal/sealHeader'
import { sealedSink } from '../../../../src/exchange/package/seal/sealedSink'
import { unseal } from '../../../../src/exchange/package/seal/unseal'
import { memorySink } from '../../../support/backups'
import { open, refusal } from '../../../support/packages'

const PIECE = 1024
const SEALED_PIECE = PIECE + 16
/** Deriving a key takes its time on purpose; here it need not. */
const QUICK = 10
const limits = { ...SEAL_LIMITS, iterations: [1, 1000] } as const

const content = (size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, at) => (at * 7919) % 251)

async function sealed(bytes: Uint8Array<ArrayBuffer>, passphrase: string, atOnce = 700): Promise<Uint8Array> {
  const sink = memorySink()
  const sealing = await sealedSink(sink, passphrase, QUICK, PIECE)
  for (let at = 0; at < bytes.length; at += atOnce) await sealing.write(bytes.subarray(at, at + atOnce))
  await sealing.finish()
  return sink.bytes()
}

async function opened(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const sink = memorySink()
  await unseal(sourceOfBytes(bytes), passphrase, sink, { limits })
  return sink.bytes()
}

/** Where the first piece begins. */
const begin = (bytes: Uint8Array): number => readHeader(sourceOfBytes(bytes), limits).bytes.length + 16

function withHeader(bytes: Uint8Array, change: Partial<Record<keyof SealHeader, unknown>>): Uint8Array {
  const { header, bytes: before } = readHeader(sourceOfBytes(bytes), limits)
  return new Uint8Array(
    Buffer.concat([headerBytes({ ...header, ...change } as SealHeader), bytes.subarray(before.length)]),
  )
}

describe('a sealed file', () => {
  test('opens to what was sealed, whatever its size', async () => {
    for (const size of [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 5000])
      for (const atOnce of [700, 9000])
        expect(Buffer.compare(await opened(await sealed(content(size), '口令', atOnce), '口令'), content(size))).toBe(0)
  })

  test('shows nothing of its content, and never the same bytes twice', async () => {
    const text = new TextEncoder().encode('manifest.json'.repeat(300))
    const [a, b] = [await sealed(text, 'p'), await sealed(text, 'p')]
    expect(Buffer.from(a).includes('manifest')).toBe(false)
    expect(Buffer.compare(a.subarray(begin(a)), b.subarray(begin(b)))).not.toBe(0)
  })

  test('takes a passphrase however its letters were typed', async () => {
    expect(await opened(await sealed(content(9), 'Ａｂ１２é'), 'Ab12e\u0301')).toEqual(content(9))
  })

  test('tells that it needs a passphrase, and that one is wrong', async () => {
    const bytes = await sealed(content(5000), '口令')
    expect(await refusal(open(bytes))).toBe('packageNeedsPassphrase')
    expect(await refusal(opened(bytes, ''))).toBe('packageNeedsPassphrase')
    expect(await refusal(opened(bytes, '口令 '))).toBe('packageWrongPassphrase')
    expect(await refusal(sealed(content(1), ''))).toBe('packageNeedsPassphrase')
    expect(await refusal(opened(content(100), '口令'))).toBe('packageNotOne')
  })

  test('is refused when its end is missing, even where a piece ends', async () => {
    const bytes = await sealed(content(3 * PIECE), '口令')
    const from = begin(bytes)
    for (const size of [9, from - 20, from, from + 5, from + SEALED_PIECE, from + 2 * SEALED_PIECE, bytes.length - 1])
      expect([size, await refusal(opened(bytes.subarray(0, size), '口令'))]).toEqual([size, 'packageCut'])
  })

  test('is refused when pieces are exchanged, taken out or come from another file', async () => {
    const [bytes, other] = [await sealed(content(5 * PIECE), '口令'), await sealed(content(5 * PIECE), '口令')]
    const from = begin(bytes)
    const piece = (of: Uint8Array, at: number): Uint8Array =>
      of.subarray(from + at * SEALED_PIECE, from + (at + 1) * SEALED_PIECE)
    const made = (pieces: readonly Uint8Array[]): Uint8Array =>
      new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...pieces]))
    const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((at) => piece(bytes, at)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    expect(await opened(made([a, b, c, d, e]), '口令')).toEqual(content(5 * PIECE))
    expect(await refusal(opened(made([a, c, b, d, e]), '口令'))).toBe('packageDamaged 2')
    expect(await refusal(opened(made([a, b, d, e]), '口令'))).toBe('packageDamaged 3')
    expect(await refusal(opened(made([a, a, c, d, e]), '口令'))).toBe('packageDamaged 2')
    expect(await refusal(opened(made([a, piece(other, 1), c, d, e]), '口令'))).toBe('packageDamaged 2')
    expect(await refusal(opened(made([a, b, c, d, e, e]), '口令'))).toBe('packageDamaged 5')
  })

  test('is refused when its header was altered, is newer, or asks for too much', async () => {
    const bytes = await sealed(content(2000), '口令')
    const refused = (change: Partial<Record<keyof SealHeader, unknown>>): Promise<string> =>
      refusal(opened(withHeader(bytes, change), '口令'))
    expect(await refused({ iterations: QUICK + 1 })).toBe('packageWrongPassphrase')
    expect(await refused({ pieceBytes: 2 * PIECE })).toBe('packageWrongPassphrase')
    expect(await refused({ version: 2 })).toBe('packageNewer')
    expect(await refused({ iterations: 2 ** 31 })).toBe('packageTooLarge header')
    expect(await refused({ pieceBytes: 2 ** 40 })).toBe('packageTooLarge header')
    for (const change of [{ iterations: 0 }, { salt: '00' }, { cipher: 'none' }, { noncePrefix: 'x'.repeat(16) }])
      expect(await refused(change)).toBe('packageDamaged header')
    expect(SEAL_LIMITS.iterations[0]).toBeGreaterThanOrEqual(600_000)
  })

  test('stops when it is cancelled, and tells how far it is', async () => {
    const bytes = await sealed(content(5 * PIECE), '口令')
    const told: number[] = []
    const onProgress = (done: number, all: number): void => void told.push(done / all)
    const sink = memorySink()
    const attempt = (isCancelled: () => boolean): Promise<boolean> =>
      unseal(sourceOfBytes(bytes), '口令', sink, { limits, onProgress, isCancelled })
    expect(await attempt(() => told.length === 2)).toBe(false)
    expect(await attempt(() => false)).toBe(true)
    expect([told.length, told.at(-1)]).toEqual([7, 1])
  })
})
