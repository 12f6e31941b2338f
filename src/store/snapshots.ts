/** The persisted columnar snapshot: a cache of the failures, thrown away and rebuilt whenever it is in doubt. */
import type { Edit } from '../domain/change'
import { familyOf } from '../domain/records/tables'
import { database, type FracasDatabase, type LoggedChange, type StoredSnapshot } from './database'
import { childRecordsOf, PROBLEM_TABLES } from './childRecords'
import { failuresWith, type FailureDossier } from './failures'

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

/** The range of ids that holds every failure. */
export const EVERY_ID: readonly [string, string] = ['', '\uffff']

/** What the log has gained after `seq`. */
export interface LogTail {
  readonly lastSeq: number
  /** Failures whose row must be made anew. */
  readonly failures: ReadonlySet<string>
  /** Ranges of failure ids imported since. */
  readonly imported: readonly (readonly [string, string])[]
  readonly touchesReference: boolean
}

export async function logAfter(seq: number, db: FracasDatabase = database): Promise<LogTail> {
  const failures = new Set<string>()
  /** batch → whether it was stored since, not only taken back or brought back */
  const batches = new Map<string, boolean>()
  const children: Edit[] = []
  let touchesReference = false
  let last = seq
  const changes: LoggedChange[] = await db.changes.where('seq').above(seq).toArray()
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
  const imported = known.flatMap((batch) =>
    batch?.failureRange && batches.get(batch.id) === true ? [batch.failureRange] : [],
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
  for (const { table, record, was } of edits) {
    owned(was ?? {})
    owned((await db.recordsOf(table).get(record)) ?? {})
  }
  if (batches.size > 0)
    for (const table of PROBLEM_TABLES)
      await db
        .recordsOf(table)
        .where('problemId')
        .above('')
        .each((record) => {
          if (batches.has(record.batchId ?? '')) owned({ problemId: record.problemId })
        })
  const shared = await db
    .recordsOf('failures')
    .where('problemId')
    .anyOf([...problems])
    .primaryKeys()
  return [...failures, ...shared]
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

/** The failures of these ids that are there, in that order, with what belongs to them. */
export async function dossiersOf(
  ids: Iterable<string>,
  db: FracasDatabase = database,
): Promise<readonly FailureDossier[]> {
  const failures = await failuresWith([...ids], db)
  const childrenOf = await childRecordsOf(failures, db)
  return failures.map((failure) => ({ failure, ...childrenOf(failure) }))
}
