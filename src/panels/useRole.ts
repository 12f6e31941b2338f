/** In which role a person works on this device; it guides the screens and is written into what they do. */
import { oneOf } from '../domain/closedSet'
import { useSyncExternalStore } from 'react'
import { ROLES, type Role } from '../domain/workflow/roles'
import { useTeamAccount } from './teamAccount'
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

/** On a device without a company; in one, `useRoleChoice` chooses among the roles of the account. */
export function setRoleAlone(next: Role): void {
  keepChoice(STORED_AS, next)
  for (const listener of listeners) listener()
}

export function useRole(): { readonly role: Role } {
  const alone = useSyncExternalStore(subscribe, read)
  return { role: useTeamAccount()?.role ?? alone }
}
