/** What an import must know of the database, and how far the log had grown when it was read. */
import { companyFieldsOf, companyFieldsOfTable } from '../domain/companyFields'
import { serialRedirects } from '../domain/otherSpellings'
import type { ImportBatch } from '../domain/importBatch'
import type { KnownRecords } from '../exchange/plan/knownRecords'
import type { FracasDatabase } from '../store/database'
import { knownFailures } from '../store/knownFailures'
import { knownChildRecords } from '../store/knownChildRecords'
import { readReference } from '../store/reference'
import { lastSeq } from '../store/snapshots'

export interface ImportKnowledge {
  readonly known: KnownRecords
  readonly batches: readonly ImportBatch[]
  /** Read before all else: what comes in between makes the plan look again, never pass unseen. */
  readonly position: number
}

export async function importKnowledge(db: FracasDatabase): Promise<ImportKnowledge> {
  const position = await lastSeq(db)
  const reference = await readReference(db)
  const undone = new Set(reference.batches.filter((batch) => batch.state === 'undone').map((batch) => batch.id))
  const [failures, childRecords, respelled] = await Promise.all([
    knownFailures(undone, db),
    knownChildRecords(undone, db),
    db
      .recordsOf('units')
      .filter(({ aliases }) => aliases !== undefined)
      .toArray(),
  ])
  const serials = serialRedirects(respelled)
  const company = companyFieldsOfTable(companyFieldsOf(reference.companyFields), 'failures')
  return { known: { ...reference, failures, childRecords, company, serials }, batches: reference.batches, position }
}
