/** Links that make a password, once: for a new account, and for one whose password was forgotten. */
import type { Pool } from 'pg'
import type { Account, Invitation } from '../../domain/team/protocol'
import { inTransaction, type Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import { hashOfPassword, isTooWeak } from './password'
import { hashOfToken, newToken } from './secretToken'
import { enter, type SignedIn } from './signIn'
import type { SignInPlace } from './signInAttempts'

/** A new link; earlier ones of the account are worth nothing any more. */
export async function invite(db: Queryable, account: Account): Promise<Invitation> {
  const token = newToken()
  await db.query(sql.FORGET_INVITATIONS, [account.id])
  const { rows } = await db.query<{ expiresAt: number }>(sql.INSERT_INVITATION, [hashOfToken(token), account.id])
  return { account, path: `/join/${token}`, expiresAt: rows[0]?.expiresAt ?? 0 }
}

/** Whom a link is for. Throws `no-such-invitation` for one that was used, is too old or never was. */
export async function invited(db: Queryable, token: string): Promise<Account> {
  const { rows } = await db.query<Account>(sql.INVITED, [hashOfToken(token)])
  if (rows[0] === undefined) throw new ProblemError('no-such-invitation')
  return rows[0]
}

/** Makes the password and signs in; whoever was signed in to the account before is not any more. */
export async function acceptInvitation(
  pool: Pool,
  token: string,
  password: string,
  place: SignInPlace,
  before: string | null,
): Promise<SignedIn> {
  const account = await invited(pool, token)
  if (isTooWeak(password, account.name)) throw new ProblemError('password-too-weak')
  const hash = await hashOfPassword(password)
  return inTransaction(pool, async (client) => {
    // Of two that come at once one is too late.
    if ((await client.query(sql.USE_INVITATION, [hashOfToken(token)])).rowCount !== 1)
      throw new ProblemError('no-such-invitation')
    await client.query(sql.SET_CREDENTIAL, [account.id, hash])
    await client.query(sql.DELETE_SESSIONS_OF_ACCOUNT, [account.id])
    await client.query(sql.FORGET_BROWSERS, [account.id])
    return enter(client, account.id, place, before)
  })
}
