/** Who is working on this device; written into reports and history. In a company it is the account, and nobody writes another name. */
import { useCallback, useSyncExternalStore } from 'react'
import { useTeamAccount } from './teamAccount'
import { keepChoice, keptChoice } from '../ui/keptChoice'

const STORED_AS = 'fracas.actor'
const listeners = new Set<() => void>()

const read = (): string => keptChoice(STORED_AS) ?? ''
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function useActor(): { readonly actor: string; readonly setActor: (name: string) => void } {
  const written = useSyncExternalStore(subscribe, read)
  const actor = useTeamAccount()?.name ?? written
  const setActor = useCallback((name: string) => {
    keepChoice(STORED_AS, name.trim())
    for (const listener of listeners) listener()
  }, [])
  return { actor, setActor }
}
