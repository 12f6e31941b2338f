/**
 * Takes pushes of devices into the company's one order. Everything of a batch is written in one transaction or not at all; a
 * change is judged on the records as every change before it left them.
 */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { entryProblem } from '../../domain/entryProblem'
import { groupedBy } from '../../domain/groupedBy'
import type { LoggedChange } from '../../domain/loggedChange'
import { mergedRecord, type Written } from '../../domain/mergedRecord'
import { TABLE_NAMES, type StoredRecord, type TableName } from '../../domain/records/tables'
import { rowProblem } from '../../domain/rowProblem'
import { judgeChange, type RefusedBefore } from '../../domain/team/judgeChange'
import type { Account, Push, PushAnswer, RefusedChange, TeamRefusal } from '../../domain/team/protocol'
import { writesOf } from '../../domain/writesOf'
import type { Principal } from '../accounts/principal'
import { inTransaction, type Queryable } from '../database/pool'
import { ProblemError } from '../problemError'
import * as sql from './changeStatements'
import { mayInstead } from './mayInstead'
import { numberFailures } from './numberFailures'
import { RecordsInBatch } from './recordsInBatch'

/** What the server understands; a change of a newer program waits on its device until the server is renewed. */
export interface Understands {
  readonly schema: number
}

export interface Pending {
  readonly principal: Principal
  readonly push: Push
}

export type Outcome = PushAnswer | ProblemError

interface DeviceRow {
  readonly id: string
  readonly account: string
  readonly joinedAt: number
  readonly decided: number
  readonly isRevoked: boolean
  readonly isWiped: boolean
}

interface Decided {
  readonly number: number
  readonly digest: Buffer
  readonly refused: RefusedChange | null
}

/** One change as it is written to the log. */
export interface LogRow {
  readonly seq: number
  readonly entries: readonly LoggedChange[]
  readonly account: string | null
  readonly digest: Buffer
  readonly body: string
}

interface RefusedRow extends Omit<LogRow, 'seq'> {
  readonly made: readonly string[]
  readonly reasons: readonly TeamRefusal[]
  readonly mayInstead: readonly string[]
}

/** What is gathered while the changes of a batch are judged, and written at its end. */
export interface Batch {
  readonly db: Queryable
  readonly records: RecordsInBatch
  /** The server as a device, and how many changes it has made. */
  readonly server: { readonly device: string; changes: number }
  head: number
  readonly taken: LogRow[]
  readonly refused: RefusedRow[]
  readonly devices: Map<string, DeviceRow & { decided: number; refusals: RefusedBefore[] }>
}

export const digestOf = (body: string): Buffer => createHash('sha256').update(body).digest()

/** @returns per push what became of it, in their order; a fault of the database refuses all of them */
export const acceptPushes = (
  pool: Pool,
  pending: readonly Pending[],
  understands: Understands,
): Promise<readonly Outcome[]> =>
  inTransaction(pool, async (db) => {
    const batch = await openBatch(db, pending)
    const outcomes: Outcome[] = []
    for (const one of pending) outcomes.push(await decidePush(one, batch, understands))
    await closeBatch(batch)
    // Every answer tells the same head: the one after the whole batch.
    return outcomes.map((outcome) => (outcome instanceof ProblemError ? outcome : { ...outcome, head: batch.head }))
  })

async function openBatch(db: Queryable, pending: readonly Pending[]): Promise<Batch> {
  const { rows } = await db.query<{ head: number; device: string; changes: number }>(sql.LOCK_HEAD)
  const [log] = rows
  if (log === undefined) throw new ProblemError('unavailable')
  const ids = [...new Set(pending.map(({ push }) => push.device))]
  const devices = new Map<string, DeviceRow & { decided: number; refusals: RefusedBefore[] }>()
  for (const row of (await db.query<DeviceRow>(sql.LOCK_DEVICES, [ids])).rows)
    devices.set(row.id, { ...row, refusals: [] })
  const before = await db.query<RefusedBefore & { device: string }>(sql.REFUSED_BEFORE, [ids])
  for (const { device, number, made } of before.rows) devices.get(device)?.refusals.push({ number, made })
  return {
    db,
    records: new RecordsInBatch(db),
    server: { device: log.device, changes: log.changes },
    head: log.head,
    taken: [],
    refused: [],
    devices,
  }
}

/** Whole changes in the order of their numbers; null where the numbers do not rise. */
function wholeChanges({ device, changes }: Push): readonly (readonly LoggedChange[])[] | null {
  const grouped = [...groupedBy(changes, ({ number }) => number).values()]
  const isOfDevice = changes.every((entry) => entry.device === device)
  const rises = grouped.every((entries, at) => at === 0 || numberOf(entries) === numberOf(grouped[at - 1] ?? []) + 1)
  return isOfDevice && rises ? grouped : null
}

const numberOf = ([first]: readonly LoggedChange[]): number => first?.number ?? 0

function formProblem({ changes, rows }: Push): ProblemError | null {
  const isSound =
    changes.every((entry) => entryProblem('changes', entry) === null) &&
    rows.every((row) => rowProblem('importedRows', row) === null)
  return isSound ? null : new ProblemError('malformed')
}

async function decidePush({ principal, push }: Pending, batch: Batch, { schema }: Understands): Promise<Outcome> {
  const device = batch.devices.get(push.device)
  if (device === undefined || device.account !== principal.account.id) return new ProblemError('unknown-device')
  if (device.isRevoked) return new ProblemError(device.isWiped ? 'wipe' : 'device-revoked')
  // A newer program may say what this one cannot check: it keeps its changes until the server is renewed.
  const known = push.changes.filter(({ v }) => v <= schema)
  const isOlder = known.length < push.changes.length
  const upTo = isOlder ? Math.min(...push.changes.filter(({ v }) => v > schema).map(({ number }) => number)) : Infinity
  const understood = { ...push, changes: known.filter(({ number }) => number < upTo) }
  const problem = formProblem(understood)
  if (problem !== null) return problem
  const changes = wholeChanges(understood)
  if (changes === null) return new ProblemError('malformed')
  const [from] = changes
  if (from !== undefined && numberOf(from) > device.decided + 1)
    return new ProblemError('gap', { from: device.decided + 1, to: numberOf(from) - 1 })
  const repeated = await repeatedChanges(changes, device.decided, device.id, batch)
  if (repeated === null) return new ProblemError('same-number')
  const refused = [...repeated]
  const taken: LoggedChange[] = []
  for (const entries of changes) {
    if (numberOf(entries) <= device.decided) continue
    const answer = await decideChange(entries, principal, device, batch)
    if (answer === null) taken.push(...entries)
    else refused.push(answer)
    device.decided = numberOf(entries)
  }
  // After all of them: what the device says of the number itself stands on the one it gave.
  await numberFailures(taken, batch)
  await addRows(understood, batch)
  return { decided: device.decided, refused, ...(isOlder ? { waits: 'server-older' as const } : {}), head: batch.head }
}

/** What was decided about changes that are sent again; null where another change has the number. */
async function repeatedChanges(
  changes: readonly (readonly LoggedChange[])[],
  decided: number,
  device: string,
  { db }: Batch,
): Promise<readonly RefusedChange[] | null> {
  const again = changes.filter((entries) => numberOf(entries) <= decided)
  if (again.length === 0) return []
  const { rows } = await db.query<Decided>(sql.DECIDED, [device, again.map(numberOf)])
  const before = new Map(rows.map((row) => [row.number, row]))
  const isSame = (entries: readonly LoggedChange[]): boolean =>
    before.get(numberOf(entries))?.digest.equals(digestOf(JSON.stringify(entries))) !== false
  return again.every(isSame) ? rows.flatMap(({ refused }) => refused ?? []) : null
}

async function decideChange(
  entries: readonly LoggedChange[],
  { account }: Principal,
  device: DeviceRow & { refusals: RefusedBefore[] },
  batch: Batch,
): Promise<RefusedChange | null> {
  const [first] = entries
  if (first === undefined) return null
  const body = JSON.stringify(entries)
  const row = { entries, account: account.id, digest: digestOf(body), body }
  const reasons = await reasonsAgainst(entries, account, device, batch.records)
  if (reasons.length === 0) {
    await take(row, batch)
    return null
  }
  const may = await mayInstead(first.command, reasons, account.id, batch.db)
  const made = entries
    .flatMap(writesOf)
    .flatMap(({ edit }) => (edit.was === undefined ? [`${edit.table}:${edit.record}`] : []))
  device.refusals.push({ number: first.number, made })
  batch.refused.push({ ...row, made, reasons, mayInstead: may })
  const { id, number, command } = first
  return { id, number, command, reasons, mayInstead: may }
}

/** A change no rule can read is refused like any other, or it would stand before all later ones of its device. */
async function reasonsAgainst(
  entries: readonly LoggedChange[],
  account: Account,
  { refusals: refused, joinedAt }: DeviceRow & { refusals: RefusedBefore[] },
  records: RecordsInBatch,
): Promise<readonly TeamRefusal[]> {
  try {
    return await judgeChange(entries, { account, reader: records, changeOf: records.changeOf, refused, joinedAt })
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError)
      return [{ code: 'not-a-record' }]
    throw error
  }
}

/** Gives a change its place, and brings the records to what it says. */
export async function take(row: Omit<LogRow, 'seq'>, batch: Batch): Promise<void> {
  batch.head += 1
  const seq = batch.head
  batch.taken.push({ ...row, seq })
  batch.records.noteChange(row.entries)
  const byRecord = groupedBy(row.entries.flatMap(writesOf), ({ edit }) => `${edit.table}:${edit.record}`)
  for (const table of TABLE_NAMES) await putWritten(table, [...byRecord.values()], seq, batch)
}

async function putWritten(
  table: TableName,
  byRecord: readonly (readonly Written[])[],
  seq: number,
  { records }: Batch,
): Promise<void> {
  const ofTable = byRecord.filter(([first]) => first?.edit.table === table)
  const idOf = ([first]: readonly Written[]): string => first?.edit.record ?? ''
  if (ofTable.length === 0) return
  const stored = new Map((await records.get(table, ofTable.map(idOf))).map((record) => [record.id, record]))
  for (const writes of ofTable) {
    const id = idOf(writes)
    records.put(table, mergedRecord(id, stored.get(id) as StoredRecord | undefined, writes), seq)
  }
}

async function addRows({ rows }: Push, { db, taken }: Batch): Promise<void> {
  const batches = new Set(taken.flatMap(({ entries }) => entries.flatMap(({ batchId }) => batchId ?? [])))
  const wanted = rows.filter(({ batchId }) => batches.has(batchId))
  if (wanted.length === 0) return
  await db.query(sql.ADD_ROWS, [
    wanted.map(({ batchId }) => batchId),
    wanted.map(({ sheet }) => sheet),
    wanted.map(({ firstRow }) => firstRow),
    wanted.map(({ cells }) => cells),
  ])
}

async function closeBatch({ db, records, server, head, taken, refused, devices }: Batch): Promise<void> {
  const first = (row: Omit<LogRow, 'seq'>): LoggedChange => {
    const [entry] = row.entries
    if (entry === undefined) throw new RangeError('a change has no entries')
    return entry
  }
  const batchOf = (row: LogRow): string | null =>
    row.entries.find(({ batchId }) => batchId !== undefined)?.batchId ?? null
  if (taken.length > 0)
    await db.query(sql.ADD_CHANGES, [
      taken.map(({ seq }) => seq),
      taken.map((row) => first(row).id),
      taken.map((row) => first(row).device),
      taken.map((row) => first(row).number),
      taken.map(({ account }) => account),
      taken.map((row) => first(row).command),
      taken.map(({ digest }) => digest),
      taken.map(({ body }) => body),
      taken.map(batchOf),
    ])
  if (refused.length > 0)
    await db.query(sql.ADD_REFUSED, [
      refused.map((row) => first(row).device),
      refused.map((row) => first(row).number),
      refused.map((row) => first(row).id),
      refused.map(({ account }) => account),
      refused.map((row) => first(row).command),
      refused.map(({ digest }) => digest),
      refused.map(({ body }) => body),
      refused.map(({ made }) => JSON.stringify(made)),
      refused.map(({ reasons }) => JSON.stringify(reasons)),
      refused.map(({ mayInstead: may }) => JSON.stringify(may)),
    ])
  await records.flush()
  const moved = [...devices.values()]
  const refusalsOf = (id: string): number => refused.filter((row) => first(row).device === id).length
  await db.query(sql.MOVE_DEVICES, [
    moved.map(({ id }) => id),
    moved.map(({ decided }) => decided),
    moved.map(({ id }) => refusalsOf(id)),
  ])
  if (taken.length > 0) await db.query(sql.MOVE_HEAD, [head, server.changes])
}
