/** A page that runs for months is loaded anew once a night, so that a new version of the program comes with it. */
import { useEffect } from 'react'

const AT_HOUR = 4
const DAY_MS = 24 * 60 * 60_000

export function useReloadAtNight(): void {
  useEffect(() => {
    const now = new Date()
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), AT_HOUR).getTime()
    const wait = at > now.getTime() ? at - now.getTime() : at + DAY_MS - now.getTime()
    const timer = setTimeout(() => location.reload(), wait)
    return () => clearTimeout(timer)
  }, [])
}
