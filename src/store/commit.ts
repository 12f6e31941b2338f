/**
 * The one door through which records change: a command's edits and the change that says so are written in one
 * transaction, or not at all.
 */
import { isBooking } from '../domain/costs'
import { editTowards, applyEdit, inverseValues, stampFor, type Change, type Edit } from '../domain/change'
import { fieldsNeedingReason } from '../domain/kpiFields'
import { packVersions, unpackVersions, type FieldSet, type RecordVersions } from '../domain/recordVersions'
import type { Json } from '../domain/records/field'
import { classOf } from '../domain/records/defineRecord'
import { familyOf, type StoredRecord, type TableName } from '../domain/records/tables'
import { storableText, storableValue } from '../domain/storableText'
import { isWorkflowStep } from '../domain/workflow/transitions'
import { database, fieldsOf, SCHEMA_VERSION, type FracasDatabase, type LoggedChange } from './database'
import { announce } from './changeFeed'
import { announceCleaned, type CleanedField } from './cleanedTexts'
import { presentDevice } from './device'
import { newId } from './newId'
import { openLog } from './operationLog'

/** Fields of a record to be written. A field set to undefined or null is cleared; fields not named stay as they are. */
export interface Wanted {
  readonly table: TableName
  readonly record: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Command {
  /** Stable name, such as `file-failure`. */
  readonly name: string
  readonly actor: string
  readonly why?: string
  readonly undoes?: string
}

/** A change that moves figures came without a reason; screens ask for it before. */
export class ReasonNeeded extends Error {
  override name = 'ReasonNeeded'

  constructor(readonly fields: readonly string[]) {
    super(`a reason is needed to change ${fields.join(', ')}`)
  }
}

/** The fields as they may be stored: no form has to remember that some characters must not be. */
function asFieldSet(table: TableName, fields: Readonly<Record<string, unknown>>, cleaned: CleanedField[]): FieldSet {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const given = (value ?? null) as Json
      const storable = storableValue(given)
      if (storable !== given) cleaned.push({ table, field })
      return [field, storable]
    }),
  )
}

/** The next number of this device's changes; must run inside the command's transaction. */
export async function nextChangeNumber(db: FracasDatabase): Promise<{ device: string; number: number }> {
  const device = await presentDevice(db)
  device.changeCount += 1
  await db.device.put(device)
  return { device: device.id, number: device.changeCount }
}

const statesOf = (record: StoredRecord | undefined): RecordVersions | undefined =>
  record === undefined ? undefined : unpackVersions(record.versions, fieldsOf(record) as unknown as FieldSet)

export const asLogged = (change: Change): LoggedChange => ({
  ...change,
  records: change.edits.map((edit) => `${edit.table}:${edit.record}`),
})

/** Writes one change that already exists (just made here, or received from elsewhere) into records and log. */
async function write(db: FracasDatabase, change: Change): Promise<void> {
  for (const edit of change.edits) {
    const stored = await db.recordsOf(edit.table).get(edit.record)
    const { versions, fields } = packVersions(applyEdit(statesOf(stored), edit, change))
    const kept =
      stored === undefined
        ? {}
        : {
            ...(stored.batchId === undefined ? {} : { batchId: stored.batchId }),
            ...(stored.origin === undefined ? {} : { origin: stored.origin }),
          }
    await db.recordsOf(edit.table).put({ ...fields, ...kept, id: edit.record, versions } as never)
  }
  await (await openLog(db)).add(asLogged(change))
}

/**
 * Brings the records to the wanted values and logs it as one change.
 * @param wantedOf reads what it needs inside the transaction and answers what to write
 * @returns the change, or null when nothing differed
 * @throws ReasonNeeded when a field that figures are computed from stops saying what it said, and nobody says why
 */
export async function commit(
  command: Command,
  wantedOf: (db: FracasDatabase) => Promise<readonly Wanted[]>,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const cleaned: CleanedField[] = []
  const change = await db.transaction('rw', db.tables, async () => {
    const wanted = await wantedOf(db)
    const edits: Edit[] = []
    const states = new Map<string, RecordVersions | undefined>()
    for (const { table, record, fields } of wanted) {
      const state = statesOf(await db.recordsOf(table).get(record))
      states.set(`${table}:${record}`, state)
      const edit = editTowards(table, record, state, asFieldSet(table, fields, cleaned))
      if (edit !== null) edits.push(edit)
    }
    if (edits.length === 0) return null
    const reportedNodeOf = ({ table, record }: Edit): unknown =>
      states.get(`${table}:${record}`)?.['bomNodeId']?.values.at(-1)?.value
    const unexplained = (command.why ?? '').trim() === '' ? fieldsNeedingReason(edits, reportedNodeOf) : []
    if (unexplained.length > 0) throw new ReasonNeeded(unexplained)
    const { device, number } = await nextChangeNumber(db)
    const change: Change = {
      id: newId(),
      v: SCHEMA_VERSION,
      device,
      number,
      at: stampFor(Date.now(), edits, (edit) => states.get(`${edit.table}:${edit.record}`)),
      actor: command.actor,
      command: command.name,
      ...(command.why === undefined ? {} : { why: storableText(command.why) }),
      ...(command.undoes === undefined ? {} : { undoes: command.undoes }),
      edits,
    }
    await write(db, change)
    return change
  })
  if (change !== null) announce()
  if (cleaned.length > 0) announceCleaned(cleaned)
  return change
}

/** Takes in a change made on another device. Taking it in twice, or in another order, ends in the same records. */
export async function receive(change: Change, db: FracasDatabase = database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    if ((await db.changes.where('id').equals(change.id).count()) === 0)
      await write(db, { ...change, edits: storableValue(change.edits) })
  })
  announce()
}

export type UndoResult =
  | { readonly ok: true; readonly change: Change | null }
  | { readonly ok: false; readonly why: 'workflow-step' | 'booking' | 'later-entries' }

/**
 * Takes a change back by writing what the fields held before it; a later change to the same field is taken back too.
 * Refused for a step of the workflow, for a booking of costs, and for an entry of a list that has grown since.
 */
export async function undo(
  changeId: string,
  actor: string,
  why: string,
  db: FracasDatabase = database,
): Promise<UndoResult> {
  const change = await db.changes.where('id').equals(changeId).first()
  if (change?.edits === undefined || isWorkflowStep(change.command)) return { ok: false, why: 'workflow-step' }
  if (isBooking(change.command)) return { ok: false, why: 'booking' }
  let hasGrown = false
  const undone = await commit(
    { name: 'undo', actor, undoes: changeId, ...(why.trim() === '' ? {} : { why: why.trim() }) },
    async (db) => {
      for (const { table, record, set } of change.edits ?? []) {
        const present = (await db.recordsOf(table).get(record)) as Readonly<Record<string, unknown>> | undefined
        hasGrown ||= Object.entries(set).some(
          ([field, value]) =>
            classOf(familyOf(table), field) === 'list' &&
            JSON.stringify(present?.[field] ?? null) !== JSON.stringify(value),
        )
      }
      return hasGrown
        ? []
        : inverseValues(change as Change).map(({ table, record, wanted }) => ({ table, record, fields: wanted }))
    },
    db,
  )
  return hasGrown ? { ok: false, why: 'later-entries' } : { ok: true, change: undone }
}
