/** How often the same node failed in the same way lately: what forces a thorough path and suggests a problem. */
import { ALIKE_DAYS } from '../domain/workflow/alikeFailure'
import { rowOf, textAt, type FailureColumns } from './failureColumns'
import type { Fleet } from './fleet'

/**
 * Rows of the same node, as analysed, and symptom in the 90 days up to a failure, itself included; none where node,
 * symptom or day are unknown.
 */
export function alikeFailures(columns: FailureColumns, live: Uint32Array, id: string): readonly number[] {
  const row = rowOf(columns, id)
  if (row === undefined) return []
  const { failedNodeId, symptomCode } = columns.text
  const day = columns.number.occurredDay[row] ?? Number.NaN
  if (failedNodeId.index[row] === 0 || symptomCode.index[row] === 0 || Number.isNaN(day)) return []
  return Array.from(live).filter((other) => {
    const since = day - (columns.number.occurredDay[other] ?? Number.NaN)
    return (
      failedNodeId.index[other] === failedNodeId.index[row] &&
      symptomCode.index[other] === symptomCode.index[row] &&
      since >= 0 &&
      since <= ALIKE_DAYS &&
      textAt(columns, 'state', other) !== 'CANCELLED' &&
      textAt(columns, 'state', other) !== 'MERGED'
    )
  })
}

/** How critical the part of a failure is, as its BOM node says; nothing where it says nothing. */
export const criticalityOf = (fleet: Fleet, nodeId: string): string => fleet.tree.nodes.get(nodeId)?.criticality ?? ''
