import { isCommand } from '../../domain/workflow/commands'
import { rolesFor } from '../../domain/workflow/permits'
import type { TeamRefusal } from '../../domain/team/protocol'
import type { Role } from '../../domain/workflow/roles'
import type { Queryable } from '../database/pool'
import { ACTIVE_ACCOUNTS } from './changeStatements'

/** Refusals that are about the person: somebody else may do it. */
const ABOUT_THE_PERSON: ReadonlySet<TeamRefusal['code']> = new Set<TeamRefusal['code']>([
  'role',
  'other-role',
  'outside-reach',
  'not-own',
  'reporter-may-not-close',
  'author-may-not-approve',
  'owner-may-not-verify',
  'reviewer-only',
  'closed-leads-only',
])
const MOST_NAMED = 5

/** Names of accounts whose roles may give the command; none where nobody may do it as things stand. */
export async function mayInstead(
  command: string,
  reasons: readonly TeamRefusal[],
  account: string,
  db: Queryable,
): Promise<readonly string[]> {
  if (!isCommand(command) || !reasons.every(({ code }) => ABOUT_THE_PERSON.has(code))) return []
  const roles = new Set<Role>(rolesFor(command))
  const { rows } = await db.query<{ id: string; name: string; roles: readonly Role[] }>(ACTIVE_ACCOUNTS)
  return rows
    .filter((other) => other.id !== account && other.roles.some((role) => roles.has(role)))
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
}
