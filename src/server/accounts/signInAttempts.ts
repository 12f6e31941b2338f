/**
 * How often a password may be guessed. Attempts are counted for the account together with where they come from: a browser that
 * has signed in to this account before is known by a cookie of its own and counted by itself, anything else by its address. So
 * whoever guesses slows down himself, not the person whose name he types.
 *
 * Guesses from many addresses at once are slowed down by the name as well, from places this account has never been used from,
 * and guesses of many names by the address; both by a minute at most.
 */
import { nameKey } from '../../domain/person'
import type { Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import { hashOfToken } from './secretToken'

export interface SignInPlace {
  readonly address: string
  /** What the browser shows as proof that it has signed in before. */
  readonly browserToken: string | null
}

interface Counter {
  readonly key: string
  /** Attempts without waiting. */
  readonly free: number
  /** Longest wait in seconds. */
  readonly longest: number
}

/** The attempts that were counted; signing in takes them back. */
export interface CountedAttempt {
  readonly own: string
  readonly shared: readonly string[]
}

/**
 * Counts an attempt before the password is looked at. Throws `slow-down` where it comes too early. `accountId` is null for a name
 * nobody has.
 */
export async function countAttempt(
  db: Queryable,
  name: string,
  accountId: string | null,
  place: SignInPlace,
): Promise<CountedAttempt> {
  const key = nameKey(name)
  const isKnownBrowser =
    accountId !== null &&
    place.browserToken !== null &&
    (await db.query(sql.KNOWN_BROWSER, [hashOfToken(place.browserToken), accountId])).rowCount === 1
  const isKnownAddress =
    accountId !== null && (await db.query(sql.KNOWN_ADDRESS, [accountId, place.address])).rowCount === 1

  const own = isKnownBrowser
    ? `browser ${hashOfToken(place.browserToken ?? '').toString('hex')} ${key}`
    : `address ${place.address} ${key}`
  const counters: Counter[] = [{ key: own, free: 5, longest: 900 }]
  if (!isKnownBrowser) counters.push({ key: `address ${place.address}`, free: 30, longest: 60 })
  if (!isKnownBrowser && !isKnownAddress) counters.push({ key: `name ${key}`, free: 20, longest: 60 })

  const counted: string[] = []
  for (const counter of counters) {
    const values = [counter.key, counter.free, counter.longest]
    if ((await db.query(sql.COUNT_ATTEMPT, values)).rowCount === 1) {
      counted.push(counter.key)
      continue
    }
    await db.query(sql.TAKE_BACK_ATTEMPT, [counted])
    const { rows } = await db.query<{ seconds: number }>(sql.ATTEMPT_WAIT, values)
    throw new ProblemError('slow-down', { after: Math.max(1, rows[0]?.seconds ?? 1) })
  }
  return { own, shared: counted.filter((key) => key !== own) }
}

export async function forgiveAttempt(db: Queryable, { own, shared }: CountedAttempt): Promise<void> {
  await db.query(sql.FORGIVE_ATTEMPTS, [own])
  await db.query(sql.TAKE_BACK_ATTEMPT, [shared])
}
