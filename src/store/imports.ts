/** Committing an import, taking it back, and what is known of earlier ones. */
import type { Person } from '../domain/person'
import { packOrigin } from '../domain/recordVersions'
import type { ImportBatch, ImportedRows } from '../domain/importBatch'
import { chunkOfRow } from '../domain/importBatch'
import { plannedCount, type ImportPlan, type PlannedUpdate } from '../domain/importPlan'
import type { StoredRecord, TableName } from '../domain/records/tables'
import { mayNeedCleaning, storableValue } from '../domain/storableText'
import { announce } from './changeFeed'
import { commit, nextChangeNumber, assertPermitted } from './commit'
import { database, SCHEMA_VERSION, type FracasDatabase } from './database'
import { applyUpdates, bringBackUpdates, takeBackUpdates } from './importUpdates'
import { newId } from './newId'
import { openLog } from './operationLog'
import { danglingReferences } from '../domain/danglingReferences'
import { groupedBy } from '../domain/groupedBy'
import { lastSeq } from './snapshots'
import { standingOn } from './standingOn'
import { touchedSince } from './touchedSince'

/** Records per step: small enough that progress moves and a cancel is obeyed within a second. */
const CHUNK = 1000

export class ImportCancelled extends Error {
  override name = 'ImportCancelled'
}

/** Its message is the table whose record would hang on nothing. */
export class PlanUnsound extends Error {
  override name = 'PlanUnsound'
}

async function assertNothingHangs(plan: ImportPlan, db: FracasDatabase): Promise<void> {
  for (const [to, references] of groupedBy(danglingReferences(plan), (one) => one.to)) {
    const stored = await db.recordsOf(to).bulkGet(references.map(({ id }) => id))
    const hanging = references.find((_, at) => stored[at] === undefined)
    if (hanging !== undefined) throw new PlanUnsound(hanging.table)
  }
}

/** The log has grown since the plan was made: another tab has stored or changed something. */
export class PlanOutdated extends Error {
  override name = 'PlanOutdated'
}

/** An alert that was raised meanwhile, by itself, changes nothing a plan stands on. */
async function hasGrownSince(position: number, db: FracasDatabase): Promise<boolean> {
  const since = await db.changes.where('seq').above(position).toArray()
  return since.some(({ command }) => command !== 'raise-alerts') || (await lastSeq(db)) < position
}

export interface CommitOptions {
  readonly person: Person
  readonly isSample?: boolean
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
  /** Called inside the transaction with what was written, so that the snapshot need not read it back. */
  readonly onStored?: (table: TableName, records: readonly StoredRecord[]) => void
}

const rangeOf = (records: readonly { readonly id: string }[]): readonly [string, string] | null => {
  const [first] = records
  if (first === undefined) return null
  let [low, high] = [first.id, first.id]
  for (const { id } of records) {
    if (id < low) low = id
    if (id > high) high = id
  }
  return [low, high]
}

const filesOf = ({ files }: Pick<ImportBatch, 'files'>): string => files.map(({ name }) => name).join('、')

/** Failures outside the plan that records of the plan hang on. */
function joinedFailures({ records }: ImportPlan): string[] {
  const own = new Set((records.failures ?? []).map(({ id }) => id))
  const childRecords = [
    ...(records.handlings ?? []),
    ...(records.replacements ?? []),
    ...(records.rootCauseAnalyses ?? []),
    ...(records.correctiveActions ?? []),
  ]
  return [
    ...new Set(
      childRecords.flatMap(({ failureId }) => (failureId === undefined || own.has(failureId) ? [] : [failureId])),
    ),
  ]
}

const presentSample = async (db: FracasDatabase): Promise<ImportBatch | undefined> =>
  (await db.importBatches.toArray()).find(({ isSample, state }) => isSample && state === 'committed')

function updateCounts(updates: readonly PlannedUpdate[]): { readonly failures: number; readonly masters: number } {
  const failures = updates.filter(({ table }) => table === 'failures').length
  return { failures, masters: updates.length - failures }
}

/** Records as they may be stored, and their edits as the log keeps them. */
function packed(
  table: TableName,
  chunk: readonly StoredRecord[],
): { readonly chunk: readonly StoredRecord[]; readonly packedEdits: string } {
  const packedEdits = JSON.stringify(chunk.map(({ id, origin: _origin, ...set }) => ({ table, record: id, set })))
  if (!mayNeedCleaning(packedEdits)) return { chunk, packedEdits }
  const clean = storableValue(chunk)
  return clean === chunk ? { chunk, packedEdits } : packed(table, clean)
}

/**
 * Stores all of a plan or nothing of it: everything happens in one transaction, so a killed tab, a full disk or a
 * cancel leaves the database as it was.
 * @throws CommandRefused when the person may not import
 * The sample is stored once: where it is there already, its batch is the answer.
 * @throws ImportCancelled when `isCancelled` answered yes
 * @throws PlanOutdated when the log has grown since the plan was made
 * @throws PlanUnsound when a record would refer to one that is neither stored nor in the plan
 */
export async function commitImport(
  plan: ImportPlan,
  options: CommitOptions,
  db: FracasDatabase = database,
): Promise<ImportBatch> {
  assertPermitted('import', options.person)
  const total = plannedCount(plan)
  const at = Date.now()
  const id = await db.transaction('rw', db.tables, async () => {
    // Only one such transaction runs at a time, in whichever tab, so nothing comes between this look and the writing.
    if (plan.logPosition !== undefined && (await hasGrownSince(plan.logPosition, db))) throw new PlanOutdated()
    const there = options.isSample === true ? await presentSample(db) : undefined
    if (there !== undefined) return there.id
    await assertNothingHangs(plan, db)
    const id = newId()
    const { device, number } = await nextChangeNumber(db)
    const versions = packOrigin({ device, change: number, stamp: at, actor: options.person.name })
    const batch: ImportBatch = {
      id,
      at,
      actor: options.person.name,
      device,
      isSample: options.isSample === true,
      failureRange: rangeOf(plan.records.failures ?? []),
      joinedFailures: joinedFailures(plan),
      files: storableValue(plan.files),
      sheets: storableValue(plan.sheets),
      ...(plan.blankStates === undefined ? {} : { blankStates: plan.blankStates }),
      skipped: plan.skipped,
      counts: Object.fromEntries(Object.entries(plan.records).map(([table, records]) => [table, records.length])),
      state: 'committed',
    }
    await db.importBatches.add(batch)
    const log = await openLog(db)
    let done = 0
    let writing: PromiseLike<unknown> | null = null
    for (const [table, records] of Object.entries(plan.records) as [TableName, readonly StoredRecord[]][]) {
      for (let from = 0; from < records.length; from += CHUNK) {
        if (options.isCancelled?.() === true) throw new ImportCancelled()
        const { chunk, packedEdits } = packed(table, records.slice(from, from + CHUNK))
        const stored = chunk.map((record) => ({ ...record, batchId: id, versions }))
        const added = db.table<StoredRecord>(table).bulkAdd(stored)
        const logged = log.add({
          id: newId(),
          v: SCHEMA_VERSION,
          device,
          number,
          at,
          actor: options.person.name,
          role: options.person.role,
          command: 'import',
          batchId: id,
          packedEdits,
        })
        // One step is made ready while the one before is written; a failed write still ends the whole transaction.
        const step = Promise.all([added, logged])
        step.catch(() => undefined)
        await writing
        writing = step
        options.onStored?.(table, stored)
        done += chunk.length
        options.onProgress?.(done, total)
      }
    }
    await writing
    for (const blob of plan.blobs ?? []) if ((await db.blobs.get(blob.sha256)) === undefined) await db.blobs.put(blob)
    const updated =
      plan.updates === undefined || plan.updates.length === 0
        ? null
        : await applyUpdates(plan.updates, options.person, filesOf(batch), db)
    if (updated !== null)
      await db.importBatches.update(id, { updates: { changeId: updated, ...updateCounts(plan.updates ?? []) } })
    await db.importedRows.bulkAdd(plan.rows.map((rows) => ({ ...rows, batchId: id })))
    return id
  })
  announce()
  const stored = await db.importBatches.get(id)
  if (stored === undefined) throw new Error('the import could not be read back after it was written')
  // The sample that was there already.
  if (stored.at !== at) return stored
  return { ...stored, counts: await countInDatabase(plan, db) }
}

/** How many of the plan's records the database really holds, counted by key. */
async function countInDatabase(plan: ImportPlan, db: FracasDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [table, records] of Object.entries(plan.records)) {
    const range = rangeOf(records)
    if (range === null) continue
    const ids = new Set(records.map((record) => record.id))
    const keys = await db
      .table(table)
      .where(':id')
      .between(...range, true, true)
      .primaryKeys()
    counts[table] = keys.filter((key) => ids.has(String(key))).length
  }
  return counts
}

async function setState(
  batchId: string,
  state: ImportBatch['state'],
  person: Person,
  db: FracasDatabase,
): Promise<void> {
  const command = state === 'undone' ? 'undo-import' : 'redo-import'
  assertPermitted(command, person)
  await db.transaction('rw', db.tables, async () => {
    const { device, number } = await nextChangeNumber(db)
    await db.importBatches.update(batchId, { state })
    await (
      await openLog(db)
    ).add({
      id: newId(),
      v: SCHEMA_VERSION,
      device,
      number,
      at: Date.now(),
      actor: person.name,
      role: person.role,
      command,
      batchId,
      edits: [],
      records: [],
    })
  })
  announce()
}

/** Records of an import that people worked on, or that anything else on record stands on, each once. */
async function inUse(
  batchId: string,
  db: FracasDatabase,
): Promise<readonly { readonly table: TableName; readonly record: string }[]> {
  const all = [...(await touchedSince(batchId, db)), ...(await standingOn(batchId, db)).stoodOn]
  return [...new Map(all.map(({ table, record }) => [`${table}:${record}`, { table, record }])).values()]
}

/**
 * Takes a whole import back with one small write. Records a person has worked on since (and what they refer to) are
 * kept when `keepTouched` is set.
 * @returns how many records were kept
 */
export async function undoImport(
  batchId: string,
  person: Person,
  keepTouched: boolean,
  db: FracasDatabase = database,
): Promise<number> {
  return db.transaction('rw', db.tables, async () => {
    const touched = keepTouched ? await inUse(batchId, db) : []
    if (touched.length > 0)
      await commit(
        { name: 'keep-touched', person },
        async () => touched.map(({ table, record }) => ({ table, record, fields: { kept: true } })),
        db,
      )
    const batch = await db.importBatches.get(batchId)
    if (batch !== undefined) await takeBackUpdates(batch, person, filesOf(batch), db)
    await setState(batchId, 'undone', person, db)
    return touched.length
  })
}

/** Brings an import back that was taken back. */
export async function redoImport(batchId: string, person: Person, db: FracasDatabase = database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    const batch = await db.importBatches.get(batchId)
    if (batch !== undefined) await bringBackUpdates(batch, person, filesOf(batch), db)
    await setState(batchId, 'committed', person, db)
  })
}

export const allImports = async (db: FracasDatabase = database): Promise<ImportBatch[]> =>
  (await db.importBatches.toArray()).sort((a, b) => b.at - a.at)

export const importBatch = (id: string, db: FracasDatabase = database): Promise<ImportBatch | undefined> =>
  db.importBatches.get(id)

/** The texts of one source row as it was mailed, column by column; null when the record was not imported. */
export async function sourceRow(
  batchId: string,
  sheet: number,
  row: number,
  db: FracasDatabase = database,
): Promise<readonly (string | null)[] | null> {
  const firstRow = chunkOfRow(row)
  const chunk: ImportedRows | undefined = await db.importedRows.get([batchId, sheet, firstRow])
  if (chunk === undefined) return null
  return (JSON.parse(chunk.cells) as (string | null)[][])[row - firstRow] ?? null
}
