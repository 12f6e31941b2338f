/**
 * One item, or one car, written in two ways becomes one: every record that writes the double writes what stays, the old spelling
 * goes on finding it, and the whole is one change that can be taken back. What somebody once wrote stays in the histories.
 */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import { lifeLine, type Disagreement } from '../domain/installations'
import { isMerged } from '../domain/masterData'
import { referencesTo } from '../domain/masterReferences'
import { withNames } from '../domain/otherNames'
import { withOtherCar } from '../domain/otherSpellings'
import type { Person } from '../domain/person'
import type { StoredRecord, TableName } from '../domain/records/tables'
import { isSameItem, serialIdentity } from '../domain/serialIdentity'
import { commit, presentRecord, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import { freshId } from './freshId'
import { recordsNaming } from './masterUsage'
import { SERIAL_KEYS } from './serialKeys'
import { eventsOfSerial, unitsOfSerial } from './serialLives'
import { undoneBatchIds } from './undoneBatches'
import { isLive, type Imported } from '../domain/liveRecord'

type Row = Imported & Readonly<Record<string, unknown>> & { readonly id: string }

/** How many records of a kind write it so. */
export interface SpellingCount {
  readonly table: TableName
  readonly count: number
}

export interface SerialPreview {
  readonly moves: readonly SpellingCount[]
  /** Places where one life would contradict itself that two lives did not. */
  readonly against: readonly Disagreement[]
  /** The parts they are known as, where these are not the same. */
  readonly parts: readonly string[]
  /** Failures in which the one came off and the other went on: nobody swaps an item for itself. */
  readonly swappedFor: readonly string[]
}

/** Which fields write a serial. */
const WRITTEN_IN = [
  ['failures', 'reportedSerial'],
  ['failures', 'actualSerial'],
  ['replacements', 'removedSerial'],
  ['replacements', 'installedSerial'],
] as const

async function writing(
  spelling: string,
  db: FracasDatabase,
): Promise<readonly { readonly table: 'failures' | 'replacements'; readonly field: string; readonly record: Row }[]> {
  const undone = await undoneBatchIds(db)
  const isSo = (value: unknown): boolean => typeof value === 'string' && isSameItem(value, spelling)
  const failures = await db
    .recordsOf('failures')
    .filter(({ reportedSerial, actualSerial }) => isSo(reportedSerial) || isSo(actualSerial))
    .toArray()
  const replacements = await db.recordsOf('replacements').where(SERIAL_KEYS).equals(serialIdentity(spelling)).toArray()
  const rows = { failures, replacements } as unknown as Readonly<Record<'failures' | 'replacements', readonly Row[]>>
  return WRITTEN_IN.flatMap(([table, field]) =>
    rows[table]
      .filter((record) => isSo(record[field]) && isLive(record, undone))
      .map((record) => ({ table, field, record })),
  )
}

const countedBy = (
  records: readonly { readonly table: TableName; readonly record: Row }[],
): readonly SpellingCount[] => {
  const ids = new Map<TableName, Set<string>>()
  for (const { table, record } of records) ids.set(table, (ids.get(table) ?? new Set()).add(record.id))
  return [...ids].map(([table, { size: count }]) => ({ table, count }))
}

/** What names the units of the double: their events, replacements, the units within them. */
async function namingUnits(units: readonly StoredRecord<'units'>[], db: FracasDatabase) {
  const found: { readonly table: TableName; readonly field: string; readonly record: Row; readonly unitId: string }[] =
    []
  const references = [...referencesTo('units'), { table: 'usageReadings' as const, field: 'subjectId' }]
  for (const { id: unitId } of units)
    for (const reference of references)
      for (const record of await recordsNaming(reference, unitId, db)) found.push({ ...reference, record, unitId })
  return found
}

const same = (one: Disagreement, other: Disagreement): boolean =>
  one.kind === other.kind && one.event.id === other.event.id && one.against.id === other.against.id

/** @throws CommandRefused when the two are the same spelling, or one of them is empty */
export async function serialPreview(
  double: string,
  stays: string,
  db: FracasDatabase = database,
): Promise<SerialPreview> {
  assertTwo(double, stays, 'merge-serials')
  const [own, other] = [await eventsOfSerial(stays, null, db), await eventsOfSerial(double, null, db)]
  const apart = [own, other].flatMap((events) => lifeLine(events).disagreements)
  const [units, otherUnits] = [await liveUnits(stays, db), await liveUnits(double, db)]
  const written = await writing(double, db)
  const parts = [...new Set([...units, ...otherUnits].flatMap(({ bomNodeId }) => bomNodeId ?? []))]
  return {
    moves: countedBy([
      ...written,
      ...otherUnits.map((unit) => ({ table: 'units' as const, record: unit as unknown as Row })),
      ...(await namingUnits(otherUnits, db)).filter(({ table }) => table !== 'replacements'),
    ]),
    against: lifeLine([...own, ...other]).disagreements.filter((one) => !apart.some((known) => same(known, one))),
    parts: parts.length < 2 ? [] : parts,
    swappedFor: await swappedFor(double, stays, db),
  }
}

async function swappedFor(double: string, stays: string, db: FracasDatabase): Promise<readonly string[]> {
  return (await writing(double, db)).flatMap(({ table, record: { removedSerial, installedSerial, failureId } }) => {
    const [off, on] = [String(removedSerial ?? ''), String(installedSerial ?? '')]
    const isSwap =
      (isSameItem(off, double) && isSameItem(on, stays)) || (isSameItem(off, stays) && isSameItem(on, double))
    return table === 'replacements' && isSwap ? [String(failureId ?? '')] : []
  })
}

const liveUnits = async (serial: string, db: FracasDatabase): Promise<readonly StoredRecord<'units'>[]> => {
  const undone = await undoneBatchIds(db)
  return (await unitsOfSerial(serial, db)).filter(
    (unit) => isLive(unit, undone) && !isMerged(unit) && isSameItem(unit.serialNo ?? '', serial),
  )
}

function assertTwo(double: string, stays: string, name: 'merge-serials' | 'merge-cars'): void {
  if (double.trim() === '' || stays.trim() === '' || isSameItem(double, stays))
    throw new CommandRefused([{ code: 'not-mergeable' }], name)
}

/**
 * @throws CommandRefused when the person may not, nobody says why, the two are one spelling, or one was swapped for the other
 */
export async function mergeSerials(
  double: string,
  stays: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  assertTwo(double, stays, 'merge-serials')
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['units.mergedInto'] }], 'merge-serials')
  return commit(
    { name: 'merge-serials', person, why: why.trim() },
    async (db) => {
      if ((await swappedFor(double, stays, db)).length > 0)
        throw new CommandRefused([{ code: 'not-mergeable' }], 'merge-serials')
      const written = await writing(double, db)
      return joined([
        ...written.map(({ table, field, record }) => ({ table, record: record.id, fields: { [field]: stays.trim() } })),
        ...(await unitPatches(double, stays.trim(), written, db)),
      ])
    },
    db,
  )
}

/** The units of the double go into those of the same part, or bear the serial that stays where there is none. */
async function unitPatches(
  double: string,
  stays: string,
  written: readonly { readonly record: Row }[],
  db: FracasDatabase,
): Promise<readonly RecordPatch[]> {
  const [survivors, doubles] = [await liveUnits(stays, db), await liveUnits(double, db)]
  const into = new Map<string, string>()
  const patches: RecordPatch[] = []
  for (const unit of doubles) {
    const same = survivors.find(({ bomNodeId }) => bomNodeId === unit.bomNodeId || survivors.length === 1)
    if (same === undefined) {
      const aliases = withNames(unit.aliases, [unit.serialNo], [stays])
      patches.push({ table: 'units', record: unit.id, fields: { serialNo: stays, aliases } })
      continue
    }
    into.set(unit.id, same.id)
    patches.push(
      { table: 'units', record: same.id, fields: filledUnit(same, unit, double) },
      { table: 'units', record: unit.id, fields: { mergedInto: same.id } },
    )
  }
  if (doubles.length === 0) patches.push(await namedOtherwise(survivors[0], double, stays, written, db))
  for (const { table, field, record, unitId } of await namingUnits(doubles, db)) {
    const survivor = into.get(unitId)
    if (survivor !== undefined) patches.push({ table, record: record.id, fields: { [field]: survivor } })
  }
  return patches
}

/** The spelling has to be kept somewhere: at the item, which is made where no record is its own. */
async function namedOtherwise(
  survivor: StoredRecord<'units'> | undefined,
  double: string,
  stays: string,
  written: readonly { readonly record: Row }[],
  db: FracasDatabase,
): Promise<RecordPatch> {
  if (survivor !== undefined)
    return { table: 'units', record: survivor.id, fields: { aliases: withNames(survivor.aliases, [double], [stays]) } }
  const nodeId = written
    .map(({ record }) => record['actualNodeId'] ?? record['bomNodeId'])
    .find((id) => typeof id === 'string')
  const fields = { serialNo: stays, aliases: double.trim(), ...(nodeId === undefined ? {} : { bomNodeId: nodeId }) }
  return { table: 'units', record: await freshId('units', fields, db), fields }
}

const OWN_OF_UNIT = [
  'serialNo',
  'bomNodeId',
  'aliases',
  'mergedInto',
  'id',
  'versions',
  'batchId',
  'origin',
  'alsoFrom',
  'kept',
]

/** What the double says and the survivor does not, and the names it goes on being found under. */
function filledUnit(
  survivor: StoredRecord<'units'>,
  double: StoredRecord<'units'>,
  spelling: string,
): Readonly<Record<string, unknown>> {
  const own = survivor as unknown as Readonly<Record<string, unknown>>
  const gaps = Object.entries(double).filter(
    ([field]) => !OWN_OF_UNIT.includes(field) && (own[field] === undefined || own[field] === ''),
  )
  const names = [double.serialNo ?? spelling, double.aliases]
  return { ...Object.fromEntries(gaps), aliases: withNames(survivor.aliases, names, [survivor.serialNo]) }
}

export interface CarPreview {
  readonly moves: readonly SpellingCount[]
  /** Days on which both were written for the same position and different items came off: hardly one car. */
  readonly against: readonly { readonly day: string; readonly position: string; readonly serials: readonly string[] }[]
}

const CARRY_CARS = ['failures', 'replacements', 'installEvents'] as const

/** What is recorded in a car of a train; a replacement that names no train is on that of its failure. */
async function inCar(trainId: string, car: string, db: FracasDatabase) {
  const undone = await undoneBatchIds(db)
  const isSo = ({ carNo }: { readonly carNo?: string }): boolean => carNo !== undefined && isSameItem(carNo, car)
  const failures = await db
    .recordsOf('failures')
    .filter((failure) => failure.trainId === trainId)
    .toArray()
  const ofTrain = new Set(failures.map(({ id }) => id))
  const [byTrain, byFailure, events] = await Promise.all([
    db.recordsOf('replacements').where('trainId').equals(trainId).toArray(),
    db
      .recordsOf('replacements')
      .where('failureId')
      .anyOf([...ofTrain])
      .toArray(),
    db.recordsOf('installEvents').where('trainId').equals(trainId).toArray(),
  ])
  const replacements = [...new Map([...byTrain, ...byFailure].map((line) => [line.id, line])).values()].filter(
    (line) => line.trainId === undefined || line.trainId === trainId,
  )
  const rows = { failures, replacements, installEvents: events }
  return CARRY_CARS.flatMap((table) =>
    rows[table]
      .filter((record) => isSo(record) && isLive(record, undone))
      .map((record) => ({ table, record: record as unknown as Row })),
  )
}

/** @throws CommandRefused when the two are the same spelling, or one of them is empty */
export async function carPreview(
  trainId: string,
  double: string,
  stays: string,
  db: FracasDatabase = database,
): Promise<CarPreview> {
  assertTwo(double, stays, 'merge-cars')
  const [own, other] = [await inCar(trainId, stays, db), await inCar(trainId, double, db)]
  const removals = (records: typeof own) =>
    records.flatMap(({ table, record: { at, position, removedSerial } }) =>
      table === 'replacements' && typeof at === 'string' && typeof removedSerial === 'string'
        ? [{ day: at.slice(0, 10), position: String(position ?? ''), serial: removedSerial }]
        : [],
    )
  const there = removals(own)
  const against = removals(other).flatMap(({ day, position, serial }) =>
    there
      .filter(
        (one) =>
          one.day === day && position !== '' && isSameItem(one.position, position) && !isSameItem(one.serial, serial),
      )
      .map((one) => ({ day, position, serials: [one.serial, serial] })),
  )
  return { moves: countedBy(other), against }
}

/** @throws CommandRefused when the person may not, nobody says why, or the two are one spelling */
export async function mergeCars(
  trainId: string,
  double: string,
  stays: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  assertTwo(double, stays, 'merge-cars')
  if (why.trim() === '')
    throw new CommandRefused([{ code: 'reason-needed', fields: ['trains.otherCars'] }], 'merge-cars')
  return commit(
    { name: 'merge-cars', person, why: why.trim() },
    async (db) => {
      const { otherCars } = await presentRecord('merge-cars', 'trains', trainId, db)
      return [
        ...(await inCar(trainId, double, db)).map(({ table, record }) => ({
          table,
          record: record.id,
          fields: { carNo: stays.trim() },
        })),
        {
          table: 'trains',
          record: trainId,
          fields: { otherCars: withOtherCar(otherCars, double.trim(), stays.trim()) },
        },
      ]
    },
    db,
  )
}

/** One record may write the double in several fields. */
function joined(patches: readonly RecordPatch[]): readonly RecordPatch[] {
  const byRecord = new Map<string, RecordPatch>()
  for (const patch of patches) {
    const key = `${patch.table}:${patch.record}`
    const known = byRecord.get(key)
    byRecord.set(key, known === undefined ? patch : { ...known, fields: { ...known.fields, ...patch.fields } })
  }
  return [...byRecord.values()]
}
