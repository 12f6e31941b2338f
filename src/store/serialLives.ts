/** Everything on record about serials: events recorded for them, and those that imported replacements stand for. */
import { serialIdentity } from '../domain/serialIdentity'
import { eventsOfReplacement, type LifeEvent, type Place } from '../domain/installations'
import { isMerged } from '../domain/masterData'
import type { Moment } from '../domain/moment'
import { serialRedirects } from '../domain/otherSpellings'
import type { InstallEvent } from '../domain/records/installEvent'
import type { Replacement } from '../domain/records/replacement'
import type { StoredRecord } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { SERIAL_KEYS } from './serialKeys'
import { undoneAmong } from './undoneBatches'
import { isLive, isShownWith } from '../domain/liveRecord'

type Unit = StoredRecord<'units'>

const trimmed = (text: string | undefined): string => (text ?? '').trim()

/** Where and when, from the line itself and, where it is silent, from its failure. */
export const placeOfReplacement = (
  line: Replacement,
  failure: Pick<StoredRecord<'failures'>, 'trainId' | 'carNo'>,
): Place => ({
  trainId: line.trainId ?? failure.trainId ?? '',
  carNo: line.carNo ?? failure.carNo ?? '',
  position: trimmed(line.position),
})
export const timeOfReplacement = (line: Replacement, failure: Pick<StoredRecord<'failures'>, 'occurredAt'>): Moment =>
  line.at ?? failure.occurredAt ?? ''

/** The events a replacement stands for: the removed serial goes off, the installed one on. */
export const idsOfEvents = (replacementId: string): { readonly off: string; readonly on: string } => ({
  off: `${replacementId}-off`,
  on: `${replacementId}-on`,
})

/** Units of a serial; a serial names one item per part number, so there may be several. */
export const unitsOfSerial = async (serial: string, db: FracasDatabase = database): Promise<Unit[]> =>
  serial === ''
    ? []
    : (await db.recordsOf('units').where(SERIAL_KEYS).equals(serialIdentity(serial)).toArray()).filter(
        (unit) => !isMerged(unit),
      )

/** The serial under which an old spelling goes on; itself where nobody said that it is another one's. */
export async function survivingSerial(serial: string, db: FracasDatabase = database): Promise<string> {
  return serialRedirects(await unitsOfSerial(serial, db)).get(serialIdentity(serial)) ?? serial
}

/** @param without a replacement whose own events are left out, because it is being written anew */
export const eventsOfSerial = async (
  serial: string,
  without: string | null = null,
  db: FracasDatabase = database,
): Promise<readonly LifeEvent[]> => (await eventsOfSerials([serial], without, db)).get(serial) ?? []

/** @returns the events of each serial as it was asked for, in no order; serials differ in more than case */
export async function eventsOfSerials(
  serials: readonly string[],
  without: string | null = null,
  db: FracasDatabase = database,
): Promise<ReadonlyMap<string, readonly LifeEvent[]>> {
  const found = new Map(
    serials
      .filter((serial) => serial !== '')
      .map((serial) => [serialIdentity(serial), { serial, events: [] as LifeEvent[] }]),
  )
  const asked = [...found.keys()]
  if (asked.length === 0) return new Map()
  const [units, naming] = await Promise.all([
    db.recordsOf('units').where(SERIAL_KEYS).anyOf(asked).toArray(),
    db.recordsOf('replacements').where(SERIAL_KEYS).anyOf(asked).distinct().toArray(),
  ])
  const serialOfUnit = new Map(units.map(({ id, serialNo = '' }) => [id, serialIdentity(serialNo)]))
  const recorded = (
    await db
      .recordsOf('installEvents')
      .where('unitId')
      .anyOf([...serialOfUnit.keys()])
      .toArray()
  ).filter((event) => event.deleted !== true)
  const named = new Map(naming.filter(({ id }) => id !== without).map((line) => [line.id, line]))
  const elsewhere = recorded.flatMap(({ replacementId }) =>
    replacementId === undefined || named.has(replacementId) || replacementId === without ? [] : [replacementId],
  )
  const lines = [
    ...named.values(),
    ...(await db.recordsOf('replacements').bulkGet([...new Set(elsewhere)])).filter((line) => line !== undefined),
  ]
  const failures = new Map(
    (await db.recordsOf('failures').bulkGet([...new Set(lines.flatMap(({ failureId }) => failureId ?? []))])).flatMap(
      (failure) => (failure === undefined ? [] : [[failure.id, failure] as const]),
    ),
  )
  const undone = await undoneAmong([...lines, ...failures.values()], db)
  const isCounted = (line: StoredRecord<'replacements'>): boolean => {
    if (line.failureId === undefined) return isShownWith(line, {}, undone)
    const failure = failures.get(line.failureId)
    return failure !== undefined && isLive(failure, undone) && isShownWith(line, failure, undone)
  }
  const counted = new Map(lines.filter(isCounted).map((line) => [line.id, line]))
  const add = (serial: string, event: LifeEvent): void => void found.get(serialIdentity(serial))?.events.push(event)
  for (const event of recorded)
    if (event.replacementId === undefined || counted.has(event.replacementId))
      add(
        serialOfUnit.get(event.unitId ?? '') ?? '',
        lifeEventOf(event.id, event, counted.get(event.replacementId ?? '') ?? null),
      )
  const isRecorded = new Set(recorded.map(({ id }) => id))
  for (const line of counted.values()) {
    // A journal also names swaps that no failure asked for.
    const failure = failures.get(line.failureId ?? '') ?? {}
    const { off, on } = eventsOfReplacement(line, placeOfReplacement(line, failure), timeOfReplacement(line, failure))
    const ids = idsOfEvents(line.id)
    if (off !== null && !isRecorded.has(ids.off)) add(trimmed(line.removedSerial), lifeEventOf(ids.off, off, line))
    if (on !== null && !isRecorded.has(ids.on)) add(trimmed(line.installedSerial), lifeEventOf(ids.on, on, line))
  }
  return new Map([...found.values()].map(({ serial, events }) => [serial, events]))
}

function lifeEventOf(id: string, event: InstallEvent, line: StoredRecord<'replacements'> | null): LifeEvent {
  const {
    kind = 'install',
    at = '',
    trainId = '',
    carNo = '',
    positionPath: position = '',
    odometerKm = null,
    reason = '',
    operator = '',
    finding = '',
    note = '',
  } = event
  return {
    id,
    kind: kind === 'remove' || kind === 'stockIn' || kind === 'scrap' ? kind : 'install',
    at,
    place: { trainId, carNo, position },
    odometerKm,
    reason,
    operator,
    finding,
    note,
    disposition: kind === 'remove' ? (line?.removedDisposition ?? '') : '',
    replacementId: event.replacementId ?? line?.id ?? '',
    failureId: line?.failureId ?? '',
    isImported: line?.batchId !== undefined,
  }
}
