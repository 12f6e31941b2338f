/**
 * The one door through which records change: a command's edits and the change that says so are written in one
 * transaction, or not at all.
 */
import { ChangedMeanwhile, CommandRefused, type ChangedField } from '../domain/commandTrouble'
import { isBooking } from '../domain/costs'
import { editTowards, inverseValues, stampFor, type Change, type Edit } from '../domain/change'
import { fieldsNeedingReason } from '../domain/kpiFields'
import type { Person } from '../domain/person'
import { withWholeLists, type FieldSet, type RecordVersions } from '../domain/recordVersions'
import { faultsOfEdit } from '../domain/recordFaults'
import type { Json } from '../domain/records/field'
import { classOf } from '../domain/records/defineRecord'
import { permitRecords } from '../domain/workflow/permitRecords'
import { familyOf, type StoredRecord, type TableName } from '../domain/records/tables'
import { storableText, storableValue } from '../domain/storableText'
import { touchedFields } from '../domain/touchedFields'
import { isCommand, type CommandName } from '../domain/workflow/commands'
import { needsReasonWhenClosed, permits, type PermitRecords } from '../domain/workflow/permits'
import type { Duties } from '../domain/workflow/separation'
import { isWorkflowStep } from '../domain/workflow/transitions'
import { database, SCHEMA_VERSION, type FracasDatabase } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import {
  companyFieldsOf,
  isCompanyKey,
  isCompanyTable,
  NO_COMPANY_FIELDS,
  type CompanyFields,
} from '../domain/companyFields'
import { companyFieldsNeeded, companyValueFaults } from '../domain/companyValueFaults'
import { asLogged } from '../domain/asLogged'
import { ofEntries } from './ofEntries'
import { announce } from './changeFeed'
import { readerOf } from './readerOf'
import { announceCleaned, type CleanedField } from './cleanedTexts'
import { presentDevice } from './device'
import { hasLaterChildren, laterEdit, type LaterEdit } from './laterEdits'
import { newId } from './newId'
import { noteConflicts } from './noteConflicts'
import { mergedRecord, statesOf } from '../domain/mergedRecord'
import { openLog } from './operationLog'

/** Fields of a record to be written. A field set to undefined or null is cleared; fields not named stay as they are. */
export interface RecordPatch {
  readonly table: TableName
  readonly record: string
  readonly fields: Readonly<Record<string, unknown>>
  /**
   * What a form read of these fields when it was opened. A field the form left as it was is then not written, and one that
   * somebody changed since stops the command.
   */
  readonly seen?: Seen
}

/** Per field the value a form read; a field that was empty is undefined or null. */
export type Seen = Readonly<Record<string, unknown>>

/** What a person says beside the fields of an edit. */
export interface Said {
  readonly why?: string
  readonly seen?: Seen
}

export const whySaid = ({ why = '' }: Said): Pick<Command, 'why'> => (why.trim() === '' ? {} : { why: why.trim() })
export const seenSaid = ({ seen }: Said): Pick<RecordPatch, 'seen'> => (seen === undefined ? {} : { seen })

export interface Command {
  readonly name: CommandName
  readonly person: Person
  readonly why?: string
  readonly undoes?: string
  /** The import whose state it changes. */
  readonly batchId?: string
  /** For an undo: the command it takes back. */
  readonly undone?: CommandName
  /** Records beside those that are written, which a separation of duties looks at; read inside the transaction. */
  readonly duties?: (db: FracasDatabase) => Promise<Omit<Duties, 'failures'>>
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

/** Writes a change into records and log. */
async function write(db: FracasDatabase, change: Change): Promise<void> {
  for (const edit of change.edits) {
    const stored = await db.recordsOf(edit.table).get(edit.record)
    const merged = mergedRecord(edit.record, stored, [{ edit, by: change }])
    await db.recordsOf(edit.table).put(merged as never)
    await noteConflicts(edit.table, [merged], db)
  }
  await (await openLog(db)).add(asLogged(change))
}

/**
 * Brings the records to the wanted values and logs it as one change.
 * @param patchesOf reads what it needs inside the transaction and answers what to write
 * @returns the change, or null when nothing differed
 * @throws CommandRefused when the person may not, when the record would contradict itself, or when a field that figures
 * are computed from stops saying what it said and nobody says why
 * @throws ChangedMeanwhile when a field was changed after the form had read it
 */
export async function commit(
  command: Command,
  patchesOf: (db: FracasDatabase) => Promise<readonly RecordPatch[]>,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const cleaned: CleanedField[] = []
  const change = await db.transaction('rw', db.tables, async () => {
    const planned = await plannedEdits(await patchesOf(db), cleaned, db)
    if (planned.length === 0) return null
    await askPermission(command, planned, db)
    assertSound(command.name, planned, await companyFieldsFor(planned, db))
    const edits = planned.map(({ edit }) => edit)
    const states = new Map(planned.map(({ edit, states }) => [`${edit.table}:${edit.record}`, states]))
    const reportedNodeOf = ({ table, record }: Edit): unknown =>
      states.get(`${table}:${record}`)?.['bomNodeId']?.values.at(-1)?.value
    const unexplained = (command.why ?? '').trim() === '' ? fieldsNeedingReason(edits, reportedNodeOf) : []
    if (unexplained.length > 0) throw new CommandRefused([{ code: 'reason-needed', fields: unexplained }], command.name)
    const { device, number } = await nextChangeNumber(db)
    const change: Change = {
      id: newId(),
      v: SCHEMA_VERSION,
      device,
      number,
      at: stampFor(Date.now(), edits, (edit) => states.get(`${edit.table}:${edit.record}`)),
      actor: command.person.name,
      role: command.person.role,
      command: command.name,
      ...(command.why === undefined ? {} : { why: storableText(command.why) }),
      ...(command.undoes === undefined ? {} : { undoes: command.undoes }),
      ...(command.batchId === undefined ? {} : { batchId: command.batchId }),
      edits,
    }
    await write(db, change)
    return change
  })
  if (change !== null) announce()
  if (cleaned.length > 0) announceCleaned(cleaned)
  return change
}

/** An edit with the record as it is before it. */
interface PlannedEdit {
  readonly edit: Edit
  readonly states: RecordVersions | undefined
  readonly before: Readonly<Record<string, unknown>> | undefined
  /** What the edit writes, lists whole. */
  readonly set: FieldSet
}

/** What differs from what is stored, patch by patch. */
async function plannedEdits(
  patches: readonly RecordPatch[],
  cleaned: CleanedField[],
  db: FracasDatabase,
): Promise<readonly PlannedEdit[]> {
  const planned: PlannedEdit[] = []
  const changed: ChangedField[] = []
  for (const patch of patches) {
    const { table, record } = patch
    const before = await db.recordsOf(table).get(record)
    const states = statesOf(before)
    const { wanted, meanwhile } = touchedFields(patch, asFieldSet(table, patch.fields, cleaned), states)
    changed.push(...meanwhile)
    const edit = editTowards(table, record, states, wanted)
    if (edit !== null) {
      const set = withWholeLists(states ?? {}, edit.set)
      planned.push({ edit, states, before: before as PlannedEdit['before'], set })
    }
  }
  if (changed.length > 0) throw new ChangedMeanwhile(changed)
  return planned
}

/** Files and undos bring values as they were written elsewhere or before: they are asked about, not refused. */
const BRING_OTHERS_VALUES: readonly CommandName[] = ['import-update', 'import-update-undone', 'undo']

/** The company's fields, where the edits are about records that may have some; they are few, so all are read. */
async function companyFieldsFor(planned: readonly PlannedEdit[], db: FracasDatabase): Promise<CompanyFields> {
  const isAsked = planned.some(
    ({ edit, before }) =>
      isCompanyTable(edit.table) && (before === undefined || Object.keys(edit.set).some(isCompanyKey)),
  )
  return isAsked
    ? companyFieldsOf((await db.recordsOf('companyFields').toArray()).filter(({ deleted }) => deleted !== true))
    : NO_COMPANY_FIELDS
}

/** What these write was said elsewhere before. */
const MERGING: readonly CommandName[] = ['merge-fleet', 'merge-failures', 'merge-serials', 'merge-cars']

/**
 * What two records of one thing said was asked about when it was said.
 * @throws CommandRefused when the command would make a record contradict itself, or a company field hold what it may not
 */
function assertSound(name: CommandName, planned: readonly PlannedEdit[], company: CompanyFields): void {
  if (BRING_OTHERS_VALUES.includes(name)) return
  const faults = planned.flatMap(({ edit: { table }, set, before }) => [
    ...faultsOfEdit(table, before, set).map(({ kind, fields }) => ({ code: kind, table, fields })),
    ...(MERGING.includes(name)
      ? []
      : [...companyValueFaults(table, before, set, company), ...companyFieldsNeeded(table, before, set, company)]
    ).map((fault) => ({ code: 'company-value' as const, ...fault })),
  ])
  if (faults.length > 0) throw new CommandRefused(faults, name)
}

/**
 * For commands that do not name single records, such as a whole import.
 * @throws CommandRefused when the person may not
 */
export function assertPermitted(name: CommandName, person: Person, records: PermitRecords = {}): void {
  const reasons = permits(name, person, records)
  if (reasons.length > 0) throw new CommandRefused(reasons, name)
}

/** Asks whether the person may, on the records as they are before the command. */
async function askPermission(command: Command, planned: readonly PlannedEdit[], db: FracasDatabase): Promise<void> {
  const { name, person, undone, duties } = command
  const touched = planned.map(({ edit, before, set }) => ({ table: edit.table, record: edit.record, before, set }))
  const records = {
    ...(await duties?.(db)),
    ...(await permitRecords(touched, readerOf(db))),
    ...(undone === undefined ? {} : { undone }),
  }
  assertPermitted(name, person, records)
  if ((command.why ?? '').trim() === '' && needsReasonWhenClosed(name, records))
    throw new CommandRefused([{ code: 'closed-needs-reason' }], name)
}

/**
 * The record an edit is about; must run inside its transaction.
 * @throws CommandRefused when it is not there, so that an edit of what was deleted meanwhile does not make half a record
 */
export async function presentRecord<T extends TableName>(
  command: CommandName,
  table: T,
  id: string,
  db: FracasDatabase,
): Promise<StoredRecord<T>> {
  const record = (await db.recordsOf(table).get(id)) as StoredRecord<T> | undefined
  if (record === undefined || (record as { readonly deleted?: boolean }).deleted === true)
    throw new CommandRefused([{ code: 'gone' }], command)
  return record
}

export type UndoResult =
  | { readonly ok: true; readonly change: Change | null }
  | { readonly ok: false; readonly why: 'workflow-step' | 'booking' | 'later-entries' }
  | { readonly ok: false; readonly why: 'later-edits'; readonly later: LaterEdit }

/**
 * Takes a change back by writing what the fields held before it. Refused for a step of the workflow, for a booking of
 * costs, and where somebody has changed since what it wrote: the later change is named and taken back first.
 */
export async function undo(
  changeId: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<UndoResult> {
  const change = await db.changes.where('id').equals(changeId).first()
  // An import is taken back and brought back as a whole, where imports are.
  if (change?.edits === undefined || change.batchId !== undefined || isWorkflowStep(change.command))
    return { ok: false, why: 'workflow-step' }
  if (isBooking(change.command)) return { ok: false, why: 'booking' }
  let later: LaterEdit | null = null
  let hasChildren = false
  const undone = await commit(
    {
      name: 'undo',
      person,
      undoes: changeId,
      ...(await undoneBy(change, db)),
      ...(why.trim() === '' ? {} : { why: why.trim() }),
    },
    async (db) => {
      later = await laterEdit(change as Change, db)
      hasChildren = await hasLaterChildren(change as Change, db)
      return later === null && !hasChildren
        ? inverseValues(ofEntries(change as Change)).map(({ table, record, wanted }) => ({
            table,
            record,
            fields: wanted,
          }))
        : []
    },
    db,
  )
  const found = later as LaterEdit | null
  if (found === null) return hasChildren ? { ok: false, why: 'later-entries' } : { ok: true, change: undone }
  return classOf(familyOf(found.table), found.field) === 'list'
    ? { ok: false, why: 'later-entries' }
    : { ok: false, why: 'later-edits', later: found }
}

/** The command an undo takes back in the end: an undo of an undo speaks of the first one. */
async function undoneBy(change: LoggedChange, db: FracasDatabase): Promise<Pick<Command, 'undone'>> {
  let first = change
  for (let before: LoggedChange | undefined = change; before !== undefined;) {
    first = before
    before = before.undoes === undefined ? undefined : await db.changes.where('id').equals(before.undoes).first()
  }
  return isCommand(first.command) ? { undone: first.command } : {}
}
