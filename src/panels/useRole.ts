/** In which role a person works on this device; it guides the screens and is written into what they do. */
import { useCallback, useSyncExternalStore } from 'react'
import { ROLES, type Role } from '../domain/workflow/roles'

const STORED_AS = 'fracas.role'
const listeners = new Set<() => void>()

const read = (): Role => ROLES.find((role) => role === localStorage.getItem(STORED_AS)) ?? 'FSE'
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useRole(): { readonly role: Role; readonly setRole: (role: Role) => void } {
  const role = useSyncExternalStore(subscribe, read)
  const setRole = useCallback((next: Role) => {
    localStorage.setItem(STORED_AS, next)
    for (const listener of listeners) listener()
  }, [])
  return { role, setRole }
}
