/**
 * Takes in what other devices did: whole changes, all of them or none. Taking the same in again, in pieces or in another
 * order ends in the same records, because every field merges by itself and no clock is asked.
 */
import { isPosition } from '../domain/conflicts'
import type { ImportedRows } from '../domain/importBatch'
import type { StoredRecord, TableName } from '../domain/records/tables'
import type { Person } from '../domain/person'
import { asLogged } from './asLogged'
import { announce } from './changeFeed'
import { database, type Blobs, type Draft, type FracasDatabase, type LoggedChange } from './database'
import { mergedRecord, type Written } from './mergedRecord'
import { noteConflicts } from './noteConflicts'
import { openLog, type OpenLog } from './operationLog'
import { tellSameNumbersApart } from './sameNumbers'
import { writesOf } from './writesOf'

/** What arrives, piece by piece and at once, because a transaction that waits for something else ends. */
export interface Incoming {
  /** Entries of logs as their devices wrote them; all entries of one change are among them. */
  readonly changes: Iterable<readonly LoggedChange[]>
  /** Source rows of the imports among the changes. */
  readonly rows?: Iterable<readonly ImportedRows[]>
  readonly blobs?: Iterable<Blobs>
  /** What was being typed when a backup was made. */
  readonly drafts?: Iterable<readonly Draft[]>
}

export interface TakenIn {
  /** Entries that were new here. */
  readonly entries: number
  /** Entries that had been taken in before. */
  readonly known: number
  /** Drafts that were not here. */
  readonly drafts: number
}

/** Two stores have written different changes under one number of one device: one of them is a copy of the other. */
export class SameDeviceTwice extends Error {
  override name = 'SameDeviceTwice'

  constructor(
    readonly device: string,
    readonly number: number,
  ) {
    super(`device ${device} made two different changes ${number}`)
  }
}

export class TakingInCancelled extends Error {
  override name = 'TakingInCancelled'
}

export interface TakeInOptions {
  readonly onProgress?: (entries: number) => void
  readonly isCancelled?: () => boolean
  /** Whoever takes it in; equal numbers are told apart in their name. */
  readonly person?: Person
  /** What is noted of it, in the same transaction. */
  readonly alongside?: () => Promise<void>
}

/**
 * @throws SameDeviceTwice when a device is met from two stores
 * @throws TakingInCancelled when `isCancelled` answered yes
 */
export async function takeIn(
  incoming: Incoming,
  { onProgress, isCancelled, person, alongside }: TakeInOptions = {},
  db: FracasDatabase = database,
): Promise<TakenIn> {
  let [entries, known, drafts] = [0, 0, 0]
  const failures: string[] = []
  await db.transaction('rw', db.tables, async () => {
    const wasEmpty = await isEmpty(db)
    const own = await db.device.get('device')
    let isCopy = false
    const log = await openLog(db)
    const goOn = (): void => {
      if (isCancelled?.() === true) throw new TakingInCancelled()
    }
    for (const page of incoming.changes) {
      goOn()
      const fresh = await unknownAmong(page, db)
      await write(fresh, log, failures, db)
      isCopy ||= fresh.some(({ device, number }) => device === own?.id && number > own.changeCount)
      entries += fresh.length
      known += page.length - fresh.length
      onProgress?.(entries + known)
    }
    for (const rows of incoming.rows ?? []) {
      goOn()
      await db.importedRows.bulkPut([...rows])
    }
    for (const blob of incoming.blobs ?? []) {
      goOn()
      if ((await db.blobs.where('sha256').equals(blob.sha256).count()) === 0) await db.blobs.put(blob)
    }
    for (const page of incoming.drafts ?? []) drafts += await addDrafts(page, !wasEmpty, db)
    // Whoever gets changes of its own back that it does not know any more has lost their numbers: it goes on as a new device.
    if (isCopy) await db.device.delete('device')
    if (person !== undefined) await tellSameNumbersApart(failures, person, db)
    await alongside?.()
  })
  if (entries > 0) announce()
  return { entries, known, drafts }
}

/** Has nothing been done here yet? */
export const isEmpty = async (db: FracasDatabase = database): Promise<boolean> => (await db.changes.count()) === 0

/** Drafts whose id is here stay as they are; beside other work, one that comes is listed and does not open by itself. */
async function addDrafts(drafts: readonly Draft[], isSetAside: boolean, db: FracasDatabase): Promise<number> {
  const there = await db.drafts.bulkGet(drafts.map(({ id }) => id))
  const fresh = drafts.filter((_draft, at) => there[at] === undefined)
  await db.drafts.bulkAdd(fresh.map((draft) => (isSetAside ? { ...draft, isSetAside } : draft)))
  return fresh.length
}

/** Ends a trial: what it wrote is not kept. */
class OnlyTried extends Error {}

/** What taking something in would leave to a person. */
export interface WouldDispute {
  /** Values on which devices would disagree. */
  readonly disputes: number
  /** Records that would be held, because two devices took a step without seeing each other. */
  readonly held: number
}

/**
 * What would be in dispute if this were taken in. It is tried, and not kept.
 * @throws SameDeviceTwice when a device is met from two stores
 */
export async function wouldDispute(incoming: Incoming, db: FracasDatabase = database): Promise<WouldDispute> {
  let found: WouldDispute = { disputes: 0, held: 0 }
  try {
    await db.transaction('rw', db.tables, async () => {
      const before = await countDisputes(db)
      const log = await openLog(db)
      for (const page of incoming.changes) await write(await unknownAmong(page, db), log, [], db)
      const after = await countDisputes(db)
      found = {
        disputes: Math.max(0, after.disputes - before.disputes),
        held: Math.max(0, after.held - before.held),
      }
      throw new OnlyTried()
    })
  } catch (error) {
    if (!(error instanceof OnlyTried)) throw error
  }
  return found
}

async function countDisputes(db: FracasDatabase): Promise<WouldDispute> {
  const noted = await db.conflicts.toArray()
  return {
    disputes: noted.reduce((sum, { fields }) => sum + fields.length, 0),
    held: noted.filter(({ key, fields }) => fields.some((field) => isPosition(tableOf(key), field))).length,
  }
}

const tableOf = (key: string): TableName => key.slice(0, key.indexOf(':')) as TableName

/**
 * The entries this store does not have yet, each once.
 * @throws SameDeviceTwice
 */
async function unknownAmong(page: readonly LoggedChange[], db: FracasDatabase): Promise<readonly LoggedChange[]> {
  const there = await db.changes
    .where('[device+number]')
    .anyOf(page.map(({ device, number }) => [device, number]))
    .toArray()
  const byNumber = new Map<string, LoggedChange[]>()
  for (const entry of there) byNumber.set(nameOf(entry), [...(byNumber.get(nameOf(entry)) ?? []), entry])
  const seen = new Set(there.map(({ id }) => id))
  const own = await db.device.get('device')
  return page.filter((entry) => {
    if (seen.has(entry.id)) return false
    seen.add(entry.id)
    const others = byNumber.get(nameOf(entry)) ?? []
    // The entries of one import share its number, its moment and its batch; every other change is one entry.
    if (others.some(({ at, batchId }) => batchId === undefined || at !== entry.at || batchId !== entry.batchId))
      throw new SameDeviceTwice(entry.device, entry.number)
    // Only this store gives numbers to its changes: one it has not given yet was given by a copy of it.
    if (entry.device === own?.id && entry.number > own.changeCount)
      throw new SameDeviceTwice(entry.device, entry.number)
    byNumber.set(nameOf(entry), [...others, entry])
    return true
  })
}

const nameOf = ({ device, number }: Pick<LoggedChange, 'device' | 'number'>): string => `${device} ${number}`

/** Reads every record touched once, applies what arrived in memory, and writes each once. */
async function write(
  page: readonly LoggedChange[],
  log: OpenLog,
  failures: string[],
  db: FracasDatabase,
): Promise<void> {
  const byTable = new Map<TableName, Map<string, Written[]>>()
  for (const entry of page)
    for (const written of writesOf(entry)) {
      const { table, record } = written.edit
      const records = byTable.get(table) ?? new Map<string, Written[]>()
      byTable.set(table, records)
      const writes = records.get(record) ?? []
      records.set(record, writes)
      writes.push(written)
    }
  for (const [table, records] of byTable) {
    const ids = [...records.keys()]
    if (table === 'failures') failures.push(...ids)
    const stored = await db.table<StoredRecord>(table).bulkGet(ids)
    const merged = ids.map((id, at) => mergedRecord(id, stored[at], records.get(id) ?? []))
    await db.table<object>(table).bulkPut(merged)
    await noteConflicts(table, merged, db)
  }
  for (const { seq: _seq, prev: _prev, origins: _origins, hash, authorHash = hash, ...entry } of page)
    await log.add({ ...asLogged(entry), ...(authorHash === undefined ? {} : { authorHash }) })
}
