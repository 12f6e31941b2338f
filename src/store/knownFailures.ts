/** Every live failure by what tells it from others, for finding duplicates of an import. */
import type { FailureIdentity } from '../domain/failureIdentity'
import { plainText } from '../domain/plainText'
import { database, type FracasDatabase } from './database'

export async function knownFailures(undoneBatches: ReadonlySet<string>, db: FracasDatabase = database): Promise<FailureIdentity[]> {
  const known: FailureIdentity[] = []
  await db.recordsOf('failures').each((failure) => {
    if (failure.deleted === true || (failure.batchId !== undefined && undoneBatches.has(failure.batchId) && failure.kept !== true)) return
    known.push({
      id: failure.id,
      no: failure.no ?? '',
      trainId: failure.trainId ?? '',
      occurredAt: failure.occurredAt ?? '',
      part: failure.bomNodeId ?? plainText(failure.nodeText ?? ''),
      description: failure.description ?? '',
      serial: failure.reportedSerial ?? '',
    })
  })
  return known
}
