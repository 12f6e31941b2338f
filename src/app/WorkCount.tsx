/** How much waits for the person at this device, beside My work in the navigation. It is counted once the page stands. */
import { useEffect, useState, type ComponentType } from 'react'

const AFTER_MS = 1200

export function WorkCount() {
  const [Count, setCount] = useState<ComponentType | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      import('../screens/work/CountOfMine').then(
        ({ CountOfMine }) => {
          if (isCurrent) setCount(() => CountOfMine)
        },
        // Without it the way to My work stands there as before.
        () => undefined,
      )
    }, AFTER_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [])
  return Count === null ? null : <Count />
}
