/** In which role a person works on this device; it guides the screens and is written into what they do. */
import { oneOf } from '../domain/closedSet'
import { useCallback, useSyncExternalStore } from 'react'
import { ROLES, type Role } from '../domain/workflow/roles'
import { keepTeamAccount, useTeamAccount } from './teamAccount'
import { keepChoice, keptChoice } from '../ui/keptChoice'

const STORED_AS = 'fracas.role'
const listeners = new Set<() => void>()

const read = (): Role => oneOf(ROLES, keptChoice(STORED_AS)) ?? 'FSE'
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useRole(): {
  readonly role: Role
  /** Those the person may choose from. */
  readonly roles: readonly Role[]
  readonly setRole: (role: Role) => void
} {
  const alone = useSyncExternalStore(subscribe, read)
  const account = useTeamAccount()
  const setRole = useCallback(
    (next: Role) => {
      if (account === null) {
        keepChoice(STORED_AS, next)
        for (const listener of listeners) listener()
      } else if (account.roles.includes(next)) {
        keepTeamAccount({ ...account, role: next })
        void import('../store/teamState').then(({ noteTeam }) => noteTeam({ role: next }))
      }
    },
    [account],
  )
  return { role: account?.role ?? alone, roles: account?.roles ?? ROLES, setRole }
}
