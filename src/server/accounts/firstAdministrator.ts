/** The company's name and the account everything begins with. */
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Account } from '../../domain/team/protocol'
import type { Queryable } from '../database/pool'
import { accountByName, makeAccount } from './accounts'
import * as sql from './accountStatements'
import { invite } from './invitations'

const NAME = 'admin'

export interface Team {
  readonly id: string
  readonly name: string
}

export async function teamOf(db: Queryable): Promise<Team> {
  await db.query(sql.FOUND_TEAM, [randomUUID(), '闭环 FRACAS'])
  const { rows } = await db.query<Team>(sql.TEAM)
  if (rows[0] === undefined) throw new Error('The table team is empty.')
  return rows[0]
}

/** A link for the first administrator as long as nobody can sign in; null afterwards. Each start makes a new one. */
export async function firstAdministratorPath(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ count: number }>(sql.COUNT_CREDENTIALS)
  if ((rows[0]?.count ?? 0) > 0) return null
  const there: Account | null = await accountByName(pool, NAME)
  const invitation =
    there === null
      ? await makeAccount(pool, { name: NAME, roles: ['ADM'], reach: 'all', isActive: true })
      : await invite(pool, there)
  return invitation.path
}
