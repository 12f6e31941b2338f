/** What goes into a hand-over package: entries of the log as they travel, with source rows and files of their own. */
import type { ImportedRows } from '../domain/importBatch'
import type { Origin, TableName } from '../domain/records/tables'
import { database, type Draft, type FracasDatabase, type PackageNote } from './database'
import type { LoggedChange } from '../domain/loggedChange'
import { changesAbout, type AboutRecords } from './changesAbout'
import { headsOf, knownChanges } from './knownChanges'
import { presentDevice } from './device'
import { refusedEntries } from './recordsOfLog'
import { missingFiles } from './thinnedFiles'

export type HandOverChoice =
  /** What is new since the last package of this kind, or everything where there was none. */
  | { readonly kind: 'new' }
  | { readonly kind: 'everything' }
  /** Everything, with what belongs to this device alone. */
  | { readonly kind: 'backup'; readonly withFiles: boolean }
  /** Nothing but what this device knows. */
  | { readonly kind: 'receipt' }
  /** First and last day on which something was done, as milliseconds. */
  | { readonly kind: 'period'; readonly from: number; readonly to: number }
  | AboutRecords

export interface PackageTaker {
  readonly changes: (entries: readonly LoggedChange[]) => Promise<void>
  readonly rows: (batchId: string, rows: readonly ImportedRows[]) => Promise<void>
  readonly drafts: (drafts: readonly Draft[]) => Promise<void>
  /** @returns whether it was taken; a damaged file is not */
  readonly file: (sha256: string, bytes: ArrayBuffer) => Promise<boolean>
}

export interface HandedOver {
  readonly device: string
  readonly lastSeq: number
  readonly heads: Readonly<Record<string, number>>
  readonly chain: { readonly entries: number; readonly hash: string }
  /** Attached files on record that are not here. */
  readonly lacks: readonly string[]
  /** Attached files that are named in what was read, and were not taken. */
  readonly filesLeftOut: number
}

const ENTRIES_AT_ONCE = 40
const ROWS_AT_ONCE = 50

/** The last package that carried everything new of its time; null before the first. */
export async function lastHandOver(db: FracasDatabase = database): Promise<PackageNote | null> {
  const made = await db.packages
    .filter(({ direction, lastSeq }) => direction === 'out' && lastSeq !== undefined)
    .toArray()
  return made.reduce<PackageNote | null>((last, one) => (last === null || one.at > last.at ? one : last), null)
}

/**
 * Reads what was chosen, in the order of the log.
 * @param isCancelled asked between pages; a package that was cancelled is not finished by whoever asked
 */
export async function readHandOver(
  choice: HandOverChoice,
  take: PackageTaker,
  onProgress: (done: number, total: number) => void,
  isCancelled: () => boolean,
  db: FracasDatabase = database,
): Promise<HandedOver> {
  const device = await db.transaction('rw', db.device, () => presentDevice(db))
  const last = await db.changes.orderBy('seq').last()
  const lastSeq = last?.seq ?? 0
  const after = await placeBefore(choice, lastSeq, db)
  const wanted = await wantedBy(choice, db)
  const total = Math.max(1, lastSeq - after)
  const [batches, files] = [new Set<string>(), new Set<string>()]
  for (let from = after; !isCancelled();) {
    const page = await db.changes.where('seq').between(from, lastSeq, false, true).limit(ENTRIES_AT_ONCE).toArray()
    const end = page.at(-1)?.seq
    if (end === undefined) break
    const entries = page.filter(wanted)
    for (const entry of entries) {
      if (entry.command === 'import' && entry.batchId !== undefined) batches.add(entry.batchId)
      for (const sha256 of filesNamedIn(entry)) files.add(sha256)
    }
    if (entries.length > 0) await take.changes(await Promise.all(entries.map((entry) => asTravelling(entry, db))))
    from = end
    onProgress(from - after, total)
  }
  for (const batchId of batches) await readRows(batchId, take, isCancelled, db)
  if (choice.kind === 'backup') await take.drafts(await db.drafts.toArray())
  const isWithFiles = choice.kind !== 'backup' || choice.withFiles
  const taken = isWithFiles ? await readFiles(files, take, isCancelled, db) : 0
  const known = await knownChanges(db)
  return {
    device: device.id,
    lastSeq,
    heads: headsOf(known),
    lacks: await missingFiles(db),
    chain: { entries: await db.changes.count(), hash: last?.hash ?? '' },
    filesLeftOut: files.size - taken,
  }
}

/** The place in the log after which reading begins. */
async function placeBefore({ kind }: HandOverChoice, lastSeq: number, db: FracasDatabase): Promise<number> {
  if (kind === 'receipt') return lastSeq
  return kind === 'new' ? ((await lastHandOver(db))?.lastSeq ?? 0) : 0
}

/** What the company's server did not take is handed on to nobody. */
async function wantedBy(choice: HandOverChoice, db: FracasDatabase): Promise<(entry: LoggedChange) => boolean> {
  const [isRefused, isChosen] = [await refusedEntries(db), await chosenBy(choice, db)]
  return (entry) => isChosen(entry) && !isRefused(entry)
}

async function chosenBy(choice: HandOverChoice, db: FracasDatabase): Promise<(entry: LoggedChange) => boolean> {
  switch (choice.kind) {
    case 'new':
    case 'everything':
    case 'backup':
    case 'receipt':
      return () => true
    // Imports made that day are whole or not at all, like every change.
    case 'period':
      return ({ at }) => at >= choice.from && at <= choice.to
    default: {
      const about = await changesAbout(choice, db)
      return ({ device, number }) => about.has(`${device} ${number}`)
    }
  }
}

async function readRows(
  batchId: string,
  take: PackageTaker,
  isCancelled: () => boolean,
  db: FracasDatabase,
): Promise<void> {
  const key = db.importedRows.where(':id')
  let after: [string, number, number] = [batchId, -1, -1]
  for (; !isCancelled();) {
    const page = await key.between(after, [batchId, Infinity, Infinity], false, true).limit(ROWS_AT_ONCE).toArray()
    const last = page.at(-1)
    if (last === undefined) return
    await take.rows(batchId, page)
    after = [batchId, last.sheet, last.firstRow]
  }
}

/** @returns how many were taken */
async function readFiles(
  files: ReadonlySet<string>,
  take: PackageTaker,
  isCancelled: () => boolean,
  db: FracasDatabase,
): Promise<number> {
  let taken = 0
  for (const sha256 of files) {
    if (isCancelled()) break
    const blob = await db.blobs.get(sha256)
    if (blob !== undefined && (await take.file(sha256, blob.bytes))) taken += 1
  }
  return taken
}

const SHA256 = /"sha256":"([0-9a-f]{64})"/gu

/** Files an entry attaches, whether it names them one by one or in the text of an import. */
export const filesNamedIn = ({ edits, packedEdits }: LoggedChange): readonly string[] =>
  Array.from((packedEdits ?? JSON.stringify(edits ?? [])).matchAll(SHA256), ([, sha256 = '']) => sha256)

/** An entry as others take it in: with the hash its own device gave it, and where its records stood in the file. */
export async function asTravelling(entry: LoggedChange, db: FracasDatabase): Promise<LoggedChange> {
  const { seq: _seq, prev: _prev, hash, authorHash = hash, ...rest } = entry
  const travelling = { ...rest, ...(authorHash === undefined ? {} : { authorHash }) } as LoggedChange
  if (entry.packedEdits === undefined || entry.parts !== undefined) return travelling
  // Imports of before version 12 did not say where their records stood.
  const edits = JSON.parse(entry.packedEdits) as readonly { readonly table: TableName; readonly record: string }[]
  const origins: (Origin | null)[] = []
  for (const { table, record } of edits) origins.push((await db.recordsOf(table).get(record))?.origin ?? null)
  return origins.every((origin) => origin === null) ? travelling : { ...travelling, origins }
}

export const notePackage = async (note: PackageNote, db: FracasDatabase = database): Promise<void> => {
  await db.packages.add(note)
}

/** The latest packages first. */
export const notedPackages = async (most: number, db: FracasDatabase = database): Promise<readonly PackageNote[]> =>
  (await db.packages.toArray()).sort((a, b) => b.at - a.at).slice(0, most)

/** How many changes of this device nobody else may have, and how many others have not said they have. */
export interface HandOverState {
  readonly device: string | null
  readonly changes: number
  readonly handedOver: number
  readonly confirmed: number
}

export async function handOverState(db: FracasDatabase = database): Promise<HandOverState> {
  const device = await db.device.get('device')
  if (device === undefined) return { device: null, changes: 0, handedOver: 0, confirmed: 0 }
  const notes = await db.packages.toArray()
  const made = notes.filter(({ direction, lastSeq }) => direction === 'out' && lastSeq !== undefined)
  const handedOver = Math.max(0, ...made.flatMap(({ numbers }) => (numbers[device.id] ?? []).map(([, to]) => to)))
  // What this device has taken in of its own is nobody else's word.
  const others = notes.filter((note) => note.device !== device.id)
  const confirmed = Math.max(0, ...others.map(({ heads }) => heads?.[device.id] ?? 0))
  return {
    device: device.id,
    changes: device.changeCount,
    handedOver,
    confirmed: Math.min(confirmed, device.changeCount),
  }
}
