/** Failures chosen in one drawing and shown in all drawings of the page. Pages without such a choice give no context. */
import { createContext } from 'react'
import type { OpenedMark } from './openedMark'

export interface LinkedRows {
  /** Null while nothing is chosen. */
  readonly rows: ReadonlySet<number> | null
  /** @param isAdded to what is chosen already; a mark whose rows are all chosen is taken out again */
  readonly choose: (marks: readonly OpenedMark[], isAdded: boolean) => void
}

export const LinkedRowsContext = createContext<LinkedRows | null>(null)

/** The choice after another pick. */
export function chosenWith(
  before: ReadonlySet<number> | null,
  picked: readonly Uint32Array[],
  isAdded: boolean,
): ReadonlySet<number> | null {
  const rows = picked.flatMap((each) => [...each])
  if (!isAdded || before === null) return rows.length === 0 ? null : new Set(rows)
  const next = new Set(before)
  if (rows.length > 0 && rows.every((row) => before.has(row))) for (const row of rows) next.delete(row)
  else for (const row of rows) next.add(row)
  return next.size === 0 ? null : next
}

/** Which share of these rows is chosen, 0 to 1. */
export function chosenShare(rows: Uint32Array, chosen: ReadonlySet<number>): number {
  let count = 0
  for (const row of rows) if (chosen.has(row)) count += 1
  return rows.length === 0 ? 0 : count / rows.length
}
