/** Commands on master data: products and their parts, trains, places, serial units. Each is one change with one undo. */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import {
  endingOf,
  isMerged,
  MASTER_FAMILIES,
  resumingOf,
  type MasterRecord,
  type MasterTable,
} from '../domain/masterData'
import { masterFaults } from '../domain/masterFaults'
import { withNames } from '../domain/otherNames'
import type { Person } from '../domain/person'
import { plainText } from '../domain/plainText'
import type { CommandName } from '../domain/workflow/commands'
import { commit, presentRecord, seenSaid, whySaid, type RecordPatch, type Said } from './commit'
import { database, type FracasDatabase } from './database'
import { freshId } from './freshId'
import { liveRecords } from './liveRecords'
import { isStoodOn } from './masterUsage'
import { undoneAmong } from './undoneBatches'
import { isShownWith } from '../domain/liveRecord'

export type MasterFields = Readonly<Record<string, unknown>>

type MasterAct = 'add' | 'edit' | 'end' | 'delete' | 'merge' | 'paste'

/** Products and parts are one area of permission, the fleet another. */
export const commandOn = (act: MasterAct, table: MasterTable): CommandName =>
  table === 'products' || table === 'bomNodes'
    ? act === 'merge' || act === 'paste'
      ? `${act}-parts`
      : `${act}-part`
    : `${act}-fleet`

/** Records of the family that count, without those that went into others. */
export const masterRecords = async (
  table: MasterTable,
  db: FracasDatabase = database,
): Promise<readonly MasterRecord[]> =>
  ((await liveRecords(table, db)) as readonly MasterRecord[]).filter((record) => !isMerged(record))

type Row = MasterFields & { readonly id: string }

/** @throws CommandRefused with everything that speaks against the record as it is wanted */
export function assertMaster(
  name: CommandName,
  table: MasterTable,
  before: Row | undefined,
  after: Row,
  all: readonly Row[],
): void {
  const faults = masterFaults(table, before, after, all)
  if (faults.length > 0)
    throw new CommandRefused(
      faults.map(({ code }) => ({ code })),
      name,
    )
}

const asRows = (records: readonly MasterRecord[]): readonly Row[] => records as unknown as readonly Row[]

/**
 * Adds a record. A product brings the node its parts hang under, so that failures can be filed at it at once.
 * @returns the id of the record
 * @throws CommandRefused when the person may not, or the record is there already
 */
export async function addMaster(
  table: MasterTable,
  fields: MasterFields,
  person: Person,
  db: FracasDatabase = database,
): Promise<{ readonly id: string; readonly change: Change | null }> {
  let id = ''
  const name = commandOn('add', table)
  const change = await commit(
    { name, person },
    async (db) => {
      id = await freshId(table, fields, db)
      assertMaster(name, table, undefined, { ...fields, id }, asRows(await masterRecords(table, db)))
      return table === 'products'
        ? [{ table, record: id, fields }, await rootOf(id, fields, db)]
        : [{ table, record: id, fields: await completed(table, fields, db) }]
    },
    db,
  )
  return { id, change }
}

/** The node at the top of a product's parts. */
export async function rootOf(
  productId: string,
  { code, name }: MasterFields,
  db: FracasDatabase,
): Promise<RecordPatch> {
  const fields = { productId, name, partNo: code, qty: 1, order: 0, active: true }
  return { table: 'bomNodes', record: await freshId('bomNodes', fields, db), fields }
}

/** A new node stands behind its siblings. */
export async function completed(table: MasterTable, fields: MasterFields, db: FracasDatabase): Promise<MasterFields> {
  if (table !== 'bomNodes') return fields
  const parentId = fields['parentId'] ?? null
  const orders = (await db.recordsOf('bomNodes').toArray())
    .filter((node) => (node.parentId ?? null) === parentId)
    .map(({ order = 0 }) => order)
  return { active: true, order: Math.max(-1, ...orders) + 1, ...fields }
}

/**
 * Changes fields of a record. A name that is replaced goes on finding it, for files and links that still use it.
 * @throws CommandRefused when the person may not, when the record would be one that is there already, or a figure moves and
 * nobody says why
 */
export async function editMaster(
  table: MasterTable,
  id: string,
  fields: MasterFields,
  person: Person,
  said: Said = {},
  db: FracasDatabase = database,
): Promise<Change | null> {
  const name = commandOn('edit', table)
  return commit(
    { name, person, ...whySaid(said) },
    async (db) => {
      const before = (await presentRecord(name, table, id, db)) as unknown as Row
      const wanted = { ...fields, ...formerNames(table, before, fields) }
      assertMaster(name, table, before, { ...before, ...wanted }, asRows(await masterRecords(table, db)))
      return [
        { table, record: id, fields: wanted, ...seenSaid(said) },
        ...(table === 'products' ? await rootsNamedAlike(id, before, fields, db) : []),
      ]
    },
    db,
  )
}

/** The other names of a record once one of its names is replaced; nothing where none is. */
export function formerNames(table: MasterTable, before: MasterFields, fields: MasterFields): MasterFields {
  const replaced = MASTER_FAMILIES[table].names.filter(
    (field) =>
      field in fields &&
      typeof before[field] === 'string' &&
      plainText(before[field]) !== plainText(typeof fields[field] === 'string' ? fields[field] : ''),
  )
  if (replaced.length === 0) return {}
  const after = { ...before, ...fields }
  const aliases = withNames(
    after['aliases'] as string | undefined,
    replaced.map((field) => before[field] as string),
    MASTER_FAMILIES[table].names.map((field) => after[field] as string | undefined),
  )
  return { aliases }
}

/** A product and the node at the top of it are one thing to people: where they had one name, they keep one. */
async function rootsNamedAlike(
  productId: string,
  before: MasterFields,
  fields: MasterFields,
  db: FracasDatabase,
): Promise<readonly RecordPatch[]> {
  if (fields['name'] === undefined || fields['name'] === before['name']) return []
  const roots = (await masterRecords('bomNodes', db)) as unknown as readonly Row[]
  return roots
    .filter((node) => node['productId'] === productId && node['name'] === before['name'])
    .map((node) => ({
      table: 'bomNodes',
      record: node.id,
      fields: { name: fields['name'], ...formerNames('bomNodes', node, { name: fields['name'] }) },
    }))
}

/**
 * Moves a node with everything below it under another parent, which changes how many of it a train carries and at which
 * assemblies its failures count.
 * @throws CommandRefused when it would stand inside itself, beside its double, or nobody says why
 */
export async function moveNode(
  id: string,
  parentId: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return commit(
    { name: 'move-part', person, ...whySaid({ why }) },
    async (db) => {
      const before = (await presentRecord('move-part', 'bomNodes', id, db)) as unknown as Row
      const after = { ...before, parentId }
      assertMaster('move-part', 'bomNodes', before, after, asRows(await masterRecords('bomNodes', db)))
      const { order } = await completed('bomNodes', { parentId }, db)
      return [{ table: 'bomNodes', record: id, fields: { parentId, order } }]
    },
    db,
  )
}

/**
 * Ends a record on a day: it is not offered any more and keeps everything that stands on it.
 * @throws CommandRefused when the person may not, or nobody says why
 */
export async function endMaster(
  table: MasterTable,
  id: string,
  on: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return decided('end', table, id, endingOf(table, on), person, why, db)
}

/** Takes an ended record into use again. */
export async function resumeMaster(
  table: MasterTable,
  id: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return decided('end', table, id, resumingOf(table), person, why, db)
}

/**
 * Deletes what was added by mistake.
 * @throws CommandRefused when anything stands on it
 */
export async function deleteMaster(
  table: MasterTable,
  id: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  return decided('delete', table, id, { deleted: true }, person, why, db)
}

async function decided(
  act: 'end' | 'delete',
  table: MasterTable,
  id: string,
  fields: MasterFields,
  person: Person,
  why: string,
  db: FracasDatabase,
): Promise<Change | null> {
  const name = commandOn(act, table)
  if (why.trim() === '') throw new CommandRefused([{ code: 'reason-needed', fields: [`${table}.${act}`] }], name)
  return commit(
    { name, person, why: why.trim() },
    async (db) => {
      await presentRecord(name, table, id, db)
      if (act === 'delete' && (await isStoodOn(table, id, db)))
        throw new CommandRefused([{ code: 'stands-on-it' }], name)
      return [{ table, record: id, fields }]
    },
    db,
  )
}

/** The record of an id, merged or not; null when it is gone or its import was taken back. */
export async function masterRecord(
  table: MasterTable,
  id: string,
  db: FracasDatabase = database,
): Promise<MasterRecord | null> {
  const record = (await db.recordsOf(table).get(id)) as MasterRecord | undefined
  if (record === undefined) return null
  return isShownWith(record, {}, await undoneAmong([record], db)) ? record : null
}
