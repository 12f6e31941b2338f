/** What the database already holds, as far as an import must know it to join new rows to it. */
import type { FailureIdentity } from '../../domain/failureIdentity'
import type { BomNode } from '../../domain/records/bomNode'
import type { CorrectiveAction } from '../../domain/records/correctiveAction'
import type { Handling } from '../../domain/records/handling'
import type { Party } from '../../domain/records/party'
import type { Product } from '../../domain/records/product'
import type { Replacement } from '../../domain/records/replacement'
import type { RootCauseAnalysis } from '../../domain/records/rootCauseAnalysis'
import type { Train } from '../../domain/records/train'
import type { UsageReading } from '../../domain/records/usageReading'

type WithId<R> = R & { readonly id: string }

/** What hangs on failures, each in the order it came about. */
export interface KnownChildRecords {
  readonly handlings: readonly WithId<Handling>[]
  readonly replacements: readonly WithId<Replacement>[]
  readonly analyses: readonly WithId<RootCauseAnalysis>[]
  readonly actions: readonly WithId<CorrectiveAction>[]
}

export interface KnownRecords {
  readonly products: readonly WithId<Product>[]
  readonly bomNodes: readonly WithId<BomNode>[]
  readonly parties: readonly WithId<Party>[]
  readonly trains: readonly WithId<Train>[]
  readonly usageReadings: readonly WithId<UsageReading>[]
  readonly failures: readonly FailureIdentity[]
  readonly childRecords: KnownChildRecords
}

export const NOTHING_KNOWN: KnownRecords = {
  products: [],
  bomNodes: [],
  parties: [],
  trains: [],
  usageReadings: [],
  failures: [],
  childRecords: { handlings: [], replacements: [], analyses: [], actions: [] },
}
