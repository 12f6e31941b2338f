/** Closed failures that came back, worked out again whenever the data changes. */
import type { Proposal } from '../store/recurrenceAfterAction'
import { useEngine } from './useEngine'

/** @param only one closed failure; all when null; `false` asks nothing */
export function useReopenProposals(only: string | null | false): readonly Proposal[] | null {
  const { answer } = useEngine(only === false ? null : `coming-back|${only ?? ''}`, (engine) =>
    engine.recurrenceAfterAction(only === false ? null : only),
  )
  // The engine's last answer stays while it works; one about a failure that was reopened meanwhile would be wrong.
  return only === false ? [] : answer
}
