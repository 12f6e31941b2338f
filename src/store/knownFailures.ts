/** Every live failure by what tells it from others, for finding duplicates of an import. */
import type { FailureIdentity } from '../domain/failureIdentity'
import { plainText } from '../domain/plainText'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'

/** Whole failures by id, for comparing with what a newer workbook says of them. */
export async function storedFailures(
  ids: readonly string[],
  db: FracasDatabase = database,
): Promise<ReadonlyMap<string, StoredRecord<'failures'>>> {
  const found = await db.recordsOf('failures').bulkGet([...new Set(ids)])
  return new Map(found.flatMap((failure) => (failure === undefined ? [] : [[failure.id, failure] as const])))
}

export async function knownFailures(
  undoneBatches: ReadonlySet<string>,
  db: FracasDatabase = database,
): Promise<FailureIdentity[]> {
  const merged = new Map<string, string>()
  const known: FailureIdentity[] = []
  await db.recordsOf('failures').each((failure) => {
    if (
      failure.deleted === true ||
      (failure.batchId !== undefined && undoneBatches.has(failure.batchId) && failure.kept !== true)
    )
      return
    if (failure.mergedInto !== undefined) merged.set(failure.id, failure.mergedInto)
    known.push({
      id: failure.id,
      no: failure.no ?? '',
      trainId: failure.trainId ?? '',
      occurredAt: failure.occurredAt ?? '',
      part: failure.bomNodeId ?? plainText(failure.nodeText ?? ''),
      ...(failure.bomNodeId === undefined || failure.nodeText === undefined ? {} : { partWords: failure.nodeText }),
      description: failure.description ?? '',
      serial: failure.reportedSerial ?? '',
    })
  })
  return merged.size === 0 ? known : ledToSurvivors(known, merged)
}

/** What a merged failure said goes on finding the one it went into; those that stand come last, so that their own words stand. */
function ledToSurvivors(known: readonly FailureIdentity[], merged: ReadonlyMap<string, string>): FailureIdentity[] {
  const isKnown = new Set(known.map(({ id }) => id))
  const survivor = (id: string): string => {
    const seen = new Set<string>()
    let at = id
    for (let next = merged.get(at); next !== undefined && isKnown.has(next) && !seen.has(next); next = merged.get(at)) {
      seen.add(next)
      at = next
    }
    return at
  }
  const [gone, standing] = [known.filter(({ id }) => merged.has(id)), known.filter(({ id }) => !merged.has(id))]
  return [...gone.map((failure) => ({ ...failure, id: survivor(failure.id) })), ...standing]
}
