/** Everything but the failures, read at once: products, nodes, parties, trains, readings, codes, settings, imports. */
import type { ImportBatch } from '../domain/importBatch'
import { isMerged } from '../domain/masterData'
import type { Stored, StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { isLive } from '../domain/liveRecord'

export interface Reference {
  readonly products: readonly StoredRecord<'products'>[]
  readonly bomNodes: readonly StoredRecord<'bomNodes'>[]
  readonly parties: readonly StoredRecord<'parties'>[]
  readonly trains: readonly StoredRecord<'trains'>[]
  readonly usageReadings: readonly StoredRecord<'usageReadings'>[]
  readonly codeItems: readonly StoredRecord<'codeItems'>[]
  readonly companyFields: readonly StoredRecord<'companyFields'>[]
  readonly settings: readonly StoredRecord<'settings'>[]
  readonly batches: readonly ImportBatch[]
  /** Doubles that were merged into another record, and the one they lead to; old links still name them. */
  readonly redirects: ReadonlyMap<string, string>
}

/** As before anything was read. */
export const NO_REFERENCE: Reference = {
  products: [],
  bomNodes: [],
  parties: [],
  trains: [],
  usageReadings: [],
  codeItems: [],
  companyFields: [],
  settings: [],
  batches: [],
  redirects: new Map(),
}

/** Records of undone imports and deleted records are left out. */
export async function readReference(db: FracasDatabase = database): Promise<Reference> {
  const [names, usageReadings] = await Promise.all([readNames(db), db.recordsOf('usageReadings').toArray()])
  return { ...names, usageReadings: usageReadings.filter(isLiveBeside(names.batches)) }
}

/**
 * The reference without its usage readings: enough to name what a table shows, and read in a fraction of the time,
 * because readings are most of it.
 */
export async function readNames(db: FracasDatabase = database): Promise<Reference> {
  const batches = await db.importBatches.toArray()
  const isLive = isLiveBeside(batches)
  const standsOnItsOwn = (record: Stored): boolean => isLive(record) && !isMerged(record)
  const [products, bomNodes, parties, trains, codeItems, companyFields, settings] = await Promise.all([
    db.recordsOf('products').toArray(),
    db.recordsOf('bomNodes').toArray(),
    db.recordsOf('parties').toArray(),
    db.recordsOf('trains').toArray(),
    db.recordsOf('codeItems').toArray(),
    db.recordsOf('companyFields').toArray(),
    db.recordsOf('settings').toArray(),
  ])
  return {
    products: products.filter(isLive),
    bomNodes: bomNodes.filter(standsOnItsOwn),
    parties: parties.filter(standsOnItsOwn),
    trains: trains.filter(standsOnItsOwn),
    usageReadings: [],
    codeItems: codeItems.filter(isLive),
    companyFields: companyFields.filter(isLive),
    settings: settings.filter(isLive),
    batches,
    redirects: new Map(
      [...bomNodes, ...parties, ...trains].flatMap(({ id, mergedInto }) =>
        mergedInto === undefined ? [] : [[id, mergedInto] as const],
      ),
    ),
  }
}

function isLiveBeside(batches: readonly ImportBatch[]): (record: Stored) => boolean {
  const undone = new Set(batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
  return (record) => isLive(record, undone)
}

/** The record that stands where an old link names one that was merged, through any number of merges. */
export function redirected(redirects: Reference['redirects'], id: string): string {
  const seen = new Set<string>()
  let at = id
  for (let next = redirects.get(at); next !== undefined && !seen.has(at); next = redirects.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}
