/** In which role a person works on this device; it guides the screens and is written into what they do. */
import { oneOf } from '../domain/closedSet'
import { useCallback, useSyncExternalStore } from 'react'
import { ROLES, type Role } from '../domain/workflow/roles'
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

export function useRole(): { readonly role: Role; readonly setRole: (role: Role) => void } {
  const role = useSyncExternalStore(subscribe, read)
  const setRole = useCallback((next: Role) => {
    keepChoice(STORED_AS, next)
    for (const listener of listeners) listener()
  }, [])
  return { role, setRole }
}
