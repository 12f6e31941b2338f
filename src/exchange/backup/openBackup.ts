/**
 * A backup file, opened. Everything about it can be checked before anything of it is stored; its parts are then read one by one and
 * at once, because a transaction that waits for something else ends.
 */
import { contentHash } from '../archive/contentHash'
import { jsonPages } from '../archive/jsonPages'
import type { ByteSource } from '../open/byteSource'
import { zipContent } from '../open/zipContent'
import { beginsAsZip, zipDirectoryOf, type ZipEntry } from '../open/zipDirectory'
import {
  BACKUP_LIMITS,
  BACKUP_VERSION,
  BackupRefused,
  MANIFEST,
  manifestFrom,
  partOf,
  type BackupLimits,
  type BackupManifest,
} from './backupFormat'

export type BackupPart =
  { readonly table: string; readonly rows: readonly unknown[] } | { readonly blob: string; readonly bytes: ArrayBuffer }

/** What is wrong with a row of a table: the name of the field, or '' for the row as a whole; null when nothing is. */
export type RowCheck = (table: string, row: unknown) => string | null

export interface OpenBackup {
  readonly manifest: BackupManifest
  readonly partCount: number
  /**
   * Reads the whole file once and holds it against its manifest, and every row against its table.
   * @throws BackupRefused with the first thing that is wrong
   */
  readonly check: (rowProblem: RowCheck, onProgress: (done: number, total: number) => void) => Promise<void>
  /** Everything in the file, some rows at a time. */
  readonly parts: () => Generator<BackupPart>
}

/** Is it a backup of an earlier version, sound or not? What is no zip at all is none. */
export function isOlderBackup(source: ByteSource): boolean {
  const described = zipDirectoryOf(source)?.entries.find(({ name }) => name === MANIFEST)
  if (described === undefined || described.uncompressedBytes > BACKUP_LIMITS.entryBytes) return false
  const bytes = zipContent(source, described)
  return bytes !== null && manifestFrom(bytes) !== null
}

/**
 * @param schema newest version of the database this program knows
 * @throws BackupRefused when the file is no backup, is cut short, newer than this program or larger than the limits
 */
export function openBackup(source: ByteSource, schema: number, limits: BackupLimits = BACKUP_LIMITS): OpenBackup {
  const directory = zipDirectoryOf(source)
  if (directory === null) throw new BackupRefused(beginsAsZip(source) ? 'restoreCut' : 'restoreNotABackup')
  const byName = new Map(directory.entries.map((entry) => [entry.name, entry]))
  const described = byName.get(MANIFEST)
  const bytes = described === undefined ? null : contentOf(source, described, limits)
  const manifest = bytes === null ? null : manifestFrom(bytes)
  if (manifest === null) throw new BackupRefused('restoreNotABackup')
  if (manifest.version > BACKUP_VERSION || manifest.schema > schema) throw new BackupRefused('restoreNewer')
  if (directory.entries.length > limits.entries || directory.uncompressedBytes > limits.totalBytes)
    throw new BackupRefused('backupTooLarge')
  const parts = Object.entries(manifest.entries).map(([name, entry]) => ({ name, ...entry, zip: byName.get(name) }))
  const read = (name: string, zip: ZipEntry | undefined): Uint8Array => {
    const content = zip === undefined ? null : contentOf(source, zip, limits)
    if (content === null) throw new BackupRefused('restoreDamaged', name)
    return content
  }
  return {
    manifest,
    partCount: parts.length,
    check: async (rowProblem, onProgress) => {
      for (const [at, { name, rows, sha256, zip }] of parts.entries()) {
        const content = read(name, zip)
        if ((await contentHash(content)) !== sha256) throw new BackupRefused('restoreDamaged', name)
        const part = partOf(name)
        if (part === null) throw new BackupRefused('restoreDamaged', name)
        if ('table' in part) checkRows(part.table, name, content, rows, rowProblem)
        onProgress(at + 1, parts.length)
      }
    },
    *parts() {
      for (const { name, zip } of parts) {
        const part = partOf(name)
        const content = read(name, zip)
        if (part === null) throw new BackupRefused('restoreDamaged', name)
        if ('blob' in part) yield { blob: part.blob, bytes: content.slice().buffer }
        else for (const rows of pagesOf(name, content)) yield { table: part.table, rows }
      }
    },
  }
}

function checkRows(table: string, name: string, content: Uint8Array, promised: number, rowProblem: RowCheck): void {
  let found = 0
  for (const rows of pagesOf(name, content))
    for (const row of rows) {
      found += 1
      const problem = rowProblem(table, row)
      if (problem !== null) throw new BackupRefused('restoreWrongRecord', whereIn(table, found, row, problem))
    }
  if (found !== promised) throw new BackupRefused('restoreDamaged', name)
}

/** Names a field of a record by the id people can search for, or by its place where it has none. */
const whereIn = (table: string, place: number, row: unknown, field: string): string => {
  const id = (row as { readonly id?: unknown } | null)?.id
  return [table, typeof id === 'string' ? id : String(place), field].filter((part) => part !== '').join(' · ')
}

/** The rows of a part, some at a time. */
const pagesOf = (name: string, content: Uint8Array): Generator<unknown[]> =>
  jsonPages(content, () => new BackupRefused('restoreDamaged', name))

/** @throws BackupRefused when the part is larger than one part may be */
function contentOf(source: ByteSource, entry: ZipEntry, { entryBytes }: BackupLimits): Uint8Array | null {
  if (entry.uncompressedBytes > entryBytes || entry.compressedBytes > entryBytes)
    throw new BackupRefused('backupTooLarge', entry.name)
  return zipContent(source, entry)
}
