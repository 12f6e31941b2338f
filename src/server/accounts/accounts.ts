/** The people of the company: who has an account, in which roles, with which devices. */
import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { nameKey } from '../../domain/person'
import type { Account, AccountLine, AccountWish, Invitation } from '../../domain/team/protocol'
import { inTransaction, type Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './accountStatements'
import { devicesOf } from './devices'
import { invite } from './invitations'

/** Makes an account and the link for its password. Throws `name-taken`. */
export const makeAccount = (pool: Pool, wish: AccountWish): Promise<Invitation> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<Account>(sql.INSERT_ACCOUNT, [randomUUID(), ...columnsOf(wish)])
    if (rows[0] === undefined) throw new ProblemError('name-taken')
    return invite(client, rows[0])
  })

/**
 * Changes an account from the next request on; one that is not active is signed out everywhere. Throws `not-allowed` where nobody
 * would be left who may do this.
 */
export const changeAccount = (pool: Pool, id: string, wish: AccountWish): Promise<AccountLine> =>
  inTransaction(pool, async (client) => {
    await client.query(sql.LOCK_ACCOUNTS)
    const before = await administrators(client)
    const named = (await client.query<Account>(sql.ACCOUNT_BY_NAME, [nameKey(wish.name)])).rows[0]
    if (named !== undefined && named.id !== id) throw new ProblemError('name-taken')
    if ((await client.query(sql.UPDATE_ACCOUNT, [id, ...columnsOf(wish)])).rowCount !== 1)
      throw new ProblemError('not-found')
    if (before > 0 && (await administrators(client)) === 0) throw new ProblemError('not-allowed')
    if (!wish.isActive) {
      await client.query(sql.DELETE_SESSIONS_OF_ACCOUNT, [id])
      await client.query(sql.FORGET_INVITATIONS, [id])
    }
    const line = (await accountLines(client, id))[0]
    if (line === undefined) throw new ProblemError('not-found')
    return line
  })

/** Everybody, or one. */
export async function accountLines(db: Queryable, id: string | null = null): Promise<readonly AccountLine[]> {
  const { rows } = await db.query<Omit<AccountLine, 'devices'>>(sql.ACCOUNT_LINES, [id])
  const devices = await devicesOf(db, id)
  return rows.map((row) => ({
    ...row,
    devices: devices.filter(({ account }) => account === row.id).map(({ account: _of, ...device }) => device),
  }))
}

export async function accountById(db: Queryable, id: string): Promise<Account> {
  const { rows } = await db.query<Account>(sql.ACCOUNT_BY_ID, [id])
  if (rows[0] === undefined) throw new ProblemError('not-found')
  return rows[0]
}

export async function accountByName(db: Queryable, name: string): Promise<Account | null> {
  return (await db.query<Account>(sql.ACCOUNT_BY_NAME, [nameKey(name)])).rows[0] ?? null
}

async function administrators(db: Queryable): Promise<number> {
  return (await db.query<{ count: number }>(sql.COUNT_ADMINISTRATORS)).rows[0]?.count ?? 0
}

const columnsOf = ({ name, roles, reach, isActive }: AccountWish): readonly unknown[] => [
  name.normalize('NFKC').trim(),
  nameKey(name),
  roles,
  JSON.stringify(reach),
  isActive,
]
