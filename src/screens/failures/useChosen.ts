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
  const choose = useCallback(
    (index: number, id: string, isRange: boolean): void => {
      const from = anchor.current
      anchor.current = index
      if (!isRange || from === null) {
        setIds((before) => (before.has(id) ? without(before, id) : new Set([...before, id])))
        return
      }
      void engine()
        .idsOf(query)
        .then((all) =>
          setIds((before) => new Set([...before, ...all.slice(Math.min(from, index), Math.max(from, index) + 1)])),
        )
        // The frame says what went wrong with the engine; the selection stays as it was.
        .catch(() => undefined)
    },
    [query],
  )
  const chooseAll = useCallback((): void => {
    void engine()
      .idsOf(query)
      .then((all) => setIds((before) => new Set([...before, ...all])))
      .catch(() => undefined)
  }, [query])
  const clear = useCallback((): void => {
    anchor.current = null
    setIds(new Set())
  }, [])
  return { ids, choose, chooseAll, clear }
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((known) => known !== id))
