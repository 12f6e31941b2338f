/** Passwords: which are taken, how they are kept, and how one is compared with what is kept. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { nameKey } from '../../domain/person'
import { ProblemError } from '../problemError'

const SHORTEST = 10
/** Letters besides the name, and different ones. */
const BEYOND_NAME = 6
const DIFFERENT = 4
export const LONGEST_PASSWORD = 200

/** N = 2^17, 128 MB and about a third of a second for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const MEMORY = 160 * 2 ** 20
const HASH_BYTES = 32

/** At once, so that signing in neither fills the memory nor keeps all threads from files and names. */
const AT_ONCE = 2
const MOST_WAITING = 40

/** Is it too short, hardly more than the name, or a few letters again and again? */
export function isTooWeak(password: string, name: string): boolean {
  const typed = typedAs(password)
  const beyondName = nameKey(typed).replaceAll(nameKey(name), '')
  return Array.from(typed).length < SHORTEST || beyondName.length < BEYOND_NAME || new Set(typed).size < DIFFERENT
}

/** The same password, however a keyboard composes its letters. */
const typedAs = (password: string): string => password.normalize('NFKC')

/** Kept text: how it was made, the salt and the hash. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await slowHash(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** Takes as long for an account without a password as for a wrong one, so that nobody learns which names exist. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? NOBODYS).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const given = await slowHash(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(given, expected) && kept !== null
}

const NOBODYS = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$')

let running = 0
const waiting: (() => void)[] = []

async function slowHash(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new ProblemError('slow-down', { after: 10 })
    // The one before hands its place on, so that nobody slips in between.
    await new Promise<void>((go) => waiting.push(go))
  } else running += 1
  try {
    return await new Promise((done, fail) => {
      scrypt(typedAs(password), salt, HASH_BYTES, { ...cost, maxmem: MEMORY }, (error, hash) =>
        error === null ? done(hash) : fail(error),
      )
    })
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}
