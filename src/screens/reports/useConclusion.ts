/** The conclusion of a report: what is typed is on disk a moment later and stands there again when the report is opened. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePerson } from '../../panels/usePerson'
import { conclusionOf, saveConclusion } from '../../store/reports'
import { markUnsaved } from '../../ui/unsavedInput'

/** Every save is an entry of the history: long enough that a sentence is not twenty. Leaving the page saves at once. */
const PAUSE_MS = 1000

export interface Conclusion {
  /** Null until it has been read. */
  readonly text: string | null
  readonly savedAt: number | null
  readonly hasFailed: boolean
  readonly set: (text: string) => void
}

export function useConclusion(key: string | null): Conclusion {
  const [state, setState] = useState<{
    readonly key: string
    readonly text: string
    readonly savedAt: number | null
    readonly hasFailed: boolean
  } | null>(null)
  const person = usePerson()
  const personNow = useRef(person)
  useEffect(() => {
    personNow.current = person
  })
  const pending = useRef<{ readonly key: string; readonly text: string } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const holder = useRef(Symbol('conclusion'))

  const flush = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const writing = pending.current
    if (writing === null) return
    pending.current = null
    const savedAt = Date.now()
    try {
      await saveConclusion({ ...writing, savedAt }, personNow.current)
      if (pending.current === null) markUnsaved(holder.current, false)
      setState((known) => (known?.key === writing.key ? { ...known, savedAt, hasFailed: false } : known))
    } catch {
      pending.current ??= writing
      setState((known) => (known?.key === writing.key ? { ...known, hasFailed: true } : known))
    }
  }, [])

  useEffect(() => {
    if (key === null) return undefined
    let isCurrent = true
    void conclusionOf(key).then((stored) => {
      if (isCurrent) setState({ key, text: stored?.text ?? '', savedAt: stored?.savedAt ?? null, hasFailed: false })
    })
    return () => {
      isCurrent = false
      void flush()
    }
  }, [key, flush])

  useEffect(() => {
    const onHide = (): void => void flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    const mine = holder.current
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
      markUnsaved(mine, false)
    }
  }, [flush])

  const set = (text: string): void => {
    if (key === null) return
    setState((known) => ({ key, text, savedAt: known?.savedAt ?? null, hasFailed: known?.hasFailed ?? false }))
    pending.current = { key, text }
    markUnsaved(holder.current, true)
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), PAUSE_MS)
  }
  const isMine = state !== null && state.key === key
  return {
    text: isMine ? state.text : null,
    savedAt: isMine ? state.savedAt : null,
    hasFailed: isMine && state.hasFailed,
    set,
  }
}
