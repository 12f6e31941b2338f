/** Who is working on this device; written into reports and history. */
import { useCallback, useSyncExternalStore } from 'react'
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
  const actor = useSyncExternalStore(subscribe, read)
  const setActor = useCallback((name: string) => {
    keepChoice(STORED_AS, name.trim())
    for (const listener of listeners) listener()
  }, [])
  return { actor, setActor }
}
