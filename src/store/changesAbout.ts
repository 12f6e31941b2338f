/** Which changes tell of one failure, one train or one depot, with everything they stand on. */
import { referencesOf } from '../domain/recordReferences'
import { familyOf, TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import { database, type FracasDatabase } from './database'

export interface AboutRecords {
  readonly kind: 'failure' | 'train' | 'depot'
  readonly id: string
}

/** @returns `device number` of each change; a change is whole, so an import comes with all it brought */
export async function changesAbout(about: AboutRecords, db: FracasDatabase = database): Promise<ReadonlySet<string>> {
  const found = new Map<string, StoredRecord>()
  const add = (table: TableName, record: StoredRecord | undefined): void => {
    if (record !== undefined) found.set(`${table}:${record.id}`, record)
  }
  for (const failure of await failuresAbout(about, db)) add('failures', failure)
  if (about.kind === 'train') add('trains', await db.recordsOf('trains').get(about.id))
  if (about.kind === 'depot') add('parties', await db.recordsOf('parties').get(about.id))
  await addOwned(found, add, db)
  await addStoodOn(found, add, db)
  const batches = new Set([...found.values()].flatMap(({ batchId }) => batchId ?? []))
  const keys = [...found.keys(), ...Array.from(batches, (batch) => `importBatches:${batch}`)]
  const changes = new Set<string>()
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE)
    for (const { device, number } of await db.changes
      .where('records')
      .anyOf(keys.slice(from, from + KEYS_AT_ONCE))
      .toArray())
      changes.add(`${device} ${number}`)
  return changes
}

const KEYS_AT_ONCE = 500

async function failuresAbout({ kind, id }: AboutRecords, db: FracasDatabase): Promise<readonly StoredRecord[]> {
  const failures = db.recordsOf('failures')
  if (kind === 'failure') return (await failures.bulkGet([id])).filter((failure) => failure !== undefined)
  return failures.filter((failure) => (kind === 'train' ? failure.trainId : failure.depotId) === id).toArray()
}

type Add = (table: TableName, record: StoredRecord | undefined) => void

/** What belongs to the records found: handlings, analyses, files, costs. */
async function addOwned(found: ReadonlyMap<string, StoredRecord>, add: Add, db: FracasDatabase): Promise<void> {
  const ids = [...found.values()].map(({ id }) => id)
  for (const table of TABLE_NAMES) {
    const { owners, indexes } = familyOf(table)
    for (const owner of owners.filter((name) => indexes.includes(name)))
      for (const record of await db.table<StoredRecord>(table).where(owner).anyOf(ids).toArray()) add(table, record)
  }
}

/** What the records found refer to, and what that refers to in its turn: the part, its product, the train, its depot. */
async function addStoodOn(found: Map<string, StoredRecord>, add: Add, db: FracasDatabase): Promise<void> {
  for (let open = [...found]; open.length > 0;) {
    const before = new Set(found.keys())
    for (const [key, record] of open)
      for (const { table, id } of referencesOf(key.slice(0, key.indexOf(':')) as TableName, record))
        if (!found.has(`${table}:${id}`)) add(table, await db.table<StoredRecord>(table).get(id))
    open = [...found].filter(([key]) => !before.has(key))
  }
}
