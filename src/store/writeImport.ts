/**
 * Everything an import stores, as one change of many entries: first what the import is, then its records, a thousand to
 * an entry. Their edits are one text in the log, which writes twenty times faster.
 */
import type { ImportBatch } from '../domain/importBatch'
import { plannedCount, type ImportPlan } from '../domain/importPlan'
import type { Person } from '../domain/person'
import { packOrigin, type FieldSet, type Origin } from '../domain/recordVersions'
import { familyOf, type StoredRecord, type TableName } from '../domain/records/tables'
import { mayNeedCleaning, storableValue } from '../domain/storableText'
import { asLogged } from '../domain/asLogged'
import { SCHEMA_VERSION, type FracasDatabase } from './database'
import { fieldsOf } from '../domain/storedFields'
import { mergedRecord } from '../domain/mergedRecord'
import { newId } from './newId'
import { openLog } from './operationLog'

/** Records per step: small enough that progress moves and a cancel is obeyed within a second. */
const CHUNK = 1000

export class ImportCancelled extends Error {
  override name = 'ImportCancelled'
}

export interface WriteOptions {
  readonly person: Person
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
  /** Called inside the transaction with what was written, so that the snapshot need not read it back. */
  readonly onStored?: (table: TableName, records: readonly StoredRecord[]) => void
}

/** Records as they may be stored, and their edits as the log keeps them. */
function packed(
  table: TableName,
  given: readonly StoredRecord[],
  known: ReadonlyMap<string, StoredRecord>,
): { readonly chunk: readonly StoredRecord[]; readonly packedEdits: string } {
  // One that was deleted is there again.
  const chunk = given.map((record) =>
    known.get(record.id)?.deleted === true ? ({ ...record, deleted: null } as unknown as StoredRecord) : record,
  )
  const packedEdits = JSON.stringify(
    chunk.map(({ id, origin, ...set }) => ({ table, record: id, ...(origin === undefined ? {} : { origin }), set })),
  )
  if (!mayNeedCleaning(packedEdits)) return { chunk, packedEdits }
  const clean = storableValue(chunk)
  return clean === chunk ? { chunk, packedEdits } : packed(table, clean, known)
}

/**
 * Records of before with the id of one the import makes: of an import that was taken back, or deleted since. Only ids made
 * from natural keys can meet one.
 */
async function knownOf(
  table: TableName,
  records: readonly StoredRecord[],
  db: FracasDatabase,
): Promise<ReadonlyMap<string, StoredRecord>> {
  if (familyOf(table).naturalKey.length === 0) return NOTHING
  const stored = await db.table<StoredRecord>(table).bulkGet(records.map(({ id }) => id))
  return new Map(stored.flatMap((record) => (record === undefined ? [] : [[record.id, record] as const])))
}

const NOTHING: ReadonlyMap<string, StoredRecord> = new Map()

/** What was there before goes on in it, with its history; lists are kept entry by entry. */
function asStored(
  table: TableName,
  record: StoredRecord,
  known: StoredRecord | undefined,
  { device, change, stamp, actor }: Origin,
  batchId: string,
): StoredRecord {
  const hasList = Object.keys(familyOf(table).lists).some((field) => field in record)
  if (known === undefined && !hasList) return record
  const edit = { table, record: record.id, set: fieldsOf(record) as unknown as FieldSet }
  const by = { device, number: change, at: stamp, actor }
  return mergedRecord(record.id, known, [{ edit, by, brought: { batchId, origin: record.origin } }])
}

interface Step {
  readonly table: TableName
  readonly records: readonly StoredRecord[]
}

const stepsOf = ({ records }: ImportPlan): readonly Step[] =>
  (Object.entries(records) as [TableName, readonly StoredRecord[]][]).flatMap(([table, all]) =>
    Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => ({
      table,
      records: all.slice(at * CHUNK, (at + 1) * CHUNK),
    })),
  )

/**
 * Must run in a transaction that may write every table.
 * @throws ImportCancelled when `isCancelled` answered yes
 */
export async function writeImport(
  plan: ImportPlan,
  batch: ImportBatch,
  origin: Origin,
  options: WriteOptions,
  db: FracasDatabase,
): Promise<void> {
  const { person, onProgress, isCancelled, onStored } = options
  const versions = packOrigin(origin)
  const steps = stepsOf(plan)
  const total = plannedCount(plan)
  const log = await openLog(db)
  const entry = {
    v: SCHEMA_VERSION,
    device: origin.device,
    number: origin.change,
    at: origin.stamp,
    actor: person.name,
    role: person.role,
    command: 'import',
    batchId: batch.id,
    parts: steps.length + 1,
  }
  const { id: record, ...set } = batch
  await db.importBatches.add({ ...batch, versions } as ImportBatch)
  await log.add(
    asLogged({ ...entry, id: newId(), edits: [{ table: 'importBatches', record, set: set as unknown as FieldSet }] }),
  )
  let done = 0
  let writing: PromiseLike<unknown> | null = null
  for (const { table, records } of steps) {
    if (isCancelled?.() === true) throw new ImportCancelled()
    const known = await knownOf(table, records, db)
    const { chunk, packedEdits } = packed(table, records, known)
    const stored = chunk.map((record) => ({ ...record, batchId: batch.id, versions }))
    const merged = stored.map((record) => asStored(table, record, known.get(record.id), origin, batch.id))
    // Two new records of one id are a fault of the plan, and stop it.
    const into = db.table<StoredRecord>(table)
    const added = known.size === 0 ? into.bulkAdd(merged) : into.bulkPut(merged)
    const logged = log.add({ ...entry, id: newId(), packedEdits })
    // One step is made ready while the one before is written; a failed write still ends the whole transaction.
    const step = Promise.all([added, logged])
    step.catch(() => undefined)
    await writing
    writing = step
    onStored?.(table, merged)
    done += chunk.length
    onProgress?.(done, total)
  }
  await writing
  for (const blob of plan.blobs ?? []) if ((await db.blobs.get(blob.sha256)) === undefined) await db.blobs.put(blob)
  await db.importedRows.bulkAdd(plan.rows.map((rows) => ({ ...rows, batchId: batch.id })))
}
