/**
 * The upgrade to version 13: lists that several people add to stood in their records as one value each, so that two
 * additions made apart were a conflict. Each entry gets a register of its own, as the log tells who wrote it.
 */
import type { Table } from 'dexie'
import { editOfEntries } from '../domain/listEntries'
import { applyEdit } from '../domain/change'
import { packVersions, type RecordVersions } from '../domain/recordVersions'
import { familyOf, TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import type { LoggedChange } from '../domain/loggedChange'
import { disputedFields, statesOf, type Written } from '../domain/mergedRecord'
import { writesOf } from '../domain/writesOf'

/** Version of the database from which lists are kept entry by entry. */
export const ENTRIES_SINCE = 13

const ENTRIES_AT_ONCE = 40
const ROWS_AT_ONCE = 2000

type Tables = (name: string) => Table

/** Must run in a transaction that may write every table. */
export async function listsToEntries(tableOf: Tables): Promise<void> {
  const records = new Map<string, { readonly table: TableName; readonly record: StoredRecord }>()
  for (const table of TABLE_NAMES)
    for (const record of await recordsWithLists(table, tableOf)) records.set(`${table}:${record.id}`, { table, record })
  if (records.size === 0) return
  const writes = await writesToLists(new Set(records.keys()), tableOf)
  for (const [key, { table, record }] of records) {
    const states = inEntries(table, statesOf(record) ?? {}, writes.get(key) ?? [])
    const { versions, fields } = packVersions(states)
    const whole: Record<string, unknown> = { ...record }
    for (const field of Object.keys(familyOf(table).lists)) delete whole[field]
    const renewed = { ...whole, ...fields, versions } as unknown as StoredRecord
    await tableOf(table).put(renewed)
    const disputed = disputedFields(table, renewed)
    if (disputed.length > 0) await tableOf('conflicts').put({ key, fields: disputed })
    else await tableOf('conflicts').delete(key)
  }
}

async function recordsWithLists(table: TableName, tableOf: Tables): Promise<readonly StoredRecord[]> {
  const fields = Object.keys(familyOf(table).lists)
  const found: StoredRecord[] = []
  if (fields.length === 0) return found
  for (let after = ''; ;) {
    const page = (await tableOf(table).where('id').above(after).limit(ROWS_AT_ONCE).toArray()) as StoredRecord[]
    const last = page.at(-1)
    if (last === undefined) return found
    found.push(...page.filter((record) => fields.some((field) => isSaidOf(record, field))))
    after = last.id
  }
}

/** A list that was cleared stands only among the versions. */
const isSaidOf = (record: StoredRecord, field: string): boolean =>
  (record as unknown as Readonly<Record<string, unknown>>)[field] !== undefined ||
  record.versions.includes(`"${field}":`)

/** What the log wrote to the lists of these records. */
async function writesToLists(
  wanted: ReadonlySet<string>,
  tableOf: Tables,
): Promise<ReadonlyMap<string, readonly Written[]>> {
  const found = new Map<string, Written[]>()
  for (let after = 0; ;) {
    const page = (await tableOf('changes').where('seq').above(after).limit(ENTRIES_AT_ONCE).toArray()) as LoggedChange[]
    const last = page.at(-1)?.seq
    if (last === undefined) return found
    for (const written of page.flatMap(writesOf)) {
      const { table, record, set } = written.edit
      const key = `${table}:${record}`
      if (wanted.has(key) && Object.keys(familyOf(table).lists).some((field) => field in set))
        found.set(key, [...(found.get(key) ?? []), written])
    }
    after = last
  }
}

function inEntries(table: TableName, stored: RecordVersions, writes: readonly Written[]): RecordVersions {
  const { lists } = familyOf(table)
  let states = stored
  for (const field of Object.keys(lists)) {
    const { [field]: list, ...others } = states
    states = others
    const own = writes.filter(({ edit }) => field in edit.set)
    for (const { edit, by } of own) {
      const { set, was, base } = edit
      const only = {
        ...edit,
        set: { [field]: set[field] ?? null },
        ...(was === undefined ? {} : { was: { [field]: was[field] ?? null } }),
        ...(base?.[field] === undefined ? {} : { base: { [field]: base[field] } }),
      }
      states = applyEdit(states, editOfEntries(only, lists), by)
    }
    // What no entry of the log tells of was written by whoever the record says.
    for (const { value, device, change, stamp, actor } of own.length > 0 ? [] : (list?.values ?? [])) {
      const said = editOfEntries({ table, record: '', set: { [field]: value } }, lists)
      states = applyEdit(states, said, { device, number: change, at: stamp, actor })
    }
  }
  return states
}
