/** Signing in with name and password. */
import type { Pool } from 'pg'
import { nameKey } from '../../domain/person'
import type { SigningIn } from '../../domain/team/protocol'
import { inTransaction, type Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import { isPassword } from './password'
import { hashOfToken, newToken } from './secretToken'
import { openSession } from './sessions'
import { countAttempt, forgiveAttempt, type SignInPlace } from './signInAttempts'

/** Two secrets for the browser: who is signed in, and that it has been here before. */
export interface SignedIn {
  readonly token: string
  readonly browserToken: string
}

/** Throws `wrong-password` for a wrong one and for a name nobody has, after the same time. */
export async function signIn(
  pool: Pool,
  { name, password }: SigningIn,
  place: SignInPlace,
  before: string | null,
): Promise<SignedIn> {
  const { rows } = await pool.query<{ id: string; name: string; passwordHash: string }>(sql.CREDENTIAL_BY_NAME, [
    nameKey(name),
  ])
  const found = rows[0]
  const attempt = await countAttempt(pool, name, found?.id ?? null, place)
  const isRight = await isPassword(password, found?.passwordHash ?? null)
  if (found === undefined || !isRight) throw new ProblemError('wrong-password')
  return inTransaction(pool, async (client) => {
    await forgiveAttempt(client, attempt)
    return enter(client, found.id, place, before)
  })
}

/** Opens a session for somebody who has proved who they are. */
export async function enter(
  db: Queryable,
  accountId: string,
  { address, browserToken }: SignInPlace,
  before: string | null,
): Promise<SignedIn> {
  const token = await openSession(db, accountId, before)
  const isKnown =
    browserToken !== null && (await db.query(sql.KNOWN_BROWSER, [hashOfToken(browserToken), accountId])).rowCount === 1
  const shown = isKnown ? browserToken : newToken()
  await db.query(sql.REMEMBER_BROWSER, [hashOfToken(shown), accountId, address])
  await db.query(sql.FORGET_OLD_ATTEMPTS)
  return { token, browserToken: shown }
}
