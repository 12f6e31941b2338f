/** The failures chosen in the drawings of a part, until they are given up or the data behind the page change. */
import { useCallback, useMemo, useState } from 'react'
import { chosenWith, type LinkedRows } from '../../charts/linkedRows'

/** @param ground what the rows are numbered in; with another one nothing is chosen */
export function useLinkedRows(ground: unknown) {
  const [chosen, setChosen] = useState<{
    readonly ground: unknown
    readonly rows: ReadonlySet<number>
    readonly from: string
  } | null>(null)
  const now = chosen !== null && chosen.ground === ground ? chosen : null
  const choose = useCallback<LinkedRows['choose']>(
    (marks, isAdded) =>
      setChosen((before) => {
        const kept = before !== null && before.ground === ground ? before : null
        const rows = chosenWith(
          kept?.rows ?? null,
          marks.map((mark) => mark.rows),
          isAdded,
        )
        if (rows === null) return null
        const [first, ...others] = marks.map(({ label }) => label)
        const label = others.length === 0 ? (first ?? '') : `${first} … ${others.at(-1)}`
        return { ground, rows, from: isAdded && kept !== null ? `${kept.from} + ${label}` : label }
      }),
    [ground],
  )
  const linked = useMemo<LinkedRows>(() => ({ rows: now?.rows ?? null, choose }), [now, choose])
  return { linked, chosen: now, clear: useCallback(() => setChosen(null), []) }
}
