/** The persisted columnar snapshot: a cache of the failures, thrown away and rebuilt whenever it is in doubt. */
import type { Edit } from '../domain/change'
import { familyOf, isTableName, type StoredRecord, type TableName } from '../domain/records/tables'
import { database, type FracasDatabase, type StoredSnapshot } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { childRecordsOf, PROBLEM_TABLES } from './childRecords'
import type { FailureDossier } from './failures'
import { failuresWith } from './failuresWith'

const NAME = 'failures'

/**
 * Raised when the layout or the order of the words changes; older snapshots are then rebuilt. Which columns there are
 * stands in the snapshot itself.
 */
export const SNAPSHOT_FORMAT = 6

export async function loadSnapshot(db: FracasDatabase = database): Promise<StoredSnapshot | null> {
  const [stored, forgotten] = [await db.snapshots.get(NAME), await timesColumnsForgotten(db)]
  return stored?.formatVersion === SNAPSHOT_FORMAT && (stored.forgotten ?? 0) === forgotten ? stored : null
}

/** @param forgotten what `timesColumnsForgotten` said before the columns were read */
export const saveSnapshot = async (
  columns: unknown,
  lastSeq: number,
  forgotten: number,
  db: FracasDatabase = database,
): Promise<void> => {
  await db.snapshots.put({ name: NAME, formatVersion: SNAPSHOT_FORMAT, lastSeq, forgotten, columns })
}

/** A row beside the snapshot that only counts. */
const FORGOTTEN = 'forgotten'

/** How often records were changed beside the log: columns read before the last time are not what the records say. */
export const timesColumnsForgotten = async (db: FracasDatabase = database): Promise<number> =>
  (await db.snapshots.get(FORGOTTEN))?.lastSeq ?? 0

/** Whoever holds columns builds them anew. Must run in the transaction that changed records beside the log. */
export async function forgetColumns(db: FracasDatabase): Promise<void> {
  const times = await timesColumnsForgotten(db)
  await db.snapshots.clear()
  await db.snapshots.put({ name: FORGOTTEN, formatVersion: SNAPSHOT_FORMAT, lastSeq: times + 1, columns: null })
}

/** Read from the key alone: the last row may hold a whole import. */
export async function lastSeq(db: FracasDatabase = database): Promise<number> {
  const [last] = await db.changes.orderBy('seq').reverse().limit(1).primaryKeys()
  return last ?? 0
}

/** The range of ids that holds every failure. */
export const EVERY_ID: readonly [string, string] = ['', '\uffff']

/** What one page of the log has gained after a place in it. */
export interface LogTail {
  readonly lastSeq: number
  /** Failures whose row must be made anew. */
  readonly failures: ReadonlySet<string>
  /** Per import whose entries are on this page the range of its failure ids. */
  readonly imported: ReadonlyMap<string, readonly [string, string]>
  readonly touchesReference: boolean
}

/** Entries read at once: an entry may hold a thousand imported records. */
const PAGE_OF_LOG = 40

/** The next page of the log after `seq`; its `lastSeq` is `seq` at the end of the log. */
export async function logAfter(seq: number, db: FracasDatabase = database): Promise<LogTail> {
  const failures = new Set<string>()
  /** batch → whether it was stored since, not only taken back or brought back */
  const batches = new Map<string, boolean>()
  const children: Edit[] = []
  let touchesReference = false
  let last = seq
  const changes: LoggedChange[] = await db.changes.where('seq').above(seq).limit(PAGE_OF_LOG).toArray()
  for (const change of changes) {
    last = change.seq ?? last
    if (change.batchId !== undefined) touchesReference = true
    if (change.batchId !== undefined)
      batches.set(change.batchId, batches.get(change.batchId) === true || change.command === 'import')
    for (const edit of change.edits ?? []) {
      const { touches } = familyOf(edit.table)
      if (edit.table === 'failures') failures.add(edit.record)
      else if (touches === 'failure-row') children.push(edit)
      else if (touches === 'reference') touchesReference = true
    }
  }
  const known = await db.importBatches.bulkGet([...batches.keys()])
  const imported = new Map(
    known.flatMap((batch) =>
      batch?.failureRange && batches.get(batch.id) === true ? [[batch.id, batch.failureRange] as const] : [],
    ),
  )
  for (const batch of known) for (const id of batch?.joinedFailures ?? []) failures.add(id)
  for (const id of await failuresWithChildren(children, new Set(batches.keys()), db)) failures.add(id)
  return { lastSeq: last, failures, imported, touchesReference }
}

/**
 * Failures whose row shows one of these changed records, or one of an import that came, went or came back: those it names
 * now or named before, and all failures of the problem it names or named.
 */
async function failuresWithChildren(
  edits: readonly Edit[],
  batches: ReadonlySet<string>,
  db: FracasDatabase,
): Promise<readonly string[]> {
  const [failures, problems] = [new Set<string>(), new Set<string>()]
  const owned = (record: object): void => {
    const { failureId, problemId } = record as { readonly failureId?: unknown; readonly problemId?: unknown }
    if (typeof failureId === 'string') failures.add(failureId)
    if (typeof problemId === 'string') problems.add(problemId)
  }
  const changed = new Map<TableName, Set<string>>()
  for (const { table, record, was } of edits) {
    owned(was ?? {})
    changed.set(table, (changed.get(table) ?? new Set()).add(record))
  }
  for (const [table, ids] of changed)
    for (const record of await db.recordsOf(table).bulkGet([...ids])) owned(record ?? {})
  if (batches.size > 0)
    for (const table of PROBLEM_TABLES)
      await db
        .recordsOf(table)
        .where('problemId')
        .above('')
        .each((record) => {
          if (batches.has(record.batchId ?? '')) owned({ problemId: record.problemId })
        })
  if (batches.size > 0)
    for (const [table, ids] of await touchedChildren(db))
      for (const record of await db.recordsOf(table).bulkGet(ids))
        if (record !== undefined && batches.has(record.batchId ?? '')) owned(record)
  const shared = await db
    .recordsOf('failures')
    .where('problemId')
    .anyOf([...problems])
    .primaryKeys()
  return [...failures, ...shared]
}

/**
 * Records shown in a failure's row that people have touched: one of an import may have been moved to a failure the import
 * never knew. Entries of imports name no records, so the index is short beside them.
 */
async function touchedChildren(db: FracasDatabase): Promise<ReadonlyMap<TableName, string[]>> {
  const touched = new Map<TableName, string[]>()
  for (const key of await db.changes.orderBy('records').uniqueKeys()) {
    const [table = '', ...id] = String(key).split(':')
    if (!isTableName(table) || table === 'failures' || familyOf(table).touches !== 'failure-row') continue
    const ids = touched.get(table)
    if (ids === undefined) touched.set(table, [id.join(':')])
    else ids.push(id.join(':'))
  }
  return touched
}

/**
 * Calls `take` with every failure and what belongs to it or to its problem, some thousand at a time, in the order of their ids.
 * @param range only failures whose id lies in it; all when not given
 */
export async function eachFailure(
  take: (dossiers: readonly FailureDossier[], done: number, total: number) => void,
  range: readonly [string, string] = EVERY_ID,
  db: FracasDatabase = database,
): Promise<void> {
  const total = await db.recordsOf('failures').count()
  let after = range[0]
  let includesFirst = true
  let done = 0
  for (;;) {
    const page = await db
      .recordsOf('failures')
      .where('id')
      .between(after, range[1], includesFirst, true)
      .limit(4000)
      .toArray()
    const last = page.at(-1)
    if (last === undefined) return
    const childrenOf = await childRecordsOf(page, db, true)
    done += page.length
    take(
      page.map((failure) => ({ failure, ...childrenOf(failure) })),
      done,
      total,
    )
    includesFirst = false
    after = last.id
  }
}

/** Calls `take` with every failure and nothing of what belongs to it, some thousand at a time, in the order of their ids. */
export async function eachFailureAlone(
  take: (failures: readonly StoredRecord<'failures'>[]) => void,
  db: FracasDatabase = database,
): Promise<void> {
  for (let after = ''; ;) {
    const page = await db.recordsOf('failures').where('id').above(after).limit(4000).toArray()
    const last = page.at(-1)
    if (last === undefined) return
    take(page)
    after = last.id
  }
}

const DOSSIERS_AT_ONCE = 2000

/** The failures of these ids that are there, in that order, with what belongs to them. */
export async function dossiersOf(
  ids: Iterable<string>,
  db: FracasDatabase = database,
): Promise<readonly FailureDossier[]> {
  const [wanted, found] = [[...ids], [] as FailureDossier[]]
  for (let from = 0; from < wanted.length; from += DOSSIERS_AT_ONCE) {
    const failures = await failuresWith(wanted.slice(from, from + DOSSIERS_AT_ONCE), db)
    const childrenOf = await childRecordsOf(failures, db)
    for (const failure of failures) found.push({ failure, ...childrenOf(failure) })
  }
  return found
}
