/** Everything but the failures, read at once: products, nodes, parties, trains, readings, codes, settings, imports. */
import type { ImportBatch } from '../domain/importBatch'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'

export interface Reference {
  readonly products: readonly StoredRecord<'products'>[]
  readonly bomNodes: readonly StoredRecord<'bomNodes'>[]
  readonly parties: readonly StoredRecord<'parties'>[]
  readonly trains: readonly StoredRecord<'trains'>[]
  readonly usageReadings: readonly StoredRecord<'usageReadings'>[]
  readonly codeItems: readonly StoredRecord<'codeItems'>[]
  readonly settings: readonly StoredRecord<'settings'>[]
  readonly batches: readonly ImportBatch[]
}

/** Records of undone imports and deleted records are left out. */
export async function readReference(db: FracasDatabase = database): Promise<Reference> {
  const batches = await db.importBatches.toArray()
  const undone = new Set(batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
  const live = <R extends { deleted?: boolean; kept?: boolean; batchId?: string }>(records: R[]): R[] =>
    records.filter((record) => record.deleted !== true && (record.kept === true || record.batchId === undefined || !undone.has(record.batchId)))
  const [products, bomNodes, parties, trains, usageReadings, codeItems, settings] = await Promise.all([
    db.recordsOf('products').toArray(),
    db.recordsOf('bomNodes').toArray(),
    db.recordsOf('parties').toArray(),
    db.recordsOf('trains').toArray(),
    db.recordsOf('usageReadings').toArray(),
    db.recordsOf('codeItems').toArray(),
    db.recordsOf('settings').toArray(),
  ])
  return { products: live(products), bomNodes: live(bomNodes), parties: live(parties), trains: live(trains), usageReadings: live(usageReadings), codeItems: live(codeItems), settings: live(settings), batches }
}
