/**
 * Keeps what is being typed on disk: 250 ms after the last key, and at once when the page is left, hidden or loses focus.
 * One draft is edited in one tab only; a second tab starts a draft of its own.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { allDrafts, dropDraft, saveDraft } from '../store/drafts'
import { newId } from '../store/newId'
import { markUnsaved } from '../ui/unsavedInput'

export type DraftFields = Record<string, unknown>

export interface DraftState {
  readonly fields: DraftFields | null
  /** When the text on the screen was last known to be on disk. */
  readonly savedAt: number | null
  readonly status: 'loading' | 'saved' | 'saving' | 'failed'
  /** When the draft found at the start was saved; null when the form is new. */
  readonly recoveredFrom: number | null
  readonly base: DraftFields
  readonly set: (fields: DraftFields) => void
  /** Forgets the draft, for example after it was submitted. */
  readonly drop: () => Promise<void>
}

const PAUSE_MS = 250

/** Drafts this tab holds; leaving the form and coming back finds them again. */
const held = new Set<string>()

/** Holds a lock until the page goes; false when another tab holds it. */
async function claim(id: string): Promise<boolean> {
  if (navigator.locks === undefined || held.has(id)) return true
  return new Promise((resolve) => {
    void navigator.locks.request(`draft:${id}`, { ifAvailable: true }, (lock) => {
      if (lock !== null) held.add(id)
      resolve(lock !== null)
      return lock === null ? undefined : new Promise(() => undefined)
    })
  })
}

export function useDraft(initial: DraftFields): DraftState {
  const [fields, setFields] = useState<DraftFields | null>(null)
  const [savedAt, setSavedAt] = useState<number | null>(null)
  const [status, setStatus] = useState<DraftState['status']>('loading')
  const [recoveredFrom, setRecoveredFrom] = useState<number | null>(null)
  const id = useRef<string>('')
  const base = useRef<DraftFields>(initial)
  const latest = useRef<DraftFields | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const holder = useRef(Symbol('draft'))
  const startWith = useRef(initial)

  useEffect(() => {
    let isCurrent = true
    void (async () => {
      const drafts = (await allDrafts()).sort((a, b) => b.savedAt - a.savedAt)
      for (const draft of drafts) {
        if (!(await claim(draft.id))) continue
        if (!isCurrent) return
        id.current = draft.id
        base.current = draft.base
        setFields(draft.fields)
        setSavedAt(draft.savedAt)
        setRecoveredFrom(draft.savedAt)
        setStatus('saved')
        return
      }
      id.current = newId()
      await claim(id.current)
      if (!isCurrent) return
      base.current = startWith.current
      setFields(startWith.current)
      setStatus('saved')
    })()
    return () => {
      isCurrent = false
    }
  }, [])

  const flush = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const pending = latest.current
    if (pending === null) return
    latest.current = null
    const at = Date.now()
    try {
      await saveDraft({ id: id.current, savedAt: at, fields: pending, base: base.current })
      if (latest.current === null) {
        setSavedAt(at)
        setStatus('saved')
        markUnsaved(holder.current, false)
      }
    } catch {
      latest.current ??= pending
      setStatus('failed')
    }
  }, [])

  const set = useCallback(
    (next: DraftFields) => {
      setFields(next)
      latest.current = next
      setStatus('saving')
      markUnsaved(holder.current, true)
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), PAUSE_MS)
    },
    [flush],
  )

  useEffect(() => {
    const onHide = (): void => void flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    document.addEventListener('focusout', onHide)
    const mine = holder.current
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('focusout', onHide)
      void flush()
      markUnsaved(mine, false)
    }
  }, [flush])

  const drop = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current)
    latest.current = null
    markUnsaved(holder.current, false)
    await dropDraft(id.current)
    id.current = newId()
    await claim(id.current)
    setSavedAt(null)
    setRecoveredFrom(null)
    setStatus('saved')
  }, [])

  return { fields, savedAt, status, recoveredFrom, base: base.current, set, drop }
}
