/** Ctrl+Enter submits from any field: once however long it is held, and never while an input method composes. */
import type { KeyboardEvent } from 'react'

export const onCtrlEnter =
  (submit: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    event.preventDefault()
    if (!event.repeat) submit()
  }
