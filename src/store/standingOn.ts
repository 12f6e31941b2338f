/** What else on record stands on the records of an import, and what it would lose if that import were taken back. */
import { FIELDS_OF_TABLE, TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'
import { nameOf, STANDS_ON } from './touchedSince'
import { undoneBatchIds } from './undoneBatches'
import { isLive } from '../domain/liveRecord'

/** Records of one table that would lose what they stand on in another. */
export interface Loss {
  readonly table: TableName
  /** What is lost: their train, their part, their failure. */
  readonly lost: TableName
  readonly count: number
  /** The first of their numbers or names, sorted. */
  readonly examples: readonly string[]
}

export interface Standing {
  readonly losses: readonly Loss[]
  /** The records of the import that others stand on. */
  readonly stoodOn: readonly { readonly table: TableName; readonly record: string }[]
}

const EXAMPLES = 5

/** Ids of the records of a batch, by table; only of tables something can stand on. */
async function idsOfBatch(batchId: string, db: FracasDatabase): Promise<ReadonlyMap<TableName, ReadonlySet<string>>> {
  const ids = new Map<TableName, ReadonlySet<string>>()
  for (const table of new Set(STANDS_ON.map(([, target]) => target))) {
    const own = await db
      .table<StoredRecord>(table)
      .filter((record) => record.batchId === batchId)
      .primaryKeys()
    if (own.length > 0) ids.set(table, new Set(own.map(String)))
  }
  return ids
}

interface Counted {
  count: number
  examples: readonly string[]
}

/** The first names in reading order: records come in the order of their random ids, which says nothing to anybody. */
function firstNames(names: readonly string[], another: string): readonly string[] {
  if (another === '') return names
  return [...names, another].toSorted().slice(0, EXAMPLES)
}

/** Records of other imports and of people; what was taken back or deleted loses nothing any more. */
export async function standingOn(batchId: string, db: FracasDatabase = database): Promise<Standing> {
  const ids = await idsOfBatch(batchId, db)
  const undone = await undoneBatchIds(db)
  const losses = new Map<string, Counted>()
  const stoodOn = new Set<string>()
  const fieldsOf = (table: TableName) =>
    STANDS_ON.filter(([field, target]) => field in FIELDS_OF_TABLE[table] && ids.has(target))
  for (const table of TABLE_NAMES) {
    const fields = fieldsOf(table)
    if (fields.length === 0) continue
    await db.table<StoredRecord & Record<string, unknown>>(table).each((record) => {
      if (record.batchId === batchId || !isLive(record, undone)) return
      for (const [field, target] of fields) {
        const owner = record[field]
        if (typeof owner !== 'string' || ids.get(target)?.has(owner) !== true) continue
        stoodOn.add(`${target}:${owner}`)
        const key = `${table}:${target}`
        const counted = losses.get(key) ?? { count: 0, examples: [] }
        losses.set(key, counted)
        counted.count += 1
        counted.examples = firstNames(counted.examples, nameOf(record))
      }
    })
  }
  const split = (key: string): readonly [TableName, string] => {
    const at = key.indexOf(':')
    return [key.slice(0, at) as TableName, key.slice(at + 1)]
  }
  return {
    losses: [...losses].map(([key, { count, examples }]) => {
      const [table, lost] = split(key)
      return { table, lost: lost as TableName, count, examples }
    }),
    stoodOn: [...stoodOn].map((key) => {
      const [table, record] = split(key)
      return { table, record }
    }),
  }
}
