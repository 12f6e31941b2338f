/** What was done on site about failures, read together: a screen of figures needs no other records of them. */
import type { StoredRecord } from '../domain/records/tables'
import { groupedBy } from '../domain/groupedBy'
import { database, type FracasDatabase } from './database'
import { undoneAmong } from './undoneBatches'
import { isShownWith } from '../domain/liveRecord'

/** By failure, in the order they were written; without those deleted or of an import that was taken back. */
export async function handlingsOf(
  failureIds: readonly string[],
  db: FracasDatabase = database,
): Promise<ReadonlyMap<string, readonly StoredRecord<'handlings'>[]>> {
  const found = (await db
    .recordsOf('handlings')
    .where('failureId')
    .anyOf([...failureIds])
    .toArray()) as StoredRecord<'handlings'>[]
  const undone = await undoneAmong(found, db)
  return groupedBy(
    found.filter((handling) => isShownWith(handling, {}, undone)),
    ({ failureId }) => failureId ?? '',
  )
}
