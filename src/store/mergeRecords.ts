/**
 * Two records of one thing become one: everything that names the double names the survivor, the double stays as a
 * redirect under its old id and name, and the whole is one change that can be taken back.
 */
import type { Change } from '../domain/change'
import { CommandRefused } from '../domain/commandTrouble'
import { MASTER_FAMILIES, isMerged, type MasterTable } from '../domain/masterData'
import { referencesTo } from '../domain/masterReferences'
import { namesIn, withNames } from '../domain/otherNames'
import type { Person } from '../domain/person'
import { isCompanyKey } from '../domain/companyFields'
import { FIELDS_OF_TABLE } from '../domain/records/tables'
import { commit, presentRecord, whySaid, type RecordPatch } from './commit'
import { database, type FracasDatabase } from './database'
import { commandOn, masterRecords } from './masterRecords'
import { recordsNaming, type UsageCount } from './masterUsage'

export const MERGEABLE = ['bomNodes', 'trains', 'parties'] as const satisfies readonly MasterTable[]
export type MergeableTable = (typeof MERGEABLE)[number]

export interface MergePreview {
  /** How many records of which kind will name the survivor. */
  readonly moves: readonly UsageCount[]
  /** Fields that are empty in the survivor and that the double fills. */
  readonly filled: readonly { readonly field: string; readonly value: unknown }[]
  /** Fields in which both say something else; the survivor's words stand. */
  readonly differing: readonly { readonly field: string; readonly survivor: unknown; readonly double: unknown }[]
  /** Names under which the double goes on being found. */
  readonly names: readonly string[]
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== ''
const textOf = (record: Row, field: string): string | undefined =>
  typeof record[field] === 'string' ? record[field] : undefined

const LEFT_ALONE: ReadonlySet<string> = new Set(['aliases', 'mergedInto', 'order', 'active', 'parentId', 'productId'])

/** What the double says beside what the survivor says. */
function compared(
  table: MergeableTable,
  survivor: Row,
  double: Row,
): Pick<MergePreview, 'filled' | 'differing' | 'names'> {
  const filled: { field: string; value: unknown }[] = []
  const differing: { field: string; survivor: unknown; double: unknown }[] = []
  const { names } = MASTER_FAMILIES[table]
  for (const field of [...Object.keys(FIELDS_OF_TABLE[table]), ...Object.keys(double).filter(isCompanyKey)]) {
    if (LEFT_ALONE.has(field) || !isSaid(double[field])) continue
    if (!isSaid(survivor[field])) filled.push({ field, value: double[field] })
    else if (survivor[field] !== double[field])
      differing.push({ field, survivor: survivor[field], double: double[field] })
  }
  const former = [...names.map((field) => textOf(double, field)), textOf(double, 'aliases')]
  return { filled, differing, names: former.flatMap((name) => namesIn(name)) }
}

async function both(
  table: MergeableTable,
  doubleId: string,
  survivorId: string,
  db: FracasDatabase,
): Promise<{ readonly double: Row; readonly survivor: Row }> {
  const name = commandOn('merge', table)
  const double = (await presentRecord(name, table, doubleId, db)) as unknown as Row
  const survivor = (await presentRecord(name, table, survivorId, db)) as unknown as Row
  if (doubleId === survivorId || isMerged(double) || isMerged(survivor) || (await isAbove(table, double, survivor, db)))
    throw new CommandRefused([{ code: 'not-mergeable' }], name)
  return { double, survivor }
}

/** A part that holds the survivor cannot go into it: what it holds would hold itself. */
async function isAbove(table: MergeableTable, double: Row, survivor: Row, db: FracasDatabase): Promise<boolean> {
  if (table === 'trains') return false
  const byId = new Map((await masterRecords(table, db)).map((record) => [record.id, record as unknown as Row]))
  const seen = new Set<string>()
  for (let at = byId.get(textOf(survivor, 'parentId') ?? ''); at !== undefined && !seen.has(at.id);) {
    if (at.id === double.id) return true
    seen.add(at.id)
    at = byId.get(textOf(at, 'parentId') ?? '')
  }
  return false
}

/** @throws CommandRefused when the two cannot be merged */
export async function mergePreview(
  table: MergeableTable,
  doubleId: string,
  survivorId: string,
  db: FracasDatabase = database,
): Promise<MergePreview> {
  const { double, survivor } = await both(table, doubleId, survivorId, db)
  const moves = await Promise.all(
    referencesTo(table).map(async (reference) => ({
      ...reference,
      count: (await recordsNaming(reference, doubleId, db)).length,
    })),
  )
  return { moves: moves.filter(({ count }) => count > 0), ...compared(table, survivor, double) }
}

/**
 * @throws CommandRefused when the person may not, the two cannot be merged, or nobody says why
 */
export async function mergeRecords(
  table: MergeableTable,
  doubleId: string,
  survivorId: string,
  person: Person,
  why: string,
  db: FracasDatabase = database,
): Promise<Change | null> {
  const name = commandOn('merge', table)
  if (why.trim() === '') throw new CommandRefused([{ code: 'reason-needed', fields: [`${table}.mergedInto`] }], name)
  return commit(
    { name, person, ...whySaid({ why }) },
    async (db) => {
      const { double, survivor } = await both(table, doubleId, survivorId, db)
      const { filled, names } = compared(table, survivor, double)
      const own = MASTER_FAMILIES[table].names.map((field) => textOf(survivor, field))
      return [
        {
          table,
          record: survivorId,
          fields: {
            ...Object.fromEntries(filled.map(({ field, value }) => [field, value])),
            aliases: withNames(textOf(survivor, 'aliases'), names, own),
          },
        },
        { table, record: doubleId, fields: { mergedInto: survivorId } },
        ...(await redirected(table, doubleId, survivorId, db)),
      ]
    },
    db,
  )
}

/** Every record that names the double, naming the survivor; one record may name it in several fields. */
async function redirected(
  table: MergeableTable,
  doubleId: string,
  survivorId: string,
  db: FracasDatabase,
): Promise<readonly RecordPatch[]> {
  const patches = new Map<string, { table: RecordPatch['table']; record: string; fields: Record<string, unknown> }>()
  for (const reference of referencesTo(table))
    for (const { id } of await recordsNaming(reference, doubleId, db)) {
      const key = `${reference.table}:${id}`
      const patch = patches.get(key) ?? { table: reference.table, record: id, fields: {} }
      patch.fields[reference.field] = survivorId
      patches.set(key, patch)
    }
  return [...patches.values()]
}

/** Where an id leads now: through any number of merges to the record that stands. */
export async function survivorOf(table: MergeableTable, id: string, db: FracasDatabase = database): Promise<string> {
  const seen = new Set<string>()
  for (let at = id; ;) {
    const record = (await db.recordsOf(table).get(at)) as unknown as Row | undefined
    const next = record === undefined ? undefined : textOf(record, 'mergedInto')
    if (next === undefined || next === '' || seen.has(at)) return at
    seen.add(at)
    at = next
  }
}
