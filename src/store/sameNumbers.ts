/**
 * Two devices can give one number to two failures: the numbers of a customer's list, or codes of devices that begin alike. Both
 * failures stay; the later one gets a suffix of its own id, so that every device gives it the same, and both spellings find it.
 */
import type { Person } from '../domain/person'
import { suffixedNumber } from '../domain/recordNumber'
import type { StoredRecord } from '../domain/records/tables'
import { groupedBy } from '../domain/groupedBy'
import { commit, type RecordPatch } from './commit'
import type { FracasDatabase } from './database'

/** Of numbers that arrived. */
const MOST_LOOKED_UP = 500

/** Must run in the transaction that takes the failures in. */
export async function tellSameNumbersApart(
  ids: ReadonlySet<string>,
  person: Person,
  db: FracasDatabase,
): Promise<readonly string[]> {
  const failures = db.recordsOf('failures')
  const isBearing = ({ deleted, mergedInto }: StoredRecord<'failures'>): boolean =>
    deleted !== true && mergedInto === undefined
  const arrived = new Set((await failures.bulkGet([...ids])).flatMap((failure) => failure?.no ?? []))
  // Looking up many numbers one by one takes longer than reading all there are.
  const bearing =
    arrived.size > MOST_LOOKED_UP
      ? await failures.filter((failure) => isBearing(failure) && arrived.has(failure.no ?? '')).toArray()
      : await failures
          .where('no')
          .anyOf([...arrived])
          .filter(isBearing)
          .toArray()
  const patches = [...groupedBy(bearing, ({ no = '' }) => no).values()].flatMap((alike): RecordPatch[] => {
    const [, ...later] = [...alike].sort((a, b) => (a.id < b.id ? -1 : 1))
    return later.map((failure) => ({
      table: 'failures',
      record: failure.id,
      fields: { no: suffixedNumber(failure.no ?? '', failure.id), formerNo: failure.formerNo ?? failure.no },
    }))
  })
  if (patches.length > 0) await commit({ name: 'suffix-number', person }, async () => patches, db)
  return patches.map(({ record }) => record)
}
