/** What devices disagree on: listed with the records it is about, and settled by a person in one change with one undo. */
import { isSameJson, type Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import {
  disputesOf,
  goesWithStep,
  isPosition,
  stoodBefore,
  writeName,
  writesOf,
  type Dispute,
} from '../domain/conflicts'
import { groupedBy } from '../domain/groupedBy'
import { isMasterTable, type MasterTable } from '../domain/masterData'
import type { Person } from '../domain/person'
import type { RecordVersions } from '../domain/recordVersions'
import type { Json } from '../domain/records/field'
import { FIELDS_OF_TABLE, familyOf, isTableName, type StoredRecord, type TableName } from '../domain/records/tables'
import { isAboutClosed } from '../domain/workflow/closedOwners'
import { readerOf } from './readerOf'
import { commit, presentRecord, whySaid, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { assertMaster, formerNames, masterRecords, type MasterFields } from './masterRecords'
import { statesOf } from '../domain/mergedRecord'
import { nameOf } from './touchedSince'

/** A record by its table, as people know it. */
export interface NamedRecord {
  readonly table: TableName
  readonly id: string
  /** Number or name; empty where it has none. */
  readonly name: string
}

/** What the log says about one of the writes in dispute, by `field write`. */
export interface WriteGround {
  /** What stood in the field before it; absent where the log of this device does not say. */
  readonly stood?: Json
  readonly role?: string
}

/** A record on which devices disagree. */
export interface Disagreement extends NamedRecord {
  /** What it belongs to, such as the failure of a handling. */
  readonly owner: NamedRecord | null
  readonly record: StoredRecord
  readonly isClosed: boolean
  readonly disputes: readonly Dispute[]
  readonly grounds: Readonly<Record<string, WriteGround>>
}

export const groundOf = (
  { grounds }: Pick<Disagreement, 'grounds'>,
  field: string,
  write: Parameters<typeof writeName>[0],
): WriteGround => grounds[`${field} ${writeName(write)}`] ?? {}

/** So many records are listed at a time; the others come up as these are settled. */
export const MOST_LISTED = 500

export const countConflicts = (db: FracasDatabase = database): Promise<number> => db.conflicts.count()

const OF_FAILURES = 'failures:'

/** Ids of the failures that have a field in dispute themselves. */
export async function disputedFailures(db: FracasDatabase = database): Promise<ReadonlySet<string>> {
  const keys = await db.conflicts.where('key').startsWith(OF_FAILURES).primaryKeys()
  return new Set(keys.map((key) => key.slice(OF_FAILURES.length)))
}

/** The fields in dispute of one record; none where nobody disagrees. */
export const disputedFieldsOf = async (
  table: TableName,
  id: string,
  db: FracasDatabase = database,
): Promise<readonly string[]> => (await db.conflicts.get(`${table}:${id}`))?.fields ?? []

/**
 * The records on which devices disagree, at most `MOST_LISTED` of them.
 * @param only `table:id` of the one record that is asked for
 */
export async function listConflicts(
  only: string | null,
  db: FracasDatabase = database,
): Promise<readonly Disagreement[]> {
  const noted = only === null ? await db.conflicts.limit(MOST_LISTED).toArray() : [await db.conflicts.get(only)]
  const records = await disputedRecords(
    noted.flatMap((note) => note?.key ?? []),
    db,
  )
  const logged = await changesOf(
    records.flatMap(({ disputes }) => disputes),
    db,
  )
  const listed: Disagreement[] = []
  for (const { table, record, disputes, values } of records)
    listed.push({
      table,
      id: record.id,
      name: nameOf(values),
      owner: await ownerOf(table, values, db),
      record,
      isClosed: await isAboutClosed([{ table, record: record.id, before: values, set: {} }], readerOf(db)),
      disputes,
      grounds: groundsOf(table, record.id, disputes, logged),
    })
  return listed
}

interface DisputedRecord extends Pick<Disagreement, 'table' | 'record' | 'disputes'> {
  readonly values: Readonly<Record<string, unknown>>
}

/** The records of these keys, table by table, with what is in dispute about each. */
async function disputedRecords(keys: readonly string[], db: FracasDatabase): Promise<readonly DisputedRecord[]> {
  const byTable = groupedBy(keys, (key) => key.slice(0, key.indexOf(':')))
  const found: DisputedRecord[] = []
  for (const [table, own] of byTable) {
    if (!isTableName(table)) continue
    const stored = await db.table<StoredRecord>(table).bulkGet(own.map((key) => key.slice(table.length + 1)))
    for (const record of stored) {
      const disputes = record === undefined ? [] : disputesOf(table, statesOf(record) ?? {})
      if (record !== undefined && disputes.length > 0)
        found.push({ table, record, disputes, values: record as unknown as DisputedRecord['values'] })
    }
  }
  return found
}

/** The changes that wrote what is in dispute, by name; entries of imports keep their edits packed and say only who. */
async function changesOf(
  disputes: readonly Dispute[],
  db: FracasDatabase,
): Promise<ReadonlyMap<string, readonly LoggedChange[]>> {
  const writes = disputes.flatMap(({ sides }) => sides.flatMap((side) => side.writes))
  const pairs = new Map(writes.map((write) => [writeName(write), [write.device, write.change] as const]))
  const found = await db.changes
    .where('[device+number]')
    .anyOf([...pairs.values()])
    .toArray()
  return groupedBy(found, ({ device, number }) => writeName({ device, change: number }))
}

function groundsOf(
  table: TableName,
  id: string,
  disputes: readonly Dispute[],
  logged: ReadonlyMap<string, readonly LoggedChange[]>,
): Readonly<Record<string, WriteGround>> {
  const grounds: Record<string, WriteGround> = {}
  for (const { field, sides } of disputes)
    for (const write of sides.flatMap(({ writes }) => writes)) {
      const entries = logged.get(writeName(write)) ?? []
      const edit = entries
        .flatMap(({ edits = [] }) => edits)
        .find((one) => one.table === table && one.record === id && field in one.set)
      const stood = stoodBefore(edit, field)
      const role = entries[0]?.role
      grounds[`${field} ${writeName(write)}`] = {
        ...(stood === undefined ? {} : { stood }),
        ...(role === undefined ? {} : { role }),
      }
    }
  return grounds
}

/** What a record belongs to: the first of its owners that is there. */
async function ownerOf(
  table: TableName,
  record: Readonly<Record<string, unknown>>,
  db: FracasDatabase,
): Promise<NamedRecord | null> {
  const { owners } = familyOf(table)
  for (const field of table === 'usageReadings' ? [...owners, 'subjectId'] : owners) {
    const [id, to = ''] = [record[field], FIELDS_OF_TABLE[table][field]?.to]
    if (typeof id !== 'string' || !isTableName(to)) continue
    const owner = (await db.recordsOf(to).get(id)) as object | undefined
    if (owner !== undefined) return { table: to, id, name: nameOf(owner as Readonly<Record<string, unknown>>) }
  }
  return null
}

/** One field as a person chose it. */
export interface Settlement {
  readonly table: TableName
  readonly record: string
  readonly field: string
  /** null: nothing is to stand there. */
  readonly value: Json
  /** The writes that stood when the person chose (`writesOf`). */
  readonly seen: readonly string[]
}

/**
 * Settles what devices disagree on, all of it in one change.
 * @returns the change; null when there was nothing to settle
 * @throws CommandRefused when the person may not, when somebody else has chosen or another value has come in since the person
 * looked, or when the record would contradict itself; nothing is written then
 */
export async function settleConflicts(
  settlements: readonly Settlement[],
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const byRecord = groupedBy(settlements, ({ table, record }) => `${table}:${record}`)
  return commit(
    { name: 'settle-conflict', person, ...whySaid({ why }) },
    async (db) => {
      const patches: RecordPatch[] = []
      for (const chosen of byRecord.values()) {
        const { table = 'failures', record = '' } = chosen[0] ?? {}
        patches.push(await patchOf(table, record, chosen, db))
      }
      return patches
    },
    db,
  )
}

async function patchOf(
  table: TableName,
  id: string,
  chosen: readonly Settlement[],
  db: FracasDatabase,
): Promise<RecordPatch> {
  const before = await storedRecord(table, id, db)
  const states = statesOf(before) ?? {}
  const disputes = disputesOf(table, states)
  const notTaken: Dispute[] = []
  for (const { field, seen, value } of chosen) {
    const dispute = disputes.find((one) => one.field === field)
    if (dispute === undefined || !isSameJson(writesOf(dispute), seen.toSorted()))
      throw new CommandRefused([{ code: 'conflict-changed' }], 'settle-conflict')
    if (!isPosition(table, field)) continue
    const others = dispute.sides.filter((side) => !isSameJson(side.value, value))
    // A step is one of those that were taken; a third one is taken with the workflow, by its rules.
    if (others.length === dispute.sides.length) throw new CommandRefused([{ code: 'set-by-steps' }], 'settle-conflict')
    notTaken.push({ ...dispute, sides: others })
  }
  const fields = {
    ...(await withSteps(table, id, states, notTaken, db)),
    ...Object.fromEntries(chosen.map(({ field, value }) => [field, value])),
  }
  return { table, record: id, fields: isMasterTable(table) ? await asMaster(table, before, fields, db) : fields }
}

/** What goes with the steps that were not the right ones, as far as the log of this device holds their changes. */
async function withSteps(
  table: TableName,
  id: string,
  states: RecordVersions,
  notTaken: readonly Dispute[],
  db: FracasDatabase,
): Promise<Readonly<Record<string, Json>>> {
  const logged = await changesOf(notTaken, db)
  let fields: Readonly<Record<string, Json>> = {}
  for (const write of notTaken.flatMap(({ sides }) => sides.flatMap(({ writes }) => writes)))
    for (const { edits = [] } of logged.get(writeName(write)) ?? [])
      for (const edit of edits)
        if (edit.table === table && edit.record === id)
          fields = { ...fields, ...goesWithStep(table, states, edit, write) }
  return fields
}

/** The record, also where whether it is deleted is what is in dispute. */
async function storedRecord(table: TableName, id: string, db: FracasDatabase): Promise<StoredRecord> {
  const record = (await db.recordsOf(table).get(id)) as StoredRecord | undefined
  return record ?? presentRecord('settle-conflict', table, id, db)
}

/** A product, part, train or place must stay one that can be; its other name goes on finding it. */
async function asMaster(
  table: MasterTable,
  record: StoredRecord,
  fields: MasterFields,
  db: FracasDatabase,
): Promise<MasterFields> {
  const before = record as unknown as MasterFields & { readonly id: string }
  const others = (await masterRecords(table, db)) as unknown as readonly (MasterFields & { readonly id: string })[]
  assertMaster('settle-conflict', table, before, { ...before, ...fields }, others)
  return 'aliases' in fields ? fields : { ...fields, ...formerNames(table, before, fields) }
}
