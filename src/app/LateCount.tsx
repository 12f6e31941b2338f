/** A number beside a place in the navigation that needs more than the first page; it is counted once the page stands. */
import { useEffect, useState, type ComponentType } from 'react'

const AFTER_MS = 1200

interface Props {
  /** Brings the part that counts; the same function each time. */
  readonly load: () => Promise<ComponentType>
}

export function LateCount({ load }: Props) {
  const [Count, setCount] = useState<ComponentType | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(() => {
      load().then(
        (counting) => {
          if (isCurrent) setCount(() => counting)
        },
        // Without it the way there stands as before.
        () => undefined,
      )
    }, AFTER_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [load])
  return Count === null ? null : <Count />
}
