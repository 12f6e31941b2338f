/** Committing an import, taking it back, and what is known of earlier ones. */
import type { Person } from '../domain/person'
import type { ImportBatch, ImportedRows } from '../domain/importBatch'
import { chunkOfRow, rowsHash } from '../domain/importBatch'
import type { ImportPlan, PlannedUpdate } from '../domain/importPlan'
import type { TableName } from '../domain/records/tables'
import { storableValue } from '../domain/storableText'
import { announce } from './changeFeed'
import { commit, nextChangeNumber, assertPermitted } from './commit'
import { database, type FracasDatabase } from './database'
import { applyUpdates, bringBackUpdates, takeBackUpdates } from './importUpdates'
import { newId } from './newId'
import { danglingReferences } from '../domain/danglingReferences'
import { groupedBy } from '../domain/groupedBy'
import { lastSeq } from './snapshots'
import { standingOn } from './standingOn'
import { touchedSince } from './touchedSince'
import { writeImport, type WriteOptions } from './writeImport'

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

export interface CommitOptions extends WriteOptions {
  readonly isSample?: boolean
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

/** What the import brings up to date of what was stored before, as a change of its own; must run in the import's transaction. */
async function storedUpdates(
  { updates = [], files }: ImportPlan,
  person: Person,
  db: FracasDatabase,
): Promise<ImportBatch['updates'] | null> {
  const changeId = updates.length === 0 ? null : await applyUpdates(updates, person, filesOf({ files }), db)
  return changeId === null ? null : { changeId, ...updateCounts(updates) }
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
  const at = Date.now()
  const id = await db.transaction('rw', db.tables, async () => {
    // Only one such transaction runs at a time, in whichever tab, so nothing comes between this look and the writing.
    if (plan.logPosition !== undefined && (await hasGrownSince(plan.logPosition, db))) throw new PlanOutdated()
    const there = options.isSample === true ? await presentSample(db) : undefined
    if (there !== undefined) return there.id
    await assertNothingHangs(plan, db)
    const id = newId()
    const updates = await storedUpdates(plan, options.person, db)
    const { device, number } = await nextChangeNumber(db)
    const origin = { device, change: number, stamp: at, actor: options.person.name }
    const range = rangeOf(plan.records.failures ?? [])
    const batch: ImportBatch = {
      id,
      at,
      actor: options.person.name,
      device,
      isSample: options.isSample === true,
      ...(range === null ? {} : { failureRange: range }),
      joinedFailures: joinedFailures(plan),
      files: storableValue(plan.files),
      sheets: storableValue(plan.sheets),
      ...(plan.blankStates === undefined ? {} : { blankStates: plan.blankStates }),
      skipped: plan.skipped,
      counts: Object.fromEntries(Object.entries(plan.records).map(([table, records]) => [table, records.length])),
      ...(updates === null ? {} : { updates }),
      rowsSha256: rowsHash(plan.rows),
      state: 'committed',
    }
    await writeImport(plan, batch, origin, options, db)
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

const setState = async (
  batchId: string,
  state: ImportBatch['state'],
  person: Person,
  db: FracasDatabase,
): Promise<unknown> =>
  commit(
    { name: state === 'undone' ? 'undo-import' : 'redo-import', person, batchId },
    async () => [{ table: 'importBatches' as const, record: batchId, fields: { state } }],
    db,
  )

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
