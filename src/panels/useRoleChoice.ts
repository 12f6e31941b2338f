/** The role a person works in, and those they may choose from: all, or the ones of their account. */
import { ROLES, type Role } from '../domain/workflow/roles'
import { noteTeam } from '../store/teamState'
import { keepTeamAccount, useTeamAccount } from './teamAccount'
import { setRoleAlone, useRole } from './useRole'

export interface RoleChoice {
  readonly role: Role
  readonly roles: readonly Role[]
  readonly setRole: (role: Role) => void
}

export function useRoleChoice(): RoleChoice {
  const { role } = useRole()
  const account = useTeamAccount()
  const setRole = (next: Role): void => {
    if (account === null) setRoleAlone(next)
    else if (account.roles.includes(next)) {
      keepTeamAccount({ ...account, role: next })
      void noteTeam({ role: next })
    }
  }
  return { role, roles: account?.roles ?? ROLES, setRole }
}
