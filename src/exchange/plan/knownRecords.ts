/** What the database already holds, as far as an import must know it to join new rows to it. */
import type { FailureIdentity } from '../../domain/failureIdentity'
import type { KnownChildRecords } from '../../domain/knownChildRecords'
import type { Fields } from '../../domain/records/field'
import type { BomNode } from '../../domain/records/bomNode'
import type { Party } from '../../domain/records/party'
import type { Product } from '../../domain/records/product'
import type { Train } from '../../domain/records/train'
import type { UsageReading } from '../../domain/records/usageReading'

type WithId<R> = R & { readonly id: string }

export interface KnownRecords {
  readonly products: readonly WithId<Product>[]
  readonly bomNodes: readonly WithId<BomNode>[]
  readonly parties: readonly WithId<Party>[]
  readonly trains: readonly WithId<Train>[]
  readonly usageReadings: readonly WithId<UsageReading>[]
  readonly failures: readonly FailureIdentity[]
  readonly childRecords: KnownChildRecords
  /** Fields the company added to failures. */
  readonly company: Fields
  /** Identity of a serial's old spelling → the serial that stays. */
  readonly serials?: ReadonlyMap<string, string>
}

export const NOTHING_KNOWN: KnownRecords = {
  products: [],
  bomNodes: [],
  parties: [],
  trains: [],
  usageReadings: [],
  failures: [],
  childRecords: { handlings: [], replacements: [], analyses: [], actions: [] },
  company: {},
}
