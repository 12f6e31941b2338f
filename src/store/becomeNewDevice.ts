/**
 * This store becomes a device of its own, without losing anything: a new id, a new signing key, and what was written here since
 * the stores parted goes on under the new id. What others wrote stays as they wrote it.
 */
import { headAfter, linkHash } from '../domain/logChain'
import { entryParted, partingOf, type NumberedEntry, type Parting, type Renaming } from '../domain/partedDevice'
import type { Person } from '../domain/person'
import type { TableName } from '../domain/records/tables'
import { announce } from './changeFeed'
import { assertPermitted } from './commit'
import { database, type FormerDevice, type FracasDatabase } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { presentDevice } from './device'
import { newDeviceId } from './newDeviceId'
import { eachPageOfLog, rebuildRecords } from './recordsOfLog'
import { forgetColumns } from './snapshots'
import { writesOf } from '../domain/writesOf'

export interface PartedHere extends Parting {
  /** How many of the changes that would be renamed were handed over under the old id. */
  readonly handedOver: number
}

/** The ids under which this store has written, and up to which number. */
async function ownDevices(db: FracasDatabase): Promise<ReadonlyMap<string, number>> {
  const device = await db.device.get('device')
  return new Map(
    device === undefined
      ? []
      : [...(device.former ?? []), device].map(({ id, changeCount }) => [id, changeCount] as const),
  )
}

/**
 * Where this store and the one that made a package parted, if they use one id.
 * @param theirs the entries of the package
 * @returns null when the id they share is not one of this store's
 */
export async function partedFrom(
  theirs: Iterable<readonly NumberedEntry[]>,
  db: FracasDatabase = database,
): Promise<PartedHere | null> {
  const own = await ownDevices(db)
  const shown = new Map<string, NumberedEntry[]>()
  for (const page of theirs)
    for (const { id, device, number } of page)
      if (own.has(device)) shown.set(device, [...(shown.get(device) ?? []), { id, device, number }])
  for (const [device, entries] of shown) {
    const here = (await db.changes
      .where('[device+number]')
      .between([device, 0], [device, own.get(device) ?? 0], true, true)
      .toArray()) as readonly NumberedEntry[]
    const parting = partingOf(device, here, entries)
    if (parting === null || (device !== (await presentDevice(db)).id && parting.numbers.length === 0)) continue
    return { ...parting, handedOver: await countHandedOver(parting, db) }
  }
  return null
}

async function countHandedOver({ device, numbers }: Parting, db: FracasDatabase): Promise<number> {
  const ranges = (await db.packages.toArray())
    .filter(({ direction }) => direction === 'out')
    .flatMap((note) => note.numbers[device] ?? [])
  return numbers.filter((number) => ranges.some(([from, to]) => number >= from && number <= to)).length
}

export interface BecameNew {
  readonly device: string
  /** Changes that go on under a new id. */
  readonly renamed: number
}

/**
 * @param parting from where on changes were written here alone; null: nothing was since the store was copied
 * @throws CommandRefused when the person only reads
 */
export async function becomeNewDevice(
  parting: Parting | null,
  person: Person,
  db: FracasDatabase = database,
): Promise<BecameNew> {
  assertPermitted('take-in', person)
  const became = await db.transaction('rw', db.tables, async () => {
    const before = await presentDevice(db)
    const to = newDeviceId()
    const renamed = parting?.numbers.length ?? 0
    if (parting !== null) await rename({ ...parting, to }, new Set((await ownDevices(db)).keys()), db)
    const cut = (one: FormerDevice): FormerDevice =>
      one.id === parting?.device ? { id: one.id, changeCount: parting.from - 1 } : one
    if (parting !== null && parting.device !== before.id) {
      // What a former id is parted from gets an id of its own, because it comes before what the present one did.
      await db.device.put({ ...before, former: [...(before.former ?? []).map(cut), { id: to, changeCount: renamed }] })
      return { device: before.id, renamed }
    }
    const former = [...(before.former ?? []), cut({ id: before.id, changeCount: before.changeCount })]
    await db.device.put({ ...before, id: to, changeCount: renamed, failureCount: 0, former })
    await giveKeyAway(before.id, person, db)
    return { device: to, renamed }
  })
  announce()
  return became
}

/** The other store keeps the id and signs with its key, which is known here from now on as that of another. */
async function giveKeyAway(device: string, person: Person, db: FracasDatabase): Promise<void> {
  const key = await db.deviceKeys.get(device)
  if (key === undefined) return
  await db.deviceKeys.put({
    device,
    publicKey: key.publicKey,
    acceptedAt: Date.now(),
    acceptedBy: person.name,
  })
}

/** Renames in the log, links what follows to what it says now, and works the records out anew. Must run in a transaction. */
async function rename(renaming: Renaming, own: ReadonlySet<string>, db: FracasDatabase): Promise<void> {
  const touched = new Map<TableName, Set<string>>()
  let first = null as number | null
  let head = ''
  await eachPageOfLog(async (page) => {
    const changed: LoggedChange[] = []
    for (const entry of page) {
      const parted = entryParted(entry, renaming, own.has(entry.device))
      if (parted !== entry) {
        first ??= entry.seq ?? null
        for (const { edit } of writesOf(parted))
          touched.set(edit.table, (touched.get(edit.table) ?? new Set()).add(edit.record))
      }
      if (first === null || entry.hash === undefined) {
        if (parted !== entry) changed.push(parted)
        head = headAfter(parted)
        continue
      }
      // From the first one on, every entry stands on another one than it did.
      const prev = head
      head = linkHash(prev, parted)
      changed.push({ ...parted, prev, hash: head })
    }
    if (changed.length > 0) await db.changes.bulkPut(changed)
  }, db)
  if (first === null) return
  await renameRefused(renaming, db)
  await rebuildRecords(touched, db)
  await handOverAgain(first, db)
  // The columns say which device gave a number.
  await forgetColumns(db)
}

/** What was refused under the old name is refused under the new one. */
async function renameRefused({ device, from }: Renaming, db: FracasDatabase): Promise<void> {
  for (const refused of await db.refusedChanges
    .where('[device+number]')
    .between([device, from], [device, Infinity])
    .toArray()) {
    const entry = await db.changes.where('id').equals(refused.id).first()
    if (entry === undefined || (entry.device === device && entry.number === refused.number)) continue
    await db.refusedChanges.delete([device, refused.number])
    await db.refusedChanges.put({ ...refused, device: entry.device, number: entry.number })
  }
}

/** What was handed over under the old id goes out once more under the new one. */
async function handOverAgain(first: number, db: FracasDatabase): Promise<void> {
  for (const note of await db.packages.toArray())
    if (note.lastSeq !== undefined && note.lastSeq >= first) await db.packages.put({ ...note, lastSeq: first - 1 })
}
