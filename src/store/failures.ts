/** Commands and single-record queries for failures. Lists come from the columnar snapshot. */
import { companyFieldsOfTable } from '../domain/companyFields'
import { CommandRefused, NotReadBack } from '../domain/commandTrouble'
import { standing } from '../domain/costs'
import { deviceCode } from '../domain/deviceId'
import { isMoment } from '../domain/moment'
import { missingForSubmit, type MissingItem } from '../domain/filingGate'
import { recordNumber } from '../domain/recordNumber'
import type { Failure } from '../domain/records/failure'
import type { Handling } from '../domain/records/handling'
import type { StoredRecord } from '../domain/records/tables'
import type { Person } from '../domain/person'
import type { Change } from '../domain/change'
import { childRecordsOf, type StoredChildren } from './childRecords'
import { commit, presentRecord, seenSaid, whySaid, type Said } from './commit'
import { readCompanyFields } from './companyFieldRecords'
import { costsOf } from './costs'
import { database, type FracasDatabase } from './database'
import { presentDevice } from './device'
import { newId } from './newId'

export interface FailureDossier extends StoredChildren {
  readonly failure: StoredRecord<'failures'>
}

/** A failure and everything that belongs to it or to its problem; null when there is none of that id. */
export async function failureDossier(id: string, db: FracasDatabase = database): Promise<FailureDossier | null> {
  const failure = await db.recordsOf('failures').get(id)
  return failure === undefined ? null : { failure, ...(await childRecordsOf([failure], db))(failure) }
}

export type FilingResult =
  | { readonly ok: true; readonly id: string; readonly no: string }
  | { readonly ok: false; readonly missing: readonly MissingItem[] }

const PLACE = ['customerId', 'depotId', 'lineId'] as const
type Place = Partial<Record<(typeof PLACE)[number], string>>

/** Whose the train is and where it is at home: read when the report is stored, so that no form has to wait for it. */
async function placeOfTrain(trainId: unknown, db: FracasDatabase): Promise<Place> {
  const train = typeof trainId === 'string' ? await db.recordsOf('trains').get(trainId) : undefined
  const { operatorId, depotId, lineId } = train ?? {}
  return Object.fromEntries(
    Object.entries({ customerId: operatorId, depotId, lineId }).filter(([, value]) => value !== undefined),
  )
}

/** Another train brings its place along; what somebody said against the place of the old one stays. */
async function placeAfterEdit(
  stored: StoredRecord<'failures'>,
  fields: Partial<Record<keyof Failure, unknown>>,
  db: FracasDatabase,
): Promise<Partial<Record<keyof Place, string | undefined>>> {
  if (!('trainId' in fields) || fields.trainId === stored.trainId) return {}
  const [before, after] = [await placeOfTrain(stored.trainId, db), await placeOfTrain(fields.trainId, db)]
  return Object.fromEntries(
    PLACE.filter((name) => stored[name] === undefined || stored[name] === before[name]).map((name) => [
      name,
      after[name],
    ]),
  )
}

/**
 * Submits a failure report. The number is given at once, `L-device-n`: no other device can give the same one, and the
 * office's number is added to it when the report is accepted.
 * @param now local civil time with offset
 */
export async function fileFailure(
  fields: Failure,
  person: Person,
  now: string,
  db: FracasDatabase = database,
): Promise<FilingResult> {
  const company = companyFieldsOfTable(await readCompanyFields(db), 'failures')
  const missing = missingForSubmit(fields, now.slice(0, 16), company)
  if (missing.length > 0) return { ok: false, missing }
  const id = newId()
  let no = ''
  await commit(
    { name: 'file-failure', person },
    async (db) => {
      const device = await presentDevice(db)
      device.failureCount += 1
      await db.device.put(device)
      no = recordNumber('failure', deviceCode(device.id), device.failureCount)
      return [
        {
          table: 'failures',
          record: id,
          fields: {
            ...(await placeOfTrain(fields.trainId, db)),
            ...fields,
            no,
            state: 'SUBMITTED',
            stateSince: now,
            reportedAt: now,
            cycle: 1,
          },
        },
      ]
    },
    db,
  )
  // Success is what the disk says, not what the call returned.
  const stored = await db.recordsOf('failures').get(id)
  if (stored?.no !== no) throw new NotReadBack('the report could not be read back after it was written')
  return { ok: true, id, no }
}

/**
 * Changes fields of a failure; a field given as undefined is cleared. Returns null when nothing differed.
 * @throws CommandRefused for a moment that is none, for `no costs` while entries stand, and when the person may not
 */
export async function editFailure(
  id: string,
  fields: Partial<Record<keyof Failure, unknown>>,
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  const occurredAt = fields.occurredAt
  if (typeof occurredAt === 'string' && occurredAt !== '' && !isMoment(occurredAt))
    throw new CommandRefused([{ code: 'not-a-moment' }], 'edit-failure')
  return commit(
    { name: 'edit-failure', person, ...whySaid(said) },
    async (db) => {
      const stored = await presentRecord('edit-failure', 'failures', id, db)
      if (fields.costMark === 'none' && standing(await costsOf(id, db)).length > 0)
        throw new CommandRefused([{ code: 'costs-entered' }], 'edit-failure')
      const followed = { ...(await placeAfterEdit(stored, fields, db)), ...fields }
      return [{ table: 'failures', record: id, fields: followed, ...seenSaid(said) }]
    },
    db,
  )
}

/** Adds or changes a handling of a failure. */
export async function saveHandling(
  failureId: string,
  handlingId: string | null,
  fields: Handling,
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  const name = handlingId === null ? 'add-handling' : 'edit-handling'
  return commit(
    { name, person, ...whySaid(said) },
    async (db) => {
      await presentRecord(name, 'failures', failureId, db)
      if (handlingId !== null) await presentRecord(name, 'handlings', handlingId, db)
      return [
        { table: 'handlings', record: handlingId ?? newId(), fields: { ...fields, failureId }, ...seenSaid(said) },
      ]
    },
    db,
  )
}

/** Gives failures to a person, in one change. */
export async function assignOwner(
  ids: readonly string[],
  owner: string,
  person: Person,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'assign-owner', person },
    async () => ids.map((record) => ({ table: 'failures' as const, record, fields: { owner } })),
    db,
  )
}

/** Marks a failure as deleted; it stays in the history and one undo brings it back. */
export async function deleteFailure(
  id: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'delete-failure', person, why },
    async (db) => {
      await presentRecord('delete-failure', 'failures', id, db)
      return [{ table: 'failures', record: id, fields: { deleted: true } }]
    },
    db,
  )
}
