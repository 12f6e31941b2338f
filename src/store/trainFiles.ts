/** Everything on record about one train, for its dossier. */
import type { TrainFile } from '../domain/trainFile'
import { database, type FracasDatabase } from './database'
import { eventsOfSerials } from './serialLives'
import { childRecordsOf } from './childRecords'
import { undoneBatchIds } from './undoneBatches'
import { isLive, type Imported } from '../domain/liveRecord'

/**
 * @param failureIds failures of the train; the engine knows them without reading every record
 * @returns null when there is no such train
 */
export async function trainRecords(
  trainId: string,
  failureIds: readonly string[],
  db: FracasDatabase = database,
): Promise<TrainFile | null> {
  const train = await db.recordsOf('trains').get(trainId)
  if (train === undefined || train.deleted === true) return null
  const undone = await undoneBatchIds(db)
  const failures = (await db.recordsOf('failures').bulkGet([...failureIds])).flatMap((failure) =>
    failure === undefined || failure.deleted === true ? [] : [failure],
  )
  const childrenOf = await childRecordsOf(failures, db)
  const children = failures.map(childrenOf)
  const isThere = (record: Imported): boolean => isLive(record, undone)
  const onceEach = <R extends { readonly id: string }>(records: readonly R[]): R[] => [
    ...new Map(records.map((record) => [record.id, record])).values(),
  ]
  const swapped = (await db.recordsOf('replacements').where('trainId').equals(trainId).toArray()).filter(
    (line) => line.failureId === undefined && isThere(line),
  )
  const replacements = onceEach([...children.flatMap((own) => own.replacements), ...swapped])
  const actions = onceEach(children.flatMap((own) => own.actions)).filter(({ state }) => state !== 'cancelled')
  const events = await db.recordsOf('installEvents').where('trainId').equals(trainId).toArray()
  const units = (
    await db
      .recordsOf('units')
      .bulkGet([...new Set(events.filter(({ deleted }) => deleted !== true).map(({ unitId }) => unitId ?? ''))])
  ).flatMap((unit) => (unit === undefined ? [] : [unit]))
  const parts = new Map<string, string>()
  for (const { serialNo = '', bomNodeId = '' } of units) parts.set(serialNo, bomNodeId)
  for (const { removedSerial = '', installedSerial = '', bomNodeId = '' } of replacements)
    for (const serial of [removedSerial.trim(), installedSerial.trim()])
      if (serial !== '' && !parts.has(serial)) parts.set(serial, bomNodeId)
  const lives = await eventsOfSerials([...parts.keys()], null, db)
  const items = [...parts]
    .filter(([serial]) => serial !== '')
    .map(([serial, nodeId]) => ({ serial, nodeId, events: lives.get(serial) ?? [] }))
  const owners = [...failures.map(({ id }) => id), ...actions.map(({ id }) => id), ...replacements.map(({ id }) => id)]
  const documents = (await db.recordsOf('attachments').where('ownerId').anyOf(owners).toArray()).filter(
    ({ deleted, deletedReason }) => deleted !== true && deletedReason === undefined,
  )
  const readings = await db.recordsOf('usageReadings').where('subjectId').equals(trainId).filter(isThere).toArray()
  return { train, items, readings, failures, replacements, actions, documents }
}
