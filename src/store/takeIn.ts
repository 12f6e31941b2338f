/**
 * Takes in what other devices did: whole changes, all of them or none. Taking the same in again, in pieces or in another
 * order ends in the same records, because every field merges by itself and no clock is asked.
 */
import { isPosition } from '../domain/conflicts'
import type { ImportedRows } from '../domain/importBatch'
import { groupedBy } from '../domain/groupedBy'
import { TABLE_NAMES, type StoredRecord, type TableName } from '../domain/records/tables'
import type { Person } from '../domain/person'
import { asLogged } from '../domain/asLogged'
import { announce } from './changeFeed'
import { database, type Blobs, type Draft, type FracasDatabase } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { mergedRecord, type Written } from '../domain/mergedRecord'
import { noteConflicts } from './noteConflicts'
import { openLog, type OpenLog } from './operationLog'
import { tellSameNumbersApart } from './sameNumbers'
import { writesOf } from '../domain/writesOf'

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
  await db.transaction('rw', db.tables, async () => {
    const wasEmpty = await isEmpty(db)
    const into = await openStore(db)
    const goOn = (): void => {
      if (isCancelled?.() === true) throw new TakingInCancelled()
    }
    for (const page of incoming.changes) {
      goOn()
      const fresh = await unknownAmong(page, db)
      await write(fresh, into, db)
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
    if (person !== undefined) await tellSameNumbersApart(into.numbered, person, db)
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
      const into = await openStore(db)
      for (const page of incoming.changes) await write(await unknownAmong(page, db), into, db)
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

/** What is written to, and what is known of it without asking the disk again. */
interface OpenStore {
  readonly log: OpenLog
  /** Of a table that was empty: the records written since. Only those can be there. */
  readonly written: ReadonlyMap<TableName, Set<string>>
  /** Failures that bear a number since. */
  readonly numbered: Set<string>
}

/** Must run in the transaction that writes. */
async function openStore(db: FracasDatabase): Promise<OpenStore> {
  const written = new Map<TableName, Set<string>>()
  for (const table of TABLE_NAMES) if ((await db.table(table).count()) === 0) written.set(table, new Set())
  return { log: await openLog(db), written, numbered: new Set() }
}

/** Where so much more than the page lies between its numbers, they are looked up one by one. */
const SPARSE = 4

/** Entries of this store that bear the numbers of a page, and perhaps others between them. */
async function sameNumbers(page: readonly LoggedChange[], db: FracasDatabase): Promise<readonly LoggedChange[]> {
  const found: LoggedChange[] = []
  for (const [device, entries] of groupedBy(page, ({ device }) => device)) {
    const numbers = entries.map(({ number }) => number)
    const [least, most] = numbers.reduce(([a, b], number) => [Math.min(a, number), Math.max(b, number)], [Infinity, 0])
    const between = db.changes.where('[device+number]').between([device, least], [device, most], true, true)
    const count = await between.count()
    if (count === 0) continue
    const isDense = count <= SPARSE * entries.length
    const one = numbers.map((number) => [device, number])
    found.push(...(await (isDense ? between : db.changes.where('[device+number]').anyOf(one)).toArray()))
  }
  return found
}

/**
 * The entries this store does not have yet, each once.
 * @throws SameDeviceTwice
 */
async function unknownAmong(page: readonly LoggedChange[], db: FracasDatabase): Promise<readonly LoggedChange[]> {
  const there = await sameNumbers(page, db)
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

/** After a write to one of these a failure may bear a number that another one bears. */
const GIVES_NUMBER = ['no', 'deleted', 'mergedInto']

/** Reads every record touched once, applies what arrived in memory, and writes each once. */
async function write(
  page: readonly LoggedChange[],
  { log, written, numbered }: OpenStore,
  db: FracasDatabase,
): Promise<void> {
  const byTable = new Map<TableName, Map<string, Written[]>>()
  for (const entry of page)
    for (const write of writesOf(entry)) {
      const { table, record, set } = write.edit
      if (table === 'failures' && GIVES_NUMBER.some((field) => field in set)) numbered.add(record)
      const records = byTable.get(table) ?? new Map<string, Written[]>()
      byTable.set(table, records)
      const writes = records.get(record) ?? []
      records.set(record, writes)
      writes.push(write)
    }
  for (const [table, records] of byTable) {
    const ids = [...records.keys()]
    const known = written.get(table)
    const isNew = known !== undefined && !ids.some((id) => known.has(id))
    const stored = isNew ? [] : await db.table<StoredRecord>(table).bulkGet(ids)
    for (const id of ids) known?.add(id)
    const merged = ids.map((id, at) => mergedRecord(id, stored[at], records.get(id) ?? []))
    await db.table<object>(table).bulkPut(merged)
    await noteConflicts(table, merged, db)
  }
  await log.addAll(
    page.map(({ seq: _seq, prev: _prev, origins: _origins, hash, authorHash = hash, ...entry }) => ({
      ...asLogged(entry),
      ...(authorHash === undefined ? {} : { authorHash }),
    })),
  )
}
