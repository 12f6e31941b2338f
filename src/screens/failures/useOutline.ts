/** The groups of the failure list, and which of them are open. */
import { useCallback, useMemo, useState } from 'react'
import { groupKeys } from '../../panels/tableLines'
import { useEngine } from '../../panels/useEngine'
import type { TableQuery } from '../../workers/engineAnswers'

const NONE: ReadonlySet<string> = new Set()

export function useOutline(query: TableQuery) {
  const isGrouped = (query.groupedBy ?? []).length > 0
  const key = isGrouped ? JSON.stringify(query) : null
  const { answer } = useEngine(key === null ? null : `outline|${key}`, async (engine) => ({
    key,
    outline: await engine.outline(query),
  }))
  // An answer to another question has other groups.
  const outline = answer !== null && answer.key === key ? answer.outline : null
  const [opened, setOpened] = useState<{ readonly by: string; readonly keys: ReadonlySet<string> }>({
    by: '',
    keys: NONE,
  })
  const by = query.groupedBy?.join() ?? ''
  // Another grouping starts closed; another filter or order keeps open what is open.
  const open = opened.by === by ? opened.keys : NONE
  const toggle = useCallback(
    (group: string): void =>
      setOpened((before) => {
        const keys = new Set(before.by === by ? before.keys : NONE)
        if (!keys.delete(group)) keys.add(group)
        return { by, keys }
      }),
    [by],
  )
  const groups = outline?.groups
  const shown = useMemo(() => (groups === undefined ? null : { groups, open, toggle }), [groups, open, toggle])
  return {
    /** Null for a plain list, and until the groups are known. */
    outline: shown,
    /** Grouped, but the groups have not arrived. */
    isWaiting: isGrouped && outline === null,
    /** How many groups there would be, where that is too many. */
    tooMany: outline?.tooMany ?? null,
    openAll: (): void => setOpened({ by, keys: new Set(groupKeys(groups ?? [])) }),
    closeAll: (): void => setOpened({ by, keys: NONE }),
  }
}
