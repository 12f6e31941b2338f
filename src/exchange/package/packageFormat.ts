/**
 * What a hand-over package is: a zip of changes of the log as JSON lines in pages (`changes/000001.ndjson`), the source rows of
 * the imports among them (`rows/<batch>/000001.ndjson`), of a backup what was being typed (`drafts/000001.ndjson`), attached files by
 * their sha-256 (`blobs/…`), then `manifest.json`, which names every part with its sha-256 and size, and `manifest.sig`, the
 * signature of the device over the bytes of the manifest.
 */
import type { ChainedEntry } from '../../domain/logChain'
import type { LineLimits } from '../archive/jsonPages'
import type { DeviceRanges } from './numberRanges'
import type { PublicKey } from './packageKey'

export const PACKAGE_FORMAT = 'bihuan-fracas-package'
export const PACKAGE_VERSION = 1
export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'

/** An entry of the log as it travels: without its place in the log of the device that sends it. */
export type PackagedChange = Omit<ChainedEntry, 'seq'> & {
  /** `table:id` of every record touched. */
  readonly records?: readonly string[]
}

/** What was chosen when the package was made. Ids name records, labels are what people call them. */
export type PackageAbout =
  /** Whatever is new since the last hand-over; null where there was none. */
  | { readonly kind: 'new'; readonly since: string | null }
  /** First and last day. */
  | { readonly kind: 'period'; readonly from: string; readonly to: string }
  | { readonly kind: 'failure' | 'train' | 'depot'; readonly id: string; readonly label: string }
  | { readonly kind: 'everything' }
  /**
   * Everything, and beside it what belongs to the device alone: its drafts.
   * `filesLeftOut`: attached files on record that are not inside, because they are damaged, gone or were too large to keep.
   */
  | { readonly kind: 'backup'; readonly filesLeftOut: number }
  /** No changes: it only says what its maker knows, so that others see that theirs have arrived. */
  | { readonly kind: 'receipt' }

export interface PackageEntry {
  readonly sha256: string
  /** Unpacked. */
  readonly bytes: number
  /** Lines; absent for attached files. */
  readonly rows?: number
}

export interface PackageManifest {
  readonly format: typeof PACKAGE_FORMAT
  readonly version: number
  /** Version of the database the changes come from. */
  readonly schema: number
  readonly build: string
  /** Civil time to the minute, with its offset. */
  readonly madeAt: string
  readonly device: { readonly id: string; readonly code: string }
  readonly person: { readonly name: string; readonly role: string }
  readonly about: PackageAbout
  readonly counts: {
    /** Entries of the log; an import has many. */
    readonly changes: number
    readonly files: number
    /** Entries of source rows. */
    readonly rows: number
    /** Of a backup. */
    readonly drafts?: number
    readonly records?: Readonly<Record<string, number>>
  }
  /** Which changes are inside. */
  readonly numbers: DeviceRanges
  /** Per device up to which number the sender knew every change; one whose first change it lacks is not named. */
  readonly heads: Readonly<Record<string, number>>
  /** Attached files on record that the sender does not have; absent where it did not say. Who lacks a file confirms none. */
  readonly lacks?: readonly string[]
  /** The end of the sender's log: how many entries, and the hash of the last one, empty where it has none. */
  readonly chain: { readonly entries: number; readonly hash: string }
  /** Whose signature goes with the manifest; null says that there is none. */
  readonly publicKey: PublicKey | null
  readonly entries: Readonly<Record<string, PackageEntry>>
}

/** What the maker of a package says about it; the rest of the manifest follows from what was written. */
export type AboutPackage = Pick<
  PackageManifest,
  'schema' | 'build' | 'madeAt' | 'device' | 'person' | 'about' | 'heads' | 'lacks' | 'chain'
> & { readonly records?: Readonly<Record<string, number>> }

/** What a package may hold. The same limits are kept while writing, so that nothing is written that cannot be read. */
export interface PackageLimits {
  /** Largest part, unpacked. One part at a time is in memory. */
  readonly entryBytes: number
  /** All parts together, unpacked. */
  readonly totalBytes: number
  readonly entries: number
  readonly manifestBytes: number
  /** Ranges of change numbers of all devices together. */
  readonly ranges: number
  readonly line: LineLimits
}

export const PACKAGE_LIMITS: PackageLimits = {
  entryBytes: 512 * 2 ** 20,
  totalBytes: 64 * 2 ** 30,
  entries: 200_000,
  manifestBytes: 64 * 2 ** 20,
  ranges: 100_000,
  line: { bytes: 32 * 2 ** 20, depth: 200 },
}

/** Parts up to this size may be packed as well as they can be; larger ones go in as they are, or are packed by little. */
export const SMALL_PART = 16 * 2 ** 20
/** How many times its packed size a larger part may unpack to. */
export const MOST_RATIO = 100

/** Change numbers stay below this, far from where numbers lose their last digit. */
export const MOST_NUMBER = 2 ** 48 - 1

const BLOBS = 'blobs/'

/** What a part holds, by its name. */
export type PartName =
  | { readonly kind: 'changes'; readonly page: number }
  | { readonly kind: 'rows'; readonly batchId: string; readonly page: number }
  | { readonly kind: 'drafts'; readonly page: number }
  | { readonly kind: 'blob'; readonly sha256: string }

const pageName = (page: number): string => `${String(page).padStart(6, '0')}.ndjson`
export const changesName = (page: number): string => `changes/${pageName(page)}`
export const rowsName = (batchId: string, page: number): string => `rows/${batchId}/${pageName(page)}`
export const draftsName = (page: number): string => `drafts/${pageName(page)}`
export const blobName = (sha256: string): string => BLOBS + sha256

/** Null for a name that is none of ours, or another spelling of one. */
export function partOf(name: string): PartName | null {
  if (name.startsWith(BLOBS)) {
    const sha256 = name.slice(BLOBS.length)
    return isSha256(sha256) ? { kind: 'blob', sha256 } : null
  }
  const [, folder, batchId, digits = ''] = /^(changes|drafts|rows\/([\w-]{1,64}))\/(\d{6,9})\.ndjson$/u.exec(name) ?? []
  const page = Number(digits)
  if (folder === 'drafts') return name === draftsName(page) ? { kind: 'drafts', page } : null
  if (batchId !== undefined) return name === rowsName(batchId, page) ? { kind: 'rows', batchId, page } : null
  return name === changesName(page) ? { kind: 'changes', page } : null
}

export const isSha256 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value)

/** The name of a device. It begins with a letter or digit, which keeps `__proto__` out. */
export const isDeviceId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9][\w~-]{0,39}$/u.test(value)

export const isChangeNumber = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_NUMBER

/** The id of an import, which names the folder of its rows. */
export const isBatchId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,64}$/u.test(value)
