/** Part replacements with what they mean for the life of each serial: one command writes the line and its installation events. */
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import { custodyOf, custodyRefusal, endsCustody, keepersOfCustody, type CustodyStep } from '../domain/custody'
import {
  eventsOfReplacement,
  findingsOf,
  knownLife,
  isSamePlace,
  lifeLine,
  weightOf,
  type Finding,
  type LifeEvent,
  type Place,
} from '../domain/installations'
import type { Moment } from '../domain/moment'
import type { Replacement } from '../domain/records/replacement'
import type { StoredRecord } from '../domain/records/tables'
import { commit, presentRecord, seenSaid, whySaid, type RecordPatch, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { freshId } from './freshId'
import { newId } from './newId'
import { eventsOfSerial, idsOfEvents, placeOfReplacement, timeOfReplacement, unitsOfSerial } from './serialLives'

export type SaveResult =
  { readonly ok: true; readonly change: Change | null } | { readonly ok: false; readonly findings: readonly Finding[] }

const trimmed = (text: string | undefined): string => (text ?? '').trim()

/** What is installed at a place by the events recorded for its train. */
async function unitAtPlace(
  place: Place,
  at: Moment,
  without: string | null,
  db: FracasDatabase,
): Promise<{ readonly serial: string; readonly since: LifeEvent } | null> {
  if (place.trainId === '' || place.position === '') return null
  const there = (await db.recordsOf('installEvents').where('trainId').equals(place.trainId).toArray()).filter(
    (event) =>
      event.deleted !== true &&
      event.replacementId !== without &&
      event.kind === 'install' &&
      isSamePlace(place, {
        trainId: event.trainId ?? '',
        carNo: event.carNo ?? '',
        position: event.positionPath ?? '',
      }) &&
      event.positionPath !== undefined,
  )
  for (const unitId of new Set(there.map(({ unitId }) => unitId ?? ''))) {
    const unit = await db.recordsOf('units').get(unitId)
    const serial = unit?.serialNo ?? ''
    const now = knownLife(await eventsOfSerial(serial, without, db), at)?.before.now
    if (now?.kind === 'installed' && isSamePlace(now.since.place, place)) return { serial, since: now.since }
  }
  return null
}

/** What the records say against a replacement before it is written. */
export async function checkReplacement(
  failureId: string,
  replacementId: string | null,
  line: Replacement,
  db: FracasDatabase = database,
): Promise<readonly Finding[]> {
  const failure = await db.recordsOf('failures').get(failureId)
  if (failure === undefined) return []
  const place = placeOfReplacement(line, failure)
  const at = timeOfReplacement(line, failure)
  const known = async (serial: string) => {
    const [events, units] = [await eventsOfSerial(serial, replacementId, db), await unitsOfSerial(serial, db)]
    const other =
      line.bomNodeId === undefined
        ? undefined
        : units
              .filter(({ deleted }) => deleted !== true)
              .every(({ bomNodeId }) => bomNodeId !== undefined && bomNodeId !== line.bomNodeId)
          ? units[0]?.bomNodeId
          : undefined
    return knownLife(events, at, other ?? '')
  }
  const [removed, installed, atPlace] = await Promise.all([
    known(trimmed(line.removedSerial)),
    known(trimmed(line.installedSerial)),
    unitAtPlace(place, at, replacementId, db),
  ])
  return findingsOf(line, place, { removed, installed, atPlace })
}

/** The unit a serial stands for, with what makes it one where no record knows it yet. */
async function unitFor(
  serial: string,
  nodeId: string | undefined,
  partNo: string | undefined,
  db: FracasDatabase,
): Promise<{ readonly id: string; readonly wanted: readonly RecordPatch[] }> {
  const units = await unitsOfSerial(serial, db)
  const known = units.find((unit) => unit.bomNodeId === nodeId || unit.bomNodeId === undefined || nodeId === undefined)
  if (known !== undefined)
    return {
      id: known.id,
      wanted: known.deleted === true ? [{ table: 'units', record: known.id, fields: { deleted: null } }] : [],
    }
  const fields = {
    serialNo: serial,
    ...(nodeId === undefined ? {} : { bomNodeId: nodeId }),
    ...(partNo === undefined ? {} : { partNo }),
  }
  const id = await freshId('units', fields, db)
  return { id, wanted: [{ table: 'units', record: id, fields }] }
}

/** What the line says of each serial: that one came off, that the other went on. */
function sidesOf(line: Replacement, failure: StoredRecord<'failures'>, ids: ReturnType<typeof idsOfEvents>) {
  const place = placeOfReplacement(line, failure)
  const { off, on } = eventsOfReplacement(line, place, timeOfReplacement(line, failure))
  return [
    { id: ids.off, event: off, serial: trimmed(line.removedSerial), partNo: line.removedPartNo },
    { id: ids.on, event: on, serial: trimmed(line.installedSerial), partNo: undefined },
  ]
}

const OF_THE_LINE = ['trainId', 'carNo', 'positionPath', 'odometerKm', 'operator', 'reason'] as const

/** What an earlier form of the line said and this one does not is cleared. */
const clearedOf = (before: StoredRecord<'installEvents'> | undefined): Readonly<Record<string, null>> =>
  before === undefined
    ? {}
    : Object.fromEntries(
        [...OF_THE_LINE, ...(before.deleted === true ? ['deleted'] : [])].map((field) => [field, null]),
      )

/**
 * Adds or changes a part replacement of a failure, and in the same transaction ends the stay of the removed serial and
 * begins that of the installed one. What the records refuse is not written; what they disagree with only when confirmed.
 */
export async function saveReplacement(
  failureId: string,
  replacementId: string | null,
  fields: Replacement,
  person: Person,
  { why = '', confirmed = false, seen }: Said & { readonly confirmed?: boolean } = {},
  db: FracasDatabase = database,
): Promise<SaveResult> {
  const name = replacementId === null ? 'add-replacement' : 'edit-replacement'
  let against: readonly Finding[] = []
  const change = await commit(
    { name, person, ...whySaid({ why }) },
    async (db) => {
      const failure = await presentRecord(name, 'failures', failureId, db)
      const stored = replacementId === null ? {} : await presentRecord(name, 'replacements', replacementId, db)
      const line: Replacement = { ...stored, ...fields }
      const findings = await checkReplacement(failureId, replacementId, line, db)
      against = findings.filter(
        (finding) => weightOf(finding) === 'refused' || (weightOf(finding) === 'disagrees' && !confirmed),
      )
      if (against.length > 0) return []
      const id = replacementId ?? newId()
      const sides = sidesOf(line, failure, idsOfEvents(id))
      const wanted: RecordPatch[] = [
        { table: 'replacements', record: id, fields: { ...fields, failureId }, ...seenSaid({ seen }) },
      ]
      for (const side of sides) {
        const before = await db.recordsOf('installEvents').get(side.id)
        if (side.event === null) {
          if (before !== undefined && before.deleted !== true)
            wanted.push({ table: 'installEvents', record: side.id, fields: { deleted: true } })
          continue
        }
        const unit = await unitFor(side.serial, line.bomNodeId, side.partNo, db)
        wanted.push(...unit.wanted, {
          table: 'installEvents',
          record: side.id,
          fields: { ...clearedOf(before), ...side.event, unitId: unit.id, replacementId: id },
        })
      }
      return wanted
    },
    db,
  )
  return against.length > 0 ? { ok: false, findings: against } : { ok: true, change }
}

export interface BackInStock {
  readonly at: Moment
  readonly finding?: string
  readonly note?: string
}

/** A removed item came back, repaired or found good, and may be installed again; its custody ends with that. */
export async function returnToStock(
  serial: string,
  { at, finding, note }: BackInStock,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'return-to-stock', person },
    async (db) => {
      const events = await eventsOfSerial(serial, null, db)
      const now = knownLife(events, at)?.before.now
      if (now?.kind !== 'away' && now?.kind !== 'off')
        throw new CommandRefused([{ code: 'overtaken' }], 'return-to-stock')
      const line = await db.recordsOf('replacements').get(now.since.replacementId)
      const unit = await unitFor(serial, line?.bomNodeId, line?.removedPartNo, db)
      const step: CustodyStep = {
        kind: 'backInStock',
        at,
        from: custodyOf(line ?? {}).at(-1)?.to ?? '',
        to: '',
        by: person.name,
        doc: '',
        note: note ?? '',
      }
      return [
        ...unit.wanted,
        {
          table: 'installEvents',
          record: newId(),
          fields: {
            unitId: unit.id,
            kind: 'stockIn',
            at,
            operator: person.name,
            ...(finding === undefined ? {} : { finding }),
            ...(note === undefined ? {} : { note }),
          },
        },
        ...(line === undefined
          ? []
          : [{ table: 'replacements' as const, record: line.id, fields: { custody: [...custodyOf(line), step] } }]),
      ]
    },
    db,
  )
}

/**
 * Adds a step to the way of a removed part. Back in stock and scrapped are told to its life line in the same change.
 * @throws CommandRefused when the line is gone or the step is refused
 */
export async function recordCustody(
  replacementId: string,
  said: Omit<CustodyStep, 'by'>,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const step: CustodyStep = { ...said, by: person.name }
  return commit(
    { name: 'custody-step', person },
    async (db) => {
      const line = await presentRecord('custody-step', 'replacements', replacementId, db)
      const failure = await db.recordsOf('failures').get(line.failureId ?? '')
      const refusal = custodyRefusal({ ...line, removedAt: timeOfReplacement(line, failure ?? {}) }, step, person.role)
      if (refusal === 'role') throw new CommandRefused([{ code: 'role', roles: keepersOfCustody() }], 'custody-step')
      if (refusal === 'nobody-named') throw new CommandRefused([{ code: 'nobody-named' }], 'custody-step')
      if (refusal !== null) throw new CommandRefused([{ code: 'overtaken' }], 'custody-step')
      const wanted: RecordPatch[] = [
        { table: 'replacements', record: line.id, fields: { custody: [...custodyOf(line), step] } },
      ]
      const serial = trimmed(line.removedSerial)
      const now =
        endsCustody(step.kind) && serial !== '' ? lifeLine(await eventsOfSerial(serial, null, db)).now : undefined
      // Only while this removal is the last thing known of it: what was installed again since is not taken back.
      if ((now?.kind === 'away' || now?.kind === 'off') && now.since.replacementId === line.id) {
        const unit = await unitFor(serial, line.bomNodeId, line.removedPartNo, db)
        wanted.push(...unit.wanted, {
          table: 'installEvents',
          record: newId(),
          fields: {
            unitId: unit.id,
            kind: step.kind === 'scrapped' ? 'scrap' : 'stockIn',
            at: step.at,
            operator: step.by,
            ...(step.note === '' ? {} : { note: step.note }),
          },
        })
      }
      return wanted
    },
    db,
  )
}

/** A removal of a serial with the way the part has taken since. */
export interface Removal {
  readonly line: StoredRecord<'replacements'>
  readonly removedAt: Moment
}

/** Removals of a serial that are on record as replacements, the latest last. */
export async function removalsOfSerial(serial: string, db: FracasDatabase = database): Promise<readonly Removal[]> {
  const events = (await eventsOfSerial(serial, null, db))
    .filter(({ kind, replacementId }) => kind === 'remove' && replacementId !== '')
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const lines = await db.recordsOf('replacements').bulkGet(events.map(({ replacementId }) => replacementId))
  return events.flatMap(({ at }, place) => {
    const line = lines[place]
    return line === undefined ? [] : [{ line, removedAt: at }]
  })
}
