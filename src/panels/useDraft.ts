/** The draft of an open form: what is typed is on disk a moment later, and at once when the page is left, hidden or loses focus. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { markUnsaved } from '../ui/unsavedInput'
import { createDraftKeeper, type DraftFields, type DraftKeeper, type DraftLabel, type DraftState } from './draftKeeper'

export interface OpenDraft extends DraftState, Omit<DraftKeeper, 'state' | 'subscribe' | 'open'> {
  /** The state at this moment, for whoever waited for something. */
  readonly present: () => DraftState
}

interface Options {
  /** Names the form and the record it is about; undefined for the form that files a failure. */
  readonly form: string | undefined
  readonly initial: DraftFields
  readonly label?: DraftLabel
  readonly wanted?: string | undefined
}

/** @returns null until it is known whether there is a draft */
export function useDraft({ form, initial, label = {}, wanted }: Options): OpenDraft | null {
  const labelNow = useRef(label)
  const [keeper] = useState(() => createDraftKeeper({ form, initial, wanted, label: () => labelNow.current }))
  const [holder] = useState(() => Symbol('draft'))
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => {
    labelNow.current = label
  })
  useEffect(() => {
    void keeper.open()
    const onHide = (): void => void keeper.flush()
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onHide)
    document.addEventListener('focusout', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onHide)
      document.removeEventListener('focusout', onHide)
      void keeper.flush()
      markUnsaved(holder, false)
    }
  }, [keeper, holder])
  // A draft on disk loses nothing when the page goes; only what is not there yet is asked about.
  const isAtRisk = state.isTouched && (state.status === 'saving' || state.status === 'failed')
  useEffect(() => markUnsaved(holder, isAtRisk), [holder, isAtRisk])
  return state.status === 'loading' ? null : { ...state, ...keeper, present: keeper.state }
}
