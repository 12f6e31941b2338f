/** Records beside the failures that a report reads: what was agreed, what was spent, where parts are, what was changed and learned. */
import type { Attachment } from '../../domain/records/attachment'
import type { ContractTarget } from '../../domain/records/contractTarget'
import type { CostEntry } from '../../domain/records/costEntry'
import type { RemovedPart } from './custodyLines'
import type { WorkRecords } from './yearWork'

type WithId<R> = R & { readonly id: string }

export interface ReportRecords {
  readonly contractTargets: readonly WithId<ContractTarget>[]
  /** Files that hang on failures. */
  readonly attachments: readonly WithId<Attachment>[]
  readonly costEntries: readonly WithId<CostEntry>[]
  /** How codes are called, by `list|code`. */
  readonly codeNames: ReadonlyMap<string, string>
  /** Parts that came off, with the steps of their way. */
  readonly removedParts: readonly RemovedPart[]
  readonly work: WorkRecords
}

export const NO_RECORDS: ReportRecords = {
  contractTargets: [],
  attachments: [],
  costEntries: [],
  codeNames: new Map(),
  work: { actions: [], verifications: [], problems: [], lessons: [] },
  removedParts: [],
}
