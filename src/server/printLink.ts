/** The commands beside a running service that print a link: a new account, and a password that was forgotten. */
import { existsSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'
import type { Invitation } from '../domain/team/protocol'
import { isOneOf } from '../domain/closedSet'
import { ROLES } from '../domain/workflow/roles'
import { accountByName, makeAccount } from './accounts/accounts'
import { invite } from './accounts/invitations'
import { addressFile } from './runService'

/** `roles` as they are typed, with commas between them. */
export async function printInvitation(pool: Pool, name: string, roles: string): Promise<Invitation> {
  const wanted = roles.split(',').map((role) => role.trim().toUpperCase())
  const unknown = wanted.filter((role) => !isOneOf(ROLES, role))
  if (name.trim() === '' || unknown.length > 0)
    throw new Error(`Unknown role ${unknown.join(', ')}; the roles are ${ROLES.join(', ')}.`)
  if ((await accountByName(pool, name)) !== null)
    throw new Error(`${name} has an account already; npm run team -- reset-password ${name} makes a new link.`)
  const known = ROLES.filter((role) => wanted.includes(role))
  return makeAccount(pool, { name, roles: known, reach: 'all', isActive: true })
}

export async function printReset(pool: Pool, name: string): Promise<Invitation> {
  const account = await accountByName(pool, name)
  if (account === null) throw new Error(`Nobody is called ${name}.`)
  if (!account.isActive) throw new Error(`The account of ${name} is not active.`)
  return invite(pool, account)
}

/** In one line, for the address the service was last reached by. */
export function linkLine(data: string, { account, path, expiresAt }: Invitation): string {
  const file = addressFile(data)
  const address = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return `${account.name} (${account.roles.join(', ')}), once, until ${new Date(expiresAt).toISOString()}: ${address}${path}`
}
