/** What people compare to know whose package it is. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  fingerprintOf,
  isPublicKey,
  isSignedBy,
  makeKeyPair,
  signed,
} from '../../../../src/exchange/package/packageKey'
import { aKey } from '../../../support/packages'

/** The example key of RFC 7515, appendix A.3. */
const EXAMPLE = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const

test('a fingerprint is the first 80 bits of the thumbprint, in groups people can read aloud', async () => {
  const told = await fingerprintOf(EXAMPLE)
  expect(told).toMatch(/^[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}$/u)
  const text = `{"crv":"P-256","kty":"EC","x":"${EXAMPLE.x}","y":"${EXAMPLE.y}"}`
  let rest = BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 20)}`)
  let letters = ''
  for (let left = 16; left > 0; left -= 1) {
    letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'.charAt(Number(rest % 32n)) + letters
    rest /= 32n
  }
  expect(told.replaceAll('-', '')).toBe(letters)
})

test('a private key cannot be taken out of its device', async () => {
  const { privateKey } = await makeKeyPair()
  expect(privateKey.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
})

test('only the owner of the key signed, and only these bytes', async () => {
  const [key, other] = [await aKey(), await aKey()]
  const bytes = new TextEncoder().encode('交接')
  const signature = new Uint8Array(await signed(bytes, key))
  expect(await isSignedBy(key.publicKey, signature, bytes)).toBe(true)
  expect(await isSignedBy(other.publicKey, signature, bytes)).toBe(false)
  expect(await isSignedBy(key.publicKey, signature, bytes.subarray(1))).toBe(false)
  expect(await isSignedBy(key.publicKey, signature.subarray(1), bytes)).toBe(false)
  expect(await isSignedBy({ ...EXAMPLE, y: EXAMPLE.x }, signature, bytes)).toBe(false)
})

test('a public key is told from anything else', () => {
  expect(isPublicKey(EXAMPLE)).toBe(true)
  for (const change of [
    { kty: 'RSA' },
    { crv: 'P-384' },
    { x: '' },
    { y: `${EXAMPLE.y}A` },
    { x: 7 },
    { x: 'é'.repeat(43) },
  ])
    expect(isPublicKey({ ...EXAMPLE, ...change })).toBe(false)
})
