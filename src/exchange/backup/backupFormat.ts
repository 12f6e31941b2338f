/**
 * What a backup file of an earlier version is: a zip of rows as JSON lines in pages (`tables/failures/000001.ndjson`), attached files by
 * their sha-256 (`blobs/…`), and last `manifest.json`, which names the format, the versions, the device, the rows of every table and the
 * sha-256 of every other part. What the manifest does not vouch for is not taken in. A row that comes again replaces the earlier one.
 * Files of format 1 hold one part per table instead of pages (`failures.ndjson`) and no counts.
 */
import { isPlainObject } from '../../domain/plainObject'
export const BACKUP_FORMAT = 'bihuan-fracas-backup'
export const BACKUP_VERSION = 2
export const MANIFEST = 'manifest.json'
const BLOBS = 'blobs/'

export interface BackupEntry {
  readonly rows: number
  readonly sha256: string
}

export interface BackupManifest {
  readonly format: string
  readonly version: number
  /** Version of the database the rows come from. */
  readonly schema: number
  readonly savedAt: string
  readonly build: string
  /** Id of the device that wrote the file; absent when it never made a change, and in format 1. */
  readonly device?: string
  /** Rows of every table, each counted once; absent in format 1. */
  readonly counts?: Readonly<Record<string, number>>
  readonly entries: Readonly<Record<string, BackupEntry>>
}

/** What a file may hold. The same limits are kept while writing, so that nothing is written that cannot be read. */
export interface BackupLimits {
  /** Largest part, unpacked. One part at a time is in memory. */
  readonly entryBytes: number
  /** All parts together, unpacked. */
  readonly totalBytes: number
  readonly entries: number
}

export const BACKUP_LIMITS: BackupLimits = { entryBytes: 512 * 2 ** 20, totalBytes: 64 * 2 ** 30, entries: 1_000_000 }

export type BackupProblem =
  /** Not a zip of ours at all. */
  | 'restoreNotABackup'
  /** A zip that ends before its directory. */
  | 'restoreCut'
  /** Its format or its database is newer than this program. */
  | 'restoreNewer'
  /** A part is missing, or is not what the manifest says. */
  | 'restoreDamaged'
  /** A row is not what its table holds. */
  | 'restoreWrongRecord'
  /** More than the limits allow. */
  | 'backupTooLarge'
  /** There is data here already. */
  | 'restoreNotEmpty'
  /** Its records say what its log does not, so that it cannot be merged. */
  | 'restoreBesideLog'

/** A backup that is not written or not taken in, and where it fails: a part of the file, or a table, row and field. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'

  constructor(
    readonly problem: BackupProblem,
    readonly where = '',
  ) {
    super(`${problem} ${where}`.trim())
  }
}

export const pageName = (table: string, page: number): string =>
  `tables/${table}/${String(page).padStart(6, '0')}.ndjson`
export const blobName = (sha256: string): string => BLOBS + sha256

/** What a part of the file holds, by its name; null for a name that is none of ours. */
export function partOf(name: string): { readonly table: string } | { readonly blob: string } | null {
  if (name.startsWith(BLOBS)) return { blob: name.slice(BLOBS.length) }
  const table = /^(?:tables\/([A-Za-z]+)\/\d+|([A-Za-z]+))\.ndjson$/u.exec(name)
  return table === null ? null : { table: table[1] ?? table[2] ?? '' }
}

/** The manifest in these bytes; null when they are not one. */
export function manifestFrom(bytes: Uint8Array): BackupManifest | null {
  let read: unknown
  try {
    read = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
  if (!isPlainObject(read) || read['format'] !== BACKUP_FORMAT) return null
  const { version, schema, entries, counts } = read
  if (!Number.isInteger(version) || !Number.isInteger(schema) || !isPlainObject(entries)) return null
  if (!Object.values(entries).every(isEntry)) return null
  if (counts !== undefined && !(isPlainObject(counts) && Object.values(counts).every(Number.isInteger))) return null
  return read as unknown as BackupManifest
}

const isEntry = (value: unknown): boolean =>
  isPlainObject(value) && Number.isInteger(value['rows']) && typeof value['sha256'] === 'string'
