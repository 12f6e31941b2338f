import type { CorrectiveAction } from '../../domain/records/correctiveAction'
import type { Failure } from '../../domain/records/failure'
import type { Handling } from '../../domain/records/handling'
import type { Replacement } from '../../domain/records/replacement'
import type { RootCauseAnalysis } from '../../domain/records/rootCauseAnalysis'

/** What the ids of a failure stand for; empty or absent where nothing is known. */
export interface LedgerNames {
  readonly trainNo?: string
  readonly vehicleType?: string
  readonly operator?: string
  readonly depot?: string
  readonly line?: string
  /** The node of the product tree the failure is assigned to. */
  readonly nodeName?: string
  readonly partNo?: string
  readonly system?: string
}

/** One failure with what hangs on it, in the order it happened: one row of a ledger. */
export interface LedgerRow {
  readonly failure: Failure
  readonly handlings: readonly Handling[]
  readonly replacements: readonly Replacement[]
  readonly analyses: readonly RootCauseAnalysis[]
  readonly actions: readonly CorrectiveAction[]
  readonly names: LedgerNames
}
