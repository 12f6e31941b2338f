/** The keys of a combobox: arrows walk, Enter takes, Esc gives back what was there. Dead while an input method composes. */
import { useRef, type KeyboardEvent } from 'react'

interface Keys {
  readonly isOpen: boolean
  readonly count: number
  readonly active: number
  readonly setActive: (at: number) => void
  readonly open: () => void
  readonly take: () => void
  readonly restore: () => void
}

export interface ComboKeys {
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

export function useComboKeys({ isOpen, count, active, setActive, open, take, restore }: Keys): ComboKeys {
  const composing = useRef(false)
  return {
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: () => {
      setTimeout(() => {
        composing.current = false
      }, 0)
    },
    onKeyDown: (event) => {
      if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        if (!isOpen) open()
        else if (count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
      } else if (event.key === 'Enter' && isOpen && !event.ctrlKey && !event.metaKey) {
        event.preventDefault()
        take()
      } else if (event.key === 'Escape' && isOpen) {
        event.stopPropagation()
        event.preventDefault()
        restore()
      }
    },
  }
}
