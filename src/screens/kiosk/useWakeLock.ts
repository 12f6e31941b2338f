/** Keeps the screen on as long as the page is seen; says whether the browser does. */
import { useEffect, useState } from 'react'

export function useWakeLock(): boolean {
  const [isHeld, setIsHeld] = useState(true)
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isCurrent = true
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return
      try {
        // Older browsers have none.
        const found = (await (navigator.wakeLock as WakeLock | undefined)?.request('screen')) ?? null
        if (isCurrent) lock = found
        else void found?.release()
        if (isCurrent) setIsHeld(found !== null)
      } catch {
        if (isCurrent) setIsHeld(false)
      }
    }
    // A lock is lost whenever the page is hidden.
    const onChange = (): void => void hold()
    document.addEventListener('visibilitychange', onChange)
    void hold()
    return () => {
      isCurrent = false
      document.removeEventListener('visibilitychange', onChange)
      void lock?.release()
    }
  }, [])
  return isHeld
}
