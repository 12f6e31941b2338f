/** Sets one parameter of the address without a step back in the history; an empty value takes it away. */
import { useSearchParams } from 'wouter'

export function useSetParam(): (name: string, value: string) => void {
  const [, setParams] = useSearchParams()
  return (name, value) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
}
