/** Readings typed by hand: month by month, single ones, and the day an odometer was replaced. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import type { Person } from '../domain/person'
import { groupedBy } from '../domain/groupedBy'
import { isRefused, readingDoubts, type ReadingLine } from '../domain/readingChecks'
import type { StoredRecord } from '../domain/records/tables'
import { commit, whySaid, type RecordPatch, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { liveRecords } from './liveRecords'
import { newId } from './newId'

/** One reading as somebody types it; without km the one that stands there is taken out. */
export interface TypedReading extends Omit<ReadingLine, 'km'> {
  readonly trainId: string
  readonly km: number | null
  readonly source?: string
  readonly note?: string
}

type Stored = StoredRecord<'usageReadings'>

const keyOf = (trainId: string, { basis, at, from, isReset }: Omit<ReadingLine, 'km'>): string =>
  `${trainId}|${basis}|${basis === 'distance' ? (from ?? '') : ''}|${at}|${isReset === true ? 'reset' : ''}`

/** A stored reading as the checks compare it; null for one of a unit, of hours, or without value. */
export function lineOf({ metric, basis, at, from, value, isReset }: Stored): ReadingLine | null {
  if (metric !== 'km' || value === undefined || at === undefined) return null
  return { basis: basis === 'distance' ? 'distance' : 'cumulative', at, from, km: value, isReset }
}

/** All readings of trains in kilometres, per train. */
export async function readingsPerTrain(db: FracasDatabase = database): Promise<ReadonlyMap<string, readonly Stored[]>> {
  const readings = await liveRecords('usageReadings', db)
  return groupedBy(
    readings.filter(({ subjectType, metric }) => subjectType === 'train' && metric === 'km'),
    ({ subjectId }) => subjectId ?? '',
  )
}

/** The readings of one train, those taken out since among them. */
export const everyReadingOf = async (trainId: string, db: FracasDatabase = database): Promise<readonly Stored[]> =>
  db.recordsOf('usageReadings').where('subjectId').equals(trainId).toArray()

/**
 * Stores what was typed as one change. What a reading said before stays in the history, with the reason.
 * @throws CommandRefused when the person may not, when an odometer would fall without having been replaced, or when what
 * stood there changes or goes and nobody says why
 */
export async function saveReadings(
  typed: readonly TypedReading[],
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'save-readings', person, ...whySaid(said) },
    async (db) => {
      const stored = await readingsPerTrain(db)
      const patches: RecordPatch[] = []
      for (const [trainId, lines] of groupedBy(typed, (line) => line.trainId)) {
        const known = stored.get(trainId) ?? []
        assertPossible(known, lines)
        for (const line of lines) {
          const patch = patchOf(known, line, said.why ?? '')
          if (patch !== null) patches.push(patch)
        }
      }
      return patches
    },
    db,
  )
}

function assertPossible(known: readonly Stored[], typed: readonly TypedReading[]): void {
  const removed = new Set(typed.filter(({ km }) => km === null).map((line) => keyOf('', line)))
  const stays = known.flatMap((reading) => lineOf(reading) ?? []).filter((line) => !removed.has(keyOf('', line)))
  const wanted = typed.flatMap((line): ReadingLine[] => (line.km === null ? [] : [{ ...line, km: line.km }]))
  const doubts = [...readingDoubts(stays, wanted, null).values()].flat()
  if (doubts.some(isRefused)) throw new CommandRefused([{ code: 'odometer-falls' }], 'save-readings')
}

/** @returns null where nothing is to be written */
function patchOf(known: readonly Stored[], typed: TypedReading, why: string): RecordPatch | null {
  const { trainId, km, basis, at, from, isReset, source = 'odometer', note } = typed
  const key = keyOf('', typed)
  const before = known.find((reading) => {
    const line = lineOf(reading)
    return line !== null && keyOf('', line) === key
  })
  if (km === null) {
    if (before === undefined) return null
    if (why.trim() === '')
      throw new CommandRefused([{ code: 'reason-needed', fields: ['usageReadings.value'] }], 'save-readings')
    return { table: 'usageReadings', record: before.id, fields: { deleted: true } }
  }
  if (before !== undefined)
    return before.value === km
      ? null
      : { table: 'usageReadings', record: before.id, fields: { value: km, ...(note === undefined ? {} : { note }) } }
  return {
    table: 'usageReadings',
    record: newId(),
    fields: {
      subjectType: 'train',
      subjectId: trainId,
      metric: 'km',
      basis,
      value: km,
      at,
      source,
      ...(basis === 'distance' ? { from } : {}),
      ...(isReset === true ? { isReset: true } : {}),
      ...(note === undefined ? {} : { note }),
    },
  }
}
