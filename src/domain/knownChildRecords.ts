/** What hangs on stored failures, as an import compares it with what a file brings. */
import type { CorrectiveAction } from './records/correctiveAction'
import type { Handling } from './records/handling'
import type { Replacement } from './records/replacement'
import type { RootCauseAnalysis } from './records/rootCauseAnalysis'

type WithId<R> = R & { readonly id: string }

/** Each kind in the order it came about. */
export interface KnownChildRecords {
  readonly handlings: readonly WithId<Handling>[]
  readonly replacements: readonly WithId<Replacement>[]
  readonly analyses: readonly WithId<RootCauseAnalysis>[]
  readonly actions: readonly WithId<CorrectiveAction>[]
}
