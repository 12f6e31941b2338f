/** Pages of rows, fetched when asked for and kept until the source changes. */
import { useMemo, useRef, useState } from 'react'
import type { TableRow } from '../workers/engineAnswers'
import { useEngineStatus } from './useEngine'

const PAGE = 80

export interface RowSource {
  readonly total: number
  /** Changes whenever the rows may be others: query and data version. */
  readonly sourceKey: string
  readonly load: (from: number, to: number) => Promise<readonly TableRow[]>
}

export function useRowWindow({ sourceKey: source, total, load }: RowSource) {
  // With every new attempt of the engine what is missing is asked for again.
  const sourceKey = `${useEngineStatus().attempt}|${source}`
  const [pages, setPages] = useState<{
    readonly key: string
    readonly pages: ReadonlyMap<number, readonly TableRow[]>
  }>({ key: sourceKey, pages: new Map() })
  const asked = useRef<{ key: string; pages: Set<number> }>({ key: sourceKey, pages: new Set() })
  const loadNow = useRef(load)
  loadNow.current = load
  const want = useMemo(
    () => (first: number, last: number) => {
      if (asked.current.key !== sourceKey) asked.current = { key: sourceKey, pages: new Set() }
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (page * PAGE >= total || asked.current.pages.has(page)) continue
        asked.current.pages.add(page)
        const { pages: waiting } = asked.current
        loadNow.current(page * PAGE, Math.min(total, (page + 1) * PAGE)).then(
          (rows) => {
            setPages((before) => ({
              key: sourceKey,
              pages: new Map([...(before.key === sourceKey ? before.pages : []), [page, rows]]),
            }))
          },
          // The frame says what went wrong; scrolling there again asks again.
          () => waiting.delete(page),
        )
      }
    },
    [sourceKey, total],
  )
  return useMemo(
    () => ({
      want,
      at: (index: number): TableRow | undefined => pages.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    }),
    [want, pages],
  )
}
