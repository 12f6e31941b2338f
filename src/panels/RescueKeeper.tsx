/** Keeps the copy of the day, once the page has come to rest. Nobody sees it work; a failure is said. */
import { useEffect, useRef } from 'react'
import { useRescueBefore } from './useRescueBefore'

/** The start belongs to whoever opens the program. */
const AFTER_MS = 30_000
/** A page that stays open for days asks again. */
const AGAIN_MS = 3_600_000

export function RescueKeeper() {
  const { keep } = useRescueBefore()
  const latest = useRef(keep)
  latest.current = keep
  useEffect(() => {
    const first = setTimeout(() => void latest.current('daily'), AFTER_MS)
    const again = setInterval(() => void latest.current('daily'), AGAIN_MS)
    return () => {
      clearTimeout(first)
      clearInterval(again)
    }
  }, [])
  return null
}
