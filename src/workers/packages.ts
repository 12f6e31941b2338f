/** A hand-over package made, looked into and taken in: the database on one side, a file on the other. */
import { changesIn, countBeyond, gapsBelow, joinedRanges, type NumberRange } from '../domain/changeRanges'
import { deviceCode } from '../domain/deviceId'
import type { Person } from '../domain/person'
import type { Json } from '../domain/records/field'
import type { ByteSink } from '../exchange/archive/zipWriter'
import type { ByteSource } from '../exchange/open/byteSource'
import { openPackage, type OpenPackage, type PackageSignature } from '../exchange/package/openPackage'
import type { PackageAbout, PackageManifest } from '../exchange/package/packageFormat'
import { makeKeyPair, signingKeyOf } from '../exchange/package/packageKey'
import type { EntryCheck } from '../exchange/package/packageEntry'
import { PackageRefused } from '../exchange/package/packageRefused'
import { PackageWriter } from '../exchange/package/packageWriter'
import { sealedSink } from '../exchange/package/seal/sealedSink'
import { partedFrom, type PartedHere } from '../store/becomeNewDevice'
import { assertPermitted } from '../store/commit'
import { database, SCHEMA_VERSION, type Draft, type FracasDatabase, type PackageNote } from '../store/database'
import type { LoggedChange } from '../domain/loggedChange'
import { acceptKey, hasSigned, keyState, ownKeyPair, type KeyState } from '../store/deviceKeys'
import { entryProblem } from '../domain/entryProblem'
import { notePackage, readHandOver, type HandOverChoice } from '../store/handOver'
import { knownChanges } from '../store/knownChanges'
import { newId } from '../store/newId'
import { isEmpty, takeIn, wouldDispute, type Incoming, type TakenIn, type WouldDispute } from '../store/takeIn'
import type { OnPackageStage } from './packageAnswers'

export interface MakingPackage {
  readonly choice: HandOverChoice
  readonly about: PackageAbout
  readonly person: Person
  /** Civil time with offset. */
  readonly madeAt: string
  readonly build: string
  /** Empty for a package anybody may read. */
  readonly passphrase: string
  /** For what is made anew from a file that says nothing of its maker. */
  readonly isUnsigned?: boolean
}

export interface MadePackage {
  readonly bytes: number
  readonly counts: PackageManifest['counts']
  readonly note: PackageNote
  /** Attached files that are named in it and could not go in. */
  readonly filesLeftOut: number
}

export class PackageCancelled extends Error {
  override name = 'PackageCancelled'
}

const never = (): boolean => false

/**
 * Writes what was chosen. That it was handed over is noted by whoever has put the file where it goes.
 * @throws PackageRefused when it could not be read again
 * @throws PackageCancelled
 */
export async function makePackage(
  sink: ByteSink,
  { choice, about: chosen, person, madeAt, build, passphrase, isUnsigned = false }: MakingPackage,
  onStage: OnPackageStage,
  isCancelled: () => boolean = never,
  db: FracasDatabase = database,
): Promise<MadePackage> {
  const pair = isUnsigned ? null : await ownKeyPair(makeKeyPair, db)
  const sealed = passphrase === '' ? null : await sealedSink(sink, passphrase)
  const writer = new PackageWriter(sealed ?? sink)
  const taker = {
    changes: (entries: readonly LoggedChange[]) => writer.changes(entries),
    rows: writer.rows.bind(writer),
    drafts: writer.drafts.bind(writer),
    file: (sha256: string, bytes: ArrayBuffer) => writer.file(sha256, bytes),
  }
  const tell = (done: number, total: number): void => onStage('reading', done / total)
  const read = await readHandOver(choice, taker, tell, isCancelled, db)
  if (isCancelled()) throw new PackageCancelled()
  const { device, lastSeq, heads, lacks, chain, filesLeftOut } = read
  const about: PackageAbout = choice.kind === 'backup' ? { kind: 'backup', filesLeftOut } : chosen
  const manifestAbout = {
    schema: SCHEMA_VERSION,
    build,
    madeAt,
    device: { id: device, code: deviceCode(device) },
    person: { name: person.name, role: person.role },
    about,
    heads,
    lacks,
    chain,
  }
  const bytes = await writer.finish(manifestAbout, pair === null ? null : await signingKeyOf(pair))
  await sealed?.finish()
  const { numbers, counts } = writer.written
  const note: PackageNote = {
    id: newId(),
    at: Date.now(),
    direction: 'out',
    person: person.name,
    device,
    about: about as unknown as Json,
    numbers,
    counts: countsOf(counts),
    // Only what carried everything of its time moves the mark from which the next one begins.
    ...(choice.kind === 'new' || choice.kind === 'everything' ? { lastSeq } : {}),
    ...(choice.kind === 'backup' ? { backup: { upTo: lastSeq, at: Date.now() } } : {}),
  }
  return { bytes, counts, note, filesLeftOut }
}

const countsOf = ({ changes, files, rows }: PackageManifest['counts']): Readonly<Record<string, number>> => ({
  changes,
  files,
  rows,
})

export interface MissingChanges {
  readonly device: string
  readonly code: string
  readonly ranges: readonly NumberRange[]
}

/** What a package would bring, before anything of it is stored. */
export interface PackagePreview {
  readonly manifest: PackageManifest
  readonly signature: PackageSignature
  readonly fingerprint: string | null
  readonly key: KeyState | 'unsigned'
  /** Changes that are not here yet, and those that are. */
  readonly fresh: number
  readonly known: number
  /** Changes that neither this device nor the package has, although later ones of the same device are known to exist. */
  readonly missing: readonly MissingChanges[]
  /** Values that devices would disagree on; null where the package is too large to try it beforehand. */
  readonly disputes: WouldDispute | null
  /** Drafts of a backup that are not here. */
  readonly drafts: number
  /** Nothing is here yet: whose it is need not be compared with anybody. */
  readonly isEmpty: boolean
}

/** Trying a package costs as much as taking it in. */
const MOST_TRIED = 5_000

/**
 * Reads a package from its first byte to its last and lays it beside what is here. Nothing is stored.
 * @throws PackageRefused with the first thing that is wrong
 * @throws PackageCancelled
 * @throws SameDeviceTwice when one of its devices is used by two stores
 */
export async function previewPackage(
  source: ByteSource,
  onStage: OnPackageStage,
  isCancelled: () => boolean = never,
  db: FracasDatabase = database,
): Promise<PackagePreview> {
  const opened = await checkedPackage(source, onStage, isCancelled)
  const { manifest, signature, fingerprint } = opened
  const here = await knownChanges(db)
  const brought = Object.entries(manifest.numbers)
  const fresh = brought.reduce((sum, [device, ranges]) => sum + countBeyond(ranges, here[device] ?? []), 0)
  const all = changesIn(manifest.numbers)
  const missing = [...new Set([...Object.keys(manifest.heads), ...Object.keys(manifest.numbers)])].flatMap((device) => {
    const both = joinedRanges(here[device] ?? [], manifest.numbers[device] ?? [])
    const ranges = gapsBelow(both, Math.max(manifest.heads[device] ?? 0, both.at(-1)?.[1] ?? 0))
    return ranges.length === 0 ? [] : [{ device, code: deviceCode(device), ranges }]
  })
  return {
    manifest,
    signature,
    fingerprint,
    key: await keyOf(manifest, db),
    fresh,
    known: all - fresh,
    missing,
    disputes: manifest.counts.changes > MOST_TRIED ? null : await wouldDispute(incoming(opened), db),
    drafts: await freshDrafts(opened, db),
    isEmpty: await isEmpty(db),
  }
}

async function freshDrafts(opened: OpenPackage, db: FracasDatabase): Promise<number> {
  let fresh = 0
  for (const page of opened.drafts() as Iterable<readonly Draft[]>)
    fresh += (await db.drafts.bulkGet(page.map(({ id }) => id))).filter((draft) => draft === undefined).length
  return fresh
}

/** A change of many entries is taken in whole: how many of them a package holds, and how many there should be. */
class CountedParts {
  private readonly changes = new Map<string, { readonly parts: number; readonly ids: Set<string> }>()

  take({ id, device, number, parts }: LoggedChange): void {
    if (parts === undefined) return
    const name = `${device} ${number}`
    const change = this.changes.get(name) ?? { parts, ids: new Set<string>() }
    this.changes.set(name, change)
    change.ids.add(id)
  }

  /** The first change of which entries are missing, or that has too many; null when all are whole. */
  firstTorn(): string | null {
    for (const [name, { parts, ids }] of this.changes) if (ids.size !== parts) return `${name} · ${ids.size}/${parts}`
    return null
  }
}

/** A device that has signed before and does not now is as doubtful as one with another key. */
async function keyOf({ device, publicKey }: PackageManifest, db: FracasDatabase): Promise<KeyState | 'unsigned'> {
  if (publicKey !== null) return keyState(device.id, { ...publicKey }, db)
  return (await hasSigned(device.id, db)) ? 'other' : 'unsigned'
}

/**
 * Reads a package from its first byte to its last.
 * @throws PackageRefused with the first thing that is wrong
 * @throws PackageCancelled
 */
export async function checkedPackage(
  source: ByteSource,
  onStage: OnPackageStage,
  isCancelled: () => boolean = never,
): Promise<OpenPackage> {
  const opened = await openPackage(source, SCHEMA_VERSION)
  const tell = (done: number, all: number): void => onStage('checking', all === 0 ? 1 : done / all)
  const counted = new CountedParts()
  const problemOf: EntryCheck = (kind, entry) => {
    const problem = entryProblem(kind, entry)
    if (problem === null && kind === 'changes') counted.take(entry as LoggedChange)
    return problem
  }
  if (!(await opened.check(problemOf, tell, isCancelled))) throw new PackageCancelled()
  const torn = counted.firstTorn()
  if (torn !== null) throw new PackageRefused('packageDamaged', torn)
  return opened
}

const incoming = (opened: OpenPackage): Incoming => ({
  changes: opened.changes() as Iterable<readonly LoggedChange[]>,
  rows: (function* () {
    for (const { rows } of opened.rows()) yield rows
  })(),
  blobs: opened.blobs(),
  drafts: opened.drafts() as Iterable<readonly Draft[]>,
})

/** Where this store and the one that made the package parted, if they use one device id. */
export async function partedInPackage(source: ByteSource, db: FracasDatabase = database): Promise<PartedHere | null> {
  const opened = await checkedPackage(source, () => undefined, never)
  return partedFrom(opened.changes() as Iterable<readonly LoggedChange[]>, db)
}

/**
 * Takes a package in, all of it or nothing.
 * @throws PackageRefused, PackageCancelled, SameDeviceTwice as `previewPackage`; CommandRefused when the person may not
 */
export async function takePackageIn(
  source: ByteSource,
  person: Person,
  acceptsKey: boolean,
  onStage: OnPackageStage,
  isCancelled: () => boolean = never,
  db: FracasDatabase = database,
): Promise<TakenIn> {
  assertPermitted('take-in', person)
  const opened = await checkedPackage(source, onStage, isCancelled)
  const { manifest } = opened
  const key = manifest.publicKey
  const state = await keyOf(manifest, db)
  // A backup that is all there will be is believed by whoever chose the file; its key is not trusted for anything later.
  const isRestoring = manifest.about.kind === 'backup' && (await isEmpty(db))
  const isStranger = state === 'new' && !acceptsKey && !isRestoring
  if (state === 'other' || state === 'revoked' || isStranger) throw new KeyNotAccepted(state)
  const all = Math.max(1, manifest.counts.changes)
  const note: PackageNote = {
    id: newId(),
    at: Date.now(),
    direction: 'in',
    person: manifest.person.name,
    device: manifest.device.id,
    about: manifest.about as unknown as Json,
    numbers: manifest.numbers,
    counts: countsOf(manifest.counts),
    // What an unsigned file says others have is nobody's word.
    ...(key === null || (state === 'new' && !acceptsKey)
      ? {}
      : { heads: manifest.heads, ...(manifest.lacks === undefined ? {} : { lacks: manifest.lacks }) }),
  }
  return takeIn(
    incoming(opened),
    {
      person,
      isCancelled,
      onProgress: (entries) => onStage('storing', Math.min(1, entries / all)),
      alongside: async () => {
        if (key !== null && state === 'new' && acceptsKey) await acceptKey(manifest.device.id, { ...key }, person, db)
        await notePackage(isRestoring ? { ...note, backup: await restoredBackup(manifest, db) } : note, db)
      },
    },
    db,
  )
}

/** What was restored into an empty store is in the file it came from. */
const restoredBackup = async (
  { madeAt }: PackageManifest,
  db: FracasDatabase,
): Promise<PackageNote['backup'] & object> => ({
  upTo: (await db.changes.orderBy('seq').last())?.seq ?? 0,
  at: Date.parse(madeAt),
})

/** Whoever made the package is not known here, or not any more. */
export class KeyNotAccepted extends Error {
  override name = 'KeyNotAccepted'

  constructor(readonly state: 'new' | 'other' | 'revoked') {
    super(`the key of the package is ${state}`)
  }
}
