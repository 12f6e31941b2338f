/** Being signed in: a secret in a cookie of the browser, which the server can take back at any time. */
import { randomUUID } from 'node:crypto'
import type { Account } from '../../domain/team/protocol'
import type { Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import type { Principal } from './principal'
import { hashOfToken, newToken } from './secretToken'

interface SessionRow extends Account {
  readonly sessionId: string
  readonly device: string | null
  readonly isRevoked: boolean
  readonly isWiped: boolean
  readonly isStale: boolean
}

/** Signs in with a secret made now, never with one the browser brought; that one ends. */
export async function openSession(db: Queryable, accountId: string, before: string | null): Promise<string> {
  if (before !== null) await closeSession(db, before)
  await db.query(sql.DELETE_IDLE_SESSIONS)
  const token = newToken()
  await db.query(sql.INSERT_SESSION, [randomUUID(), hashOfToken(token), accountId, null])
  return token
}

/** Who is this? Throws `signed-out`, and of a device that was given up, what is to become of it. */
export async function principalOf(db: Queryable, token: string | null): Promise<Principal> {
  if (token === null) throw new ProblemError('signed-out')
  const { rows } = await db.query<SessionRow>(sql.SESSION_BY_TOKEN, [hashOfToken(token)])
  const row = rows[0]
  if (row === undefined) throw new ProblemError('signed-out')
  if (row.isWiped) throw new ProblemError('wipe')
  if (row.isRevoked) throw new ProblemError('device-revoked')
  if (row.isStale) await db.query(sql.TOUCH_SESSION, [row.sessionId])
  const { id, name, roles, reach, isActive, sessionId, device } = row
  return { account: { id, name, roles, reach, isActive }, sessionId, device }
}

export async function closeSession(db: Queryable, token: string): Promise<void> {
  await db.query(sql.DELETE_SESSION, [hashOfToken(token)])
}
