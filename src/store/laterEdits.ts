/** Has somebody changed since what a change wrote? Taking that change back would throw the later words away. */
import type { Change, Edit } from '../domain/change'
import type { CompanyField } from '../domain/records/companyField'
import { classOf } from '../domain/records/defineRecord'
import { fieldOfEntry, isEntryName, standingOnEntry } from '../domain/listEntries'
import type { FieldSet } from '../domain/recordVersions'
import { groupedBy } from '../domain/groupedBy'
import { isMasterTable } from '../domain/masterData'
import { referencesTo } from '../domain/masterReferences'
import { familyOf, TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import type { FracasDatabase } from './database'
import { ofEntries, registersOf } from './ofEntries'
import { countCompanyValues } from './companyValueCounts'

/** The latest change to a field that an older change wrote. */
export interface LaterEdit {
  readonly table: TableName
  readonly field: string
  readonly actor: string
  readonly at: number
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * The first field that no longer says what the change wrote, what the program works out left aside; null when all
 * still do. A record the change made goes as a whole when it is taken back, so anything said in it since counts. Must run
 * in the transaction of the undo.
 */
export async function laterEdit(change: Change, db: FracasDatabase): Promise<LaterEdit | null> {
  for (const { table, record, set, isNew } of written(ofEntries(change))) {
    const present = (await db.recordsOf(table).get(record)) as StoredRecord | undefined
    if (present === undefined) continue
    const values = registersOf(present)
    const asked =
      isNew && set['deleted'] !== true ? new Set([...Object.keys(set), ...Object.keys(values)]) : Object.keys(set)
    const field = [...asked].find(
      (name) => classOf(familyOf(table), name) !== 'derived' && !isSame(values[name], set[name]),
    )
    const later = field ?? entryStandingOn(table, set, values)
    if (later !== undefined) return { table, field: later, ...(await whoChanged(change, table, record, later, db)) }
  }
  return null
}

/** An entry of another change that stands on one of these. */
function entryStandingOn(table: TableName, set: FieldSet, registers: FieldSet): string | undefined {
  for (const name of Object.keys(set).filter(isEntryName)) {
    const others = Object.fromEntries(Object.entries(registers).filter(([one]) => one === name || !(one in set)))
    const standing = standingOnEntry(name, others, familyOf(table).lists[fieldOfEntry(name)] ?? {})
    if (standing !== undefined) return standing
  }
  return undefined
}

type Written = Pick<Edit, 'table' | 'record' | 'set'> & { readonly isNew: boolean }

/** What the change left in each record; one change may write a record twice. */
function written({ edits }: Change): readonly Written[] {
  const byRecord = new Map<string, Written>()
  for (const { table, record, set, was } of edits) {
    const key = `${table}:${record}`
    const known = byRecord.get(key)
    byRecord.set(key, { table, record, set: { ...known?.set, ...set }, isNew: known?.isNew ?? was === undefined })
  }
  return [...byRecord.values()]
}

/**
 * Whether records of other changes belong to one this change made: it would take them along without a word. Only owners
 * the database can look up are asked; the others are made together with what they belong to.
 */
export async function hasLaterChildren(change: Change, db: FracasDatabase): Promise<boolean> {
  const own = new Set(change.edits.map(({ table, record }) => `${table}:${record}`))
  const made = written(change).filter(({ isNew, set }) => isNew && set['deleted'] !== true)
  for (const { record } of made)
    for (const table of TABLE_NAMES) {
      const { owners, indexes } = familyOf(table)
      for (const owner of owners.filter((name) => indexes.includes(name))) {
        const children = await db.recordsOf(table).where(owner).equals(record).toArray()
        if (children.some(({ id, deleted }) => deleted !== true && !own.has(`${table}:${id}`))) return true
      }
    }
  return (await isNamedSince(made, own, db)) || isFilledSince(made, db)
}

/** A train, part or place that was added by hand may bear failures by now: taking it back would leave them without it. */
async function isNamedSince(made: readonly Written[], own: ReadonlySet<string>, db: FracasDatabase): Promise<boolean> {
  for (const [table, records] of groupedBy(made, ({ table }) => table)) {
    if (!isMasterTable(table)) continue
    const ids = new Set(records.map(({ record }) => record))
    for (const { table: naming, field } of referencesTo(table)) {
      const one = await db
        .recordsOf(naming)
        .filter((record) => {
          const { id, deleted, [field]: named } = record as unknown as Readonly<Record<string, unknown>>
          return deleted !== true && ids.has(String(named)) && !own.has(`${naming}:${String(id)}`)
        })
        .first()
      if (one !== undefined) return true
    }
  }
  return false
}

/** A company field that was added may have values by now: they would lose their name, kind and limits. */
async function isFilledSince(made: readonly Written[], db: FracasDatabase): Promise<boolean> {
  for (const { table, set } of made)
    if (table === 'companyFields' && (await countCompanyValues(set as CompanyField, db)) > 0) return true
  return false
}

async function whoChanged(
  change: Change,
  table: TableName,
  record: string,
  field: string,
  db: FracasDatabase,
): Promise<Pick<LaterEdit, 'actor' | 'at'>> {
  const changes = await db.changes.where('records').equals(`${table}:${record}`).sortBy('seq')
  const last = changes.findLast(
    ({ id, edits = [] }) =>
      id !== change.id &&
      ofEntries({ edits }).edits.some((edit) => edit.table === table && edit.record === record && field in edit.set),
  )
  return { actor: last?.actor ?? '', at: last?.at ?? change.at }
}
