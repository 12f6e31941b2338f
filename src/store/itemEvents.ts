/** What the items of a part, and replacements made with failures of other parts, say of its fittings and removals. */
import type { ItemEvent } from '../domain/itemEvent'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { placeOfReplacement, timeOfReplacement } from './serialLives'
import { undoneBatchIds } from './undoneBatches'
import { isLive, type Imported } from '../domain/liveRecord'

/** Events of items into stock and to scrap say nothing of a train. */
const ON_TRAIN: ReadonlyMap<string, ItemEvent['kind']> = new Map([
  ['install', 'install'],
  ['swap', 'install'],
  ['remove', 'remove'],
])

export async function itemEventsOf(nodeId: string, db: FracasDatabase = database): Promise<readonly ItemEvent[]> {
  const [units, replacements, undone] = await Promise.all([
    db.recordsOf('units').toArray(),
    db.recordsOf('replacements').toArray(),
    undoneBatchIds(db),
  ])
  const isThere = (record: Imported): boolean => isLive(record, undone)
  const live = replacements.filter(isThere)
  const serials = new Map(
    units.filter((unit) => unit.bomNodeId === nodeId && isThere(unit)).map(({ id, serialNo = '' }) => [id, serialNo]),
  )
  const recorded = await recordedEvents(serials, new Map(live.map((line) => [line.id, line])), isThere, db)
  const told = new Set(recorded.flatMap(({ replacementId }) => replacementId ?? []))
  const lines = live.filter((line) => line.bomNodeId === nodeId && !told.has(line.id))
  const failures = await db
    .recordsOf('failures')
    .bulkGet([...new Set(lines.flatMap(({ failureId }) => failureId ?? []))])
  const failureOf = new Map(
    failures.flatMap((failure) => (failure === undefined ? [] : [[failure.id, failure] as const])),
  )
  return [
    ...recorded.map(({ event }) => event),
    ...lines.flatMap((line) => {
      // A journal also names swaps that no failure asked for.
      if (line.failureId === undefined) return eventsOfLine(line, { id: '' })
      const failure = failureOf.get(line.failureId)
      return failure === undefined || !isThere(failure) ? [] : eventsOfLine(line, failure)
    }),
  ]
}

interface Recorded {
  readonly event: ItemEvent
  readonly replacementId: string | undefined
}

/** @param serials of the items, by their ids */
async function recordedEvents(
  serials: ReadonlyMap<string, string>,
  lines: ReadonlyMap<string, StoredRecord<'replacements'>>,
  isLive: (record: Imported) => boolean,
  db: FracasDatabase,
): Promise<readonly Recorded[]> {
  const events = await db
    .recordsOf('installEvents')
    .where('unitId')
    .anyOf([...serials.keys()])
    .toArray()
  return events.flatMap((event): Recorded[] => {
    const kind = ON_TRAIN.get(event.kind ?? '')
    const {
      replacementId,
      unitId = '',
      at = '',
      trainId = '',
      carNo = '',
      positionPath: position = '',
      reason = '',
    } = event
    const line = replacementId === undefined ? null : (lines.get(replacementId) ?? null)
    // What a replacement told went with it.
    if (kind === undefined || !isLive(event) || (replacementId !== undefined && line === null)) return []
    const failureId = line?.failureId ?? ''
    return [
      {
        replacementId,
        event: { serial: serials.get(unitId) ?? '', kind, at, trainId, carNo, position, reason, failureId },
      },
    ]
  })
}

function eventsOfLine(
  line: StoredRecord<'replacements'>,
  failure: Pick<StoredRecord<'failures'>, 'id' | 'trainId' | 'carNo' | 'occurredAt'>,
): readonly ItemEvent[] {
  const shared = {
    ...placeOfReplacement(line, failure),
    at: timeOfReplacement(line, failure),
    reason: line.reason ?? '',
    failureId: failure.id,
  }
  return [
    { ...shared, kind: 'remove', serial: line.removedSerial ?? '' },
    { ...shared, kind: 'install', serial: line.installedSerial ?? '' },
  ]
}
