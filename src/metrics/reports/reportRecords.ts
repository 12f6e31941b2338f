/** Records beside the failures that a report reads: what was agreed, what was spent, where parts are, what was changed and learned. */
import type { ContractTarget } from '../../domain/records/contractTarget'
import type { CostEntry } from '../../domain/records/costEntry'
import type { RemovedPart } from './custodyLines'

type WithId<R> = R & { readonly id: string }

export interface ReportRecords {
  readonly contractTargets: readonly WithId<ContractTarget>[]
  readonly costEntries: readonly WithId<CostEntry>[]
  /** How the buckets of costs are called, by their codes. */
  readonly bucketNames: ReadonlyMap<string, string>
  /** Parts that came off, with the steps of their way. */
  readonly removedParts: readonly RemovedPart[]
  /** The node of a problem, for what belongs to it and to no failure. */
  readonly nodeOfProblem: ReadonlyMap<string, string>
}

export const NO_RECORDS: ReportRecords = { contractTargets: [], costEntries: [], bucketNames: new Map(), removedParts: [], nodeOfProblem: new Map() }
