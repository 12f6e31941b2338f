/**
 * The item that failed, as far as anybody has found out: what the analysis named, and until then what was reported.
 * Serial and batch of the report are those of the part that was reported and say nothing about another one.
 */
import type { Failure } from './records/failure'

export interface FailedPart {
  readonly nodeId?: string
  readonly serial?: string
  readonly batch?: string
}

type Said = Pick<Failure, 'bomNodeId' | 'actualNodeId' | 'reportedSerial' | 'actualSerial' | 'reportedBatch'>

export function failedPart({ bomNodeId, actualNodeId, reportedSerial, actualSerial, reportedBatch }: Said): FailedPart {
  const nodeId = actualNodeId ?? bomNodeId
  const isReportedPart = actualNodeId === undefined || actualNodeId === bomNodeId
  const serial = actualSerial ?? (isReportedPart ? reportedSerial : undefined)
  const isReportedItem = isReportedPart && (actualSerial === undefined || actualSerial === reportedSerial)
  return {
    ...(nodeId === undefined ? {} : { nodeId }),
    ...(serial === undefined ? {} : { serial }),
    ...(isReportedItem && reportedBatch !== undefined ? { batch: reportedBatch } : {}),
  }
}

/**
 * The part an action of a failure, or of its problem, is about. A problem made of a report carries the part that was
 * reported; where analysis found that another one had failed, the action is about that one.
 */
export function partOfAction(failure: Said, problem: { readonly bomNodeId?: string } | null): string | undefined {
  const { nodeId } = failedPart(failure)
  return problem?.bomNodeId === undefined || problem.bomNodeId === failure.bomNodeId ? nodeId : problem.bomNodeId
}
