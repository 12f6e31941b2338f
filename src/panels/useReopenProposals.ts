/** Closed failures that came back, worked out again whenever the data changes. */
import { reopenProposals, type Proposal } from '../store/comingBack'
import { useEngine } from './useEngine'

/** @param only one closed failure; all when null; `false` asks nothing */
export function useReopenProposals(only: string | null | false): readonly Proposal[] | null {
  const { answer } = useEngine(only === false ? null : `coming-back|${only ?? ''}`, (engine) =>
    reopenProposals(
      (nodeIds, symptomCode, day) =>
        engine.idsOf({
          language: 'zh',
          search: '',
          sorting: { field: 'occurredAt', descending: false },
          filters: [
            { field: 'failedNodeId', op: 'is', values: nodeIds },
            { field: 'symptomCode', op: 'is', values: [symptomCode] },
            { field: 'occurredDay', op: 'between', from: day },
          ],
        }),
      only === false ? null : only,
    ),
  )
  // The engine's last answer stays while it works; one about a failure that was reopened meanwhile would be wrong.
  return only === false ? [] : answer
}
