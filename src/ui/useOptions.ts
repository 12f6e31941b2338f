/**
 * The options found for what is typed. They come later than the typing, so the list says which text it was found for, and
 * it does not change while a pointer is down on it.
 */
import { useEffect, useRef, useState } from 'react'

export interface ComboOption {
  readonly id: string
  readonly label: string
  readonly detail?: string
}

export type Find = (typed: string) => Promise<readonly ComboOption[]>

interface Found {
  /** The text they were found for; null before the first answer. */
  readonly for: string | null
  readonly options: readonly ComboOption[]
  readonly failed: boolean
}

export interface Options extends Found {
  /** The answer for what is typed now is there. */
  readonly isAnswered: boolean
  readonly hold: () => void
  readonly release: () => void
}

const PAUSE_MS = 60
const NOTHING: Found = { for: null, options: [], failed: false }

/** @param query null while the list is closed, which asks nothing */
export function useOptions(query: string | null, find: Find): Options {
  const [found, setFound] = useState<Found>(NOTHING)
  const findNow = useRef(find)
  const isHeld = useRef(false)
  const waiting = useRef<Found | null>(null)
  useEffect(() => {
    findNow.current = find
  })
  useEffect(() => {
    if (query === null) return undefined
    let isCurrent = true
    const take = (next: Found): void => {
      if (!isCurrent) return
      if (isHeld.current) waiting.current = next
      else setFound(next)
    }
    const timer = setTimeout(() => {
      findNow.current(query).then(
        (options) => take({ for: query, options, failed: false }),
        () => take({ for: query, options: [], failed: true }),
      )
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      waiting.current = null
      clearTimeout(timer)
    }
  }, [query])
  return {
    ...found,
    isAnswered: query !== null && found.for === query,
    hold: () => {
      isHeld.current = true
    },
    release: () => {
      isHeld.current = false
      if (waiting.current !== null) setFound(waiting.current)
      waiting.current = null
    },
  }
}
