/** A rescue copy made: the database people work in on one side, the one beside it on the other. */
import { isCopyDue, type RescueReason } from '../domain/rescueCopies'
import type { Person } from '../domain/person'
import { database, SCHEMA_VERSION, type FracasDatabase } from '../store/database'
import { fileSpace } from '../store/fileSpace'
import { openedAsItIs, type AnyDatabase } from '../store/readRows'
import { copySink, noteRescueFailure, rescueCopies, RescueTooLarge } from '../store/rescueCopies'
import { rescueDatabase, type RescueCopy, type RescueDatabase } from '../store/rescueDatabase'
import { makePackage } from './packages'
import { writeRowCopy } from './rowCopy'

export interface MakingCopy {
  readonly reason: RescueReason
  readonly person: Person
  /** Civil time with offset. */
  readonly madeAt: string
  readonly build: string
}

/** `none`: nothing has changed since the last one, or the one of today is there. */
export type RescueMade =
  { readonly kind: 'made'; readonly copy: RescueCopy } | { readonly kind: 'none' } | { readonly kind: 'failed' }

type OnFraction = (fraction: number) => void

/** A copy takes at most this, and a quarter of the room that is left. */
const MOST_BYTES = 300 * 2 ** 20
const SHARE_OF_ROOM = 4

async function mostBytes(): Promise<number> {
  const { usage = 0, quota = Infinity } = (await globalThis.navigator?.storage?.estimate?.()) ?? {}
  return Math.min(MOST_BYTES, Math.max(0, quota - usage) / SHARE_OF_ROOM)
}

const dayOf = (at: number): string => new Date(at).toDateString()

/**
 * Makes a copy where one is due. It never throws: work goes on without one, and why is kept for the page about storage.
 * Photos and files are left out where they would take too much room, which the copy says.
 */
export async function makeRescueCopy(
  making: MakingCopy,
  onFraction: OnFraction,
  db: FracasDatabase = database,
  rescue: RescueDatabase = rescueDatabase,
  limit?: number,
): Promise<RescueMade> {
  try {
    const entries = await db.changes.count()
    if (!isCopyDue(making.reason, entries, await rescueCopies(rescue), Date.now(), dayOf)) return { kind: 'none' }
    const most = limit ?? (await mostBytes())
    const { bytes } = await fileSpace(db)
    try {
      if (bytes < most) return await packageCopy(making, true, most, onFraction, db, rescue)
    } catch (error) {
      if (!(error instanceof RescueTooLarge)) throw error
    }
    return await packageCopy(making, false, most, onFraction, db, rescue)
  } catch (error) {
    return failed(making.reason, error, rescue)
  }
}

async function failed(reason: RescueReason, error: unknown, rescue: RescueDatabase): Promise<RescueMade> {
  const why = error instanceof RescueTooLarge ? '' : error instanceof Error ? error.message : String(error)
  // Where not even that can be kept, the page still hears that it failed.
  await noteRescueFailure({ reason, why }, rescue).catch(() => undefined)
  return { kind: 'failed' }
}

async function packageCopy(
  { reason, person, madeAt, build }: MakingCopy,
  withFiles: boolean,
  most: number,
  onFraction: OnFraction,
  db: FracasDatabase,
  rescue: RescueDatabase,
): Promise<RescueMade> {
  const sink = copySink(most, rescue)
  try {
    const making = {
      choice: { kind: 'backup', withFiles },
      about: { kind: 'backup', filesLeftOut: 0 },
      person,
      madeAt,
      build,
      passphrase: '',
    } as const
    const { counts, filesLeftOut } = await makePackage(sink, making, (_stage, done) => onFraction(done), undefined, db)
    const about = {
      at: Date.now(),
      reason,
      kind: 'package',
      schema: SCHEMA_VERSION,
      entries: counts.changes,
      failures: await db.recordsOf('failures').count(),
      files: counts.files,
      filesLeftOut,
    } as const
    return { kind: 'made', copy: await sink.keep(about, dayOf) }
  } catch (error) {
    await sink.abandon().catch(() => undefined)
    throw error
  }
}

/**
 * A copy of a database of an earlier version, row by row as it lies there, before it is opened and thereby upgraded.
 * @param name of the database; its version is that on the disk
 */
export async function copyBeforeUpgrade(
  name: string,
  { madeAt, build }: Pick<MakingCopy, 'madeAt' | 'build'>,
  onFraction: OnFraction,
  rescue: RescueDatabase = rescueDatabase,
  limit?: number,
): Promise<RescueMade> {
  let old: AnyDatabase | null = null
  try {
    old = await openedAsItIs(name)
    // While this waited its turn another tab has kept a copy and upgraded.
    if (old.verno >= SCHEMA_VERSION) return { kind: 'none' }
    const most = limit ?? (await mostBytes())
    for (const withFiles of [true, false]) {
      const sink = copySink(most, rescue)
      try {
        const about = { schema: Math.floor(old.verno), savedAt: madeAt, build }
        const tell = (done: number, total: number): void => onFraction(total === 0 ? 1 : done / total)
        const { counts } = await writeRowCopy(sink, about, tell, old, { withFiles })
        const files = await old.table('blobs').count()
        const copy = await sink.keep(
          {
            at: Date.now(),
            reason: 'upgrade',
            kind: 'rows',
            schema: about.schema,
            entries: counts['changes'] ?? 0,
            failures: counts['failures'] ?? 0,
            files: withFiles ? files : 0,
            filesLeftOut: withFiles ? 0 : files,
          },
          dayOf,
        )
        return { kind: 'made', copy }
      } catch (error) {
        await sink.abandon().catch(() => undefined)
        if (!(error instanceof RescueTooLarge) || !withFiles) throw error
      }
    }
    return { kind: 'none' }
  } catch (error) {
    return failed('upgrade', error, rescue)
  } finally {
    old?.close()
  }
}
