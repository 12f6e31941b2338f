/** Listens to the keys of `shortcuts.ts` on the whole page, but never while a dialog is open or a text is being written. */
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { pressed, singleKeysOn } from './shortcuts'

const PLACE_WAIT_MS = 1500

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    isText(target))

const NO_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'file', 'submit', 'reset', 'color'])
const isText = (element: HTMLElement): boolean => element instanceof HTMLInputElement && !NO_TEXT.has(element.type)

export function useShortcuts(open: (what: 'palette' | 'keys') => void): void {
  const [, navigate] = useLocation()
  const waitsUntil = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return
      const press = {
        key: event.key,
        hasModifier: event.ctrlKey || event.metaKey || event.altKey,
        isCommand: (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey,
        isTyping: isWriting(event.target),
      }
      const awaitsPlace = event.timeStamp < waitsUntil.current
      waitsUntil.current = 0
      const found = pressed(press, awaitsPlace, singleKeysOn())
      if (found === null) return
      event.preventDefault()
      if (found.does === 'await-place') waitsUntil.current = event.timeStamp + PLACE_WAIT_MS
      else if (found.does === 'go') navigate(found.to)
      else if (found.does === 'report') navigate('/failures/new')
      else if (found.does === 'search') focusSearch(open)
      else open(found.does)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, open])
}

/** The search of this screen; a screen without one gets the search over everything. */
function focusSearch(open: (what: 'palette') => void): void {
  const field = document.querySelector<HTMLInputElement>('#content input[type=search]')
  if (field === null) open('palette')
  else field.focus()
}
