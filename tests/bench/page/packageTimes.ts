/** A log of many changes with photos, written to a package and taken in by an empty store, beside the bare rows. */
import { Dexie } from 'dexie'
import { localPerson } from '../../../src/domain/person'
import type { Edit } from '../../../src/domain/change'
import { FracasDatabase, SCHEMA_VERSION, type Blobs } from '../../../src/store/database'
import type { LoggedChange } from '../../../src/domain/loggedChange'
import { newId } from '../../../src/store/newId'
import { sha256Of } from '../../../src/store/sha256Of'
import { takeIn } from '../../../src/store/takeIn'
import { sourceOfFile, targetInBrowser } from '../../../src/workers/threadFiles'
import { makePackage, takePackageIn } from '../../../src/workers/packages'

const PERSON = localPerson('bench', 'QAL')
const DEVICE = 'benchbenchbenchbench'
const PHOTO_BYTES = 300_000
const ENTRIES_AT_ONCE = 500
const WORDS = '制动施加后中继阀排风口持续漏风，入库检查发现膜板破损，更换后试验正常。'

/** Random bytes under the head of a picture, which no zip makes smaller. */
async function photo(): Promise<Blobs> {
  const bytes = new Uint8Array(PHOTO_BYTES)
  for (let at = 0; at < bytes.length; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000))
  bytes.set([0xff, 0xd8, 0xff])
  return { sha256: await sha256Of(bytes.buffer), bytes: bytes.buffer }
}

/** What a phone writes: a failure is reported, handled, corrected once, and bears photos. */
function* loggedChanges(photos: readonly Blobs[]): Generator<LoggedChange> {
  let number = 0
  const at = Date.UTC(2026, 0, 1)
  const change = (command: string, edit: Edit): LoggedChange => {
    number += 1
    return {
      id: newId(),
      v: SCHEMA_VERSION,
      device: DEVICE,
      number,
      at: at + number * 1000,
      actor: '王工',
      role: 'SSM',
      command,
      edits: [edit],
      records: [`${edit.table}:${edit.record}`],
    }
  }
  let left = photos.length
  for (let failure = 0; ; failure += 1) {
    const id = newId()
    const set = {
      no: `L-BENCHB-${failure}`,
      occurredAt: `2026-01-0${1 + (failure % 9)}T0${failure % 10}:30+08:00`,
      trainText: `CRH380A-${2600 + (failure % 400)}`,
      description: WORDS.repeat(1 + (failure % 4)),
      odometerKm: (failure * 7919) % 3_000_000,
      state: 'SUBMITTED',
    }
    yield change('file-failure', { table: 'failures', record: id, set })
    const seen = { [DEVICE]: number }
    yield change('add-handling', { table: 'handlings', record: newId(), set: { failureId: id, measure: WORDS } })
    if (left > 0) {
      left -= 1
      const { sha256 = '' } = photos[left] ?? {}
      const file = { ownerId: id, name: '阀.jpg', mime: 'image/jpeg', size: PHOTO_BYTES, sha256 }
      yield change('add-attachment', { table: 'attachments', record: newId(), set: file })
    }
    if (failure % 2 === 0)
      yield change('edit-failure', {
        table: 'failures',
        record: id,
        set: { remark: WORDS },
        was: { remark: null },
        base: { remark: seen },
      })
  }
}

function* firstInPages<T>(entries: Iterable<T>, most: number): Generator<readonly T[]> {
  let page: T[] = []
  let given = 0
  for (const entry of entries) {
    page.push(entry)
    given += 1
    if (page.length < ENTRIES_AT_ONCE && given < most) continue
    yield page
    if (given === most) return
    page = []
  }
}

export async function fillLog(db: FracasDatabase, changes: number, photos: number): Promise<void> {
  const blobs: Blobs[] = []
  for (let at = 0; at < photos; at += 1) blobs.push(await photo())
  await takeIn({ changes: firstInPages(loggedChanges(blobs), changes), blobs }, {}, db)
  // The device that wrote it is this one.
  await db.device.put({ key: 'device', id: DEVICE, changeCount: changes, failureCount: 0 })
}

/** For each run a shift of its own would be as long; so the log is made once and stays. */
export interface PackageTimes {
  readonly made: number
  readonly takenIn: number
  /** Of that, until the last entry had been checked. */
  readonly checked: number
  readonly bare: number
  readonly bytes: number
}

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const began = performance.now()
  const result = await work()
  return [performance.now() - began, result]
}

async function packed(db: FracasDatabase): Promise<Blob> {
  const target = targetInBrowser()
  const about = { kind: 'everything' } as const
  const making = {
    choice: about,
    about,
    person: PERSON,
    madeAt: '2026-01-01T08:00+08:00',
    build: 'bench',
    passphrase: '',
  }
  await makePackage(target, making, () => undefined, undefined, db)
  return target.finish()
}

/** The rows of one store into tables with the same indexes, with nothing around it. */
async function bareAdd(tables: Readonly<Record<string, readonly object[]>>, name: string): Promise<number> {
  const ours = new FracasDatabase(`${name}-shape`)
  const db = new Dexie(name)
  db.version(1).stores(
    Object.fromEntries(
      ours.tables.map((table) => [
        table.name,
        [table.schema.primKey, ...table.schema.indexes].map((index) => index.src).join(', '),
      ]),
    ),
  )
  await db.open()
  const [ms] = await timed(() =>
    db.transaction('rw', db.tables, async () => {
      for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd(rows)
    }),
  )
  await db.delete()
  return ms
}

/** @param withBare whether the same rows are also written bare; they are all held in memory for it */
export async function packageTimes(name: string, run: number, withBare: boolean): Promise<PackageTimes> {
  const db = new FracasDatabase(name)
  const [made, file] = await timed(() => packed(db))
  const [fresh, bareName] = [`${name}-in-${run}`, `${name}-bare-${run}`]
  const into = new FracasDatabase(fresh)
  await into.open()
  let checked = 0
  const taking = async (): Promise<number> => {
    const began = performance.now()
    await takePackageIn(
      sourceOfFile(file),
      PERSON,
      true,
      (stage) => {
        if (stage === 'checking') checked = performance.now() - began
      },
      undefined,
      into,
    )
    return performance.now() - began
  }
  const adding = async (): Promise<number> => {
    if (!withBare) return Number.NaN
    const tables = Object.fromEntries(
      await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
    ) as Readonly<Record<string, readonly object[]>>
    return bareAdd(tables, bareName)
  }
  // In turns, so that a busy moment of the machine hits both.
  const first = run % 2 === 0 ? await taking() : await adding()
  const second = run % 2 === 0 ? await adding() : await taking()
  await into.delete()
  db.close()
  const [takenIn, bare] = run % 2 === 0 ? [first, second] : [second, first]
  return { made, takenIn, checked, bare, bytes: file.size }
}
