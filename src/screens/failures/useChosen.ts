/**
 * The failures selected in the list: one by one, in a range, or all that the filters leave. They stay selected while the
 * list is sorted and filtered otherwise.
 */
import { useCallback, useRef, useState } from 'react'
import type { Choosing } from '../../panels/FailureTable'
import type { TableQuery } from '../../workers/engineAnswers'
import { engine } from '../../workers/engineClient'

export type Chosen = Choosing

export function useChosen(query: TableQuery): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<number | null>(null)
  const add = useCallback(
    (from: number, to: number): void =>
      void engine()
        .idsOf(query)
        .then((all) => setIds((before) => new Set([...before, ...all.slice(from, to)])))
        // The frame says what went wrong with the engine; the selection stays as it was.
        .catch(() => undefined),
    [query],
  )
  const choose = useCallback(
    (index: number, id: string, isRange: boolean): void => {
      const from = anchor.current
      anchor.current = index
      if (isRange && from !== null) add(Math.min(from, index), Math.max(from, index) + 1)
      else setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id])))
    },
    [add],
  )
  const chooseAll = useCallback((): void => add(0, Number.POSITIVE_INFINITY), [add])
  const clear = useCallback((): void => {
    anchor.current = null
    setIds(new Set())
  }, [])
  return { ids, choose, chooseRange: add, chooseAll, clear }
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((known) => known !== id))
