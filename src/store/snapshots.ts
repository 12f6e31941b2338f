/** The persisted columnar snapshot: a cache of the failures, thrown away and rebuilt whenever it is in doubt. */
import type { TableName } from '../domain/records/tables'
import { database, type FracasDatabase, type LoggedChange, type StoredSnapshot } from './database'
import { failureDossiers, type FailureDossier } from './failures'
import { isShownWith, undoneBatchIds, type Imported } from './undoneBatches'

const NAME = 'failures'

/** Raised when the columns' layout changes; older snapshots are then rebuilt. */
export const SNAPSHOT_FORMAT = 3

export const loadSnapshot = async (db: FracasDatabase = database): Promise<StoredSnapshot | null> => {
  const stored = await db.snapshots.get(NAME)
  return stored?.formatVersion === SNAPSHOT_FORMAT ? stored : null
}

export const saveSnapshot = async (columns: unknown, lastSeq: number, db: FracasDatabase = database): Promise<void> => {
  await db.snapshots.put({ name: NAME, formatVersion: SNAPSHOT_FORMAT, lastSeq, columns })
}

/** Read from the key alone: the last row may hold a whole import. */
export async function lastSeq(db: FracasDatabase = database): Promise<number> {
  const [last] = await db.changes.orderBy('seq').reverse().limit(1).primaryKeys()
  return last ?? 0
}

/** What one page of the log has gained after a place in it. */
export interface LogTail {
  readonly lastSeq: number
  /** Failures whose row must be made anew. */
  readonly failures: ReadonlySet<string>
  /** Ranges of failure ids of the imports whose entries are on this page. */
  readonly imported: ReadonlyMap<string, readonly [string, string]>
  readonly touchesReference: boolean
}

const FAILURE_TABLES = new Set(['failures', 'handlings', 'replacements', 'rootCauseAnalyses', 'correctiveActions'])

/** Entries read at once: an entry may hold a thousand imported records. */
const PAGE_OF_LOG = 40

/** The next page of the log after `seq`; its `lastSeq` is `seq` at the end of the log. */
export async function logAfter(seq: number, db: FracasDatabase = database): Promise<LogTail> {
  const failures = new Set<string>()
  /** Per table the records whose failure must be looked up. */
  const hanging = new Map<TableName, Set<string>>()
  /** batch → whether it was stored since, not only taken back or brought back */
  const batches = new Map<string, boolean>()
  let touchesReference = false
  let last = seq
  const changes: LoggedChange[] = await db.changes.where('seq').above(seq).limit(PAGE_OF_LOG).toArray()
  for (const change of changes) {
    last = change.seq ?? last
    if (change.batchId !== undefined) {
      touchesReference = true
      batches.set(change.batchId, batches.get(change.batchId) === true || change.command === 'import')
    }
    for (const { table, record } of change.edits ?? []) {
      if (table === 'failures') failures.add(record)
      else if (FAILURE_TABLES.has(table)) hanging.set(table, (hanging.get(table) ?? new Set()).add(record))
      else touchesReference = true
    }
  }
  for (const [table, ids] of hanging)
    for (const record of (await db.recordsOf(table).bulkGet([...ids])) as ({ failureId?: string } | undefined)[])
      if (record?.failureId !== undefined) failures.add(record.failureId)
  const known = await db.importBatches.bulkGet([...batches.keys()])
  const imported = new Map<string, readonly [string, string]>()
  for (const batch of known) {
    if (batch?.failureRange && batches.get(batch.id) === true) imported.set(batch.id, batch.failureRange)
    for (const id of batch?.joinedFailures ?? []) failures.add(id)
  }
  return { lastSeq: last, failures, imported, touchesReference }
}

/**
 * Calls `take` with every failure and what hangs on it, some thousand at a time, in the order of their ids.
 * @param range only failures whose id lies in it; all when not given
 */
export async function eachFailure(
  take: (dossiers: readonly FailureDossier[], done: number, total: number) => void,
  range: readonly [string, string] = ['', '\uffff'],
  db: FracasDatabase = database,
): Promise<void> {
  const total = await db.recordsOf('failures').count()
  const undone = await undoneBatchIds(db)
  const byFailure = async <T extends 'handlings' | 'replacements' | 'rootCauseAnalyses' | 'correctiveActions'>(
    table: T,
    first: string,
    last: string,
  ) => {
    const records = await db.recordsOf(table).where('failureId').between(first, last, true, true).toArray()
    const groups = new Map<string, typeof records>()
    for (const record of records) {
      if (record.deleted === true || record.failureId === undefined) continue
      const group = groups.get(record.failureId)
      if (group === undefined) groups.set(record.failureId, [record])
      else group.push(record)
    }
    return groups
  }
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
    const [first, last] = [page[0], page.at(-1)]
    if (first === undefined || last === undefined) return
    const [handlings, replacements, analyses, actions] = await Promise.all([
      byFailure('handlings', first.id, last.id),
      byFailure('replacements', first.id, last.id),
      byFailure('rootCauseAnalyses', first.id, last.id),
      byFailure('correctiveActions', first.id, last.id),
    ])
    done += page.length
    take(
      page.map((failure) => {
        const shown = <R extends Imported>(records: readonly R[] | undefined): R[] =>
          (records ?? []).filter((record) => isShownWith(record, failure, undone))
        return {
          failure,
          handlings: shown(handlings.get(failure.id)),
          replacements: shown(replacements.get(failure.id)),
          analyses: shown(analyses.get(failure.id)),
          actions: shown(actions.get(failure.id)),
        }
      }),
      done,
      total,
    )
    includesFirst = false
    after = last.id
  }
}

/** The failures of these ids that are there, with what hangs on each; in that order, read together. */
export async function dossiersOf(
  ids: Iterable<string>,
  db: FracasDatabase = database,
): Promise<readonly FailureDossier[]> {
  const found: FailureDossier[] = []
  const wanted = [...ids]
  for (let from = 0; from < wanted.length; from += DOSSIERS_AT_ONCE)
    found.push(...(await failureDossiers(wanted.slice(from, from + DOSSIERS_AT_ONCE), db)))
  return found
}

const DOSSIERS_AT_ONCE = 2000
