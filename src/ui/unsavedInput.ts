/** Forms that hold input not yet on disk say so here, so that nothing reloads the page under them. */
import { useEffect, useRef } from 'react'

const holders = new Set<symbol>()

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

export function markUnsaved(holder: symbol, isUnsaved: boolean): void {
  if (isUnsaved) holders.add(holder)
  else holders.delete(holder)
  if (holders.size > 0) window.addEventListener('beforeunload', askBeforeLeaving)
  else window.removeEventListener('beforeunload', askBeforeLeaving)
}

export const hasUnsavedInput = (): boolean => holders.size > 0

/** For a dialog whose input is stored only when it is saved. */
export function useUnsaved(isUnsaved: boolean): void {
  const holder = useRef(Symbol('dialog'))
  useEffect(() => {
    const mine = holder.current
    markUnsaved(mine, isUnsaved)
    return () => markUnsaved(mine, false)
  }, [isUnsaved])
}
