/**
 * A backup is a zip: `manifest.json` (format, version, when, counts, sha-256 of every other entry), one text of JSON lines
 * per table of the database, and attached files under `blobs/` by their sha-256. What the manifest does not vouch for is
 * not taken in.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export const BACKUP_FORMAT = 'bihuan-fracas-backup'
export const BACKUP_VERSION = 1
/** Unpacked size beyond which a file is refused instead of filling the memory. */
const LARGEST_UNPACKED = 1_500_000_000
const MOST_ENTRIES = 100_000
const BLOBS = 'blobs/'

export interface BackupManifest {
  readonly format: string
  readonly version: number
  readonly schema: number
  readonly savedAt: string
  readonly build: string
  readonly entries: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>>
}

export type BackupTables = Readonly<Record<string, readonly unknown[]>>
/** Attached files by their sha-256. */
export type BackupBlobs = ReadonlyMap<string, Uint8Array>
export type BackupProblem = 'restoreNotABackup' | 'restoreNewer' | 'restoreDamaged'
export type ReadBackup =
  | { readonly ok: true; readonly manifest: BackupManifest; readonly tables: BackupTables; readonly blobs: BackupBlobs }
  | { readonly ok: false; readonly problem: BackupProblem }

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export async function writeBackup(
  tables: BackupTables,
  blobs: BackupBlobs,
  about: Pick<BackupManifest, 'schema' | 'savedAt' | 'build'>,
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {}
  const entries: Record<string, { rows: number; sha256: string }> = {}
  for (const [table, rows] of Object.entries(tables)) {
    const bytes = strToU8(rows.map((row) => JSON.stringify(row)).join('\n'))
    files[`${table}.ndjson`] = bytes
    entries[`${table}.ndjson`] = { rows: rows.length, sha256: await sha256(bytes) }
  }
  for (const [sha256, bytes] of blobs) {
    files[BLOBS + sha256] = bytes
    entries[BLOBS + sha256] = { rows: 1, sha256 }
  }
  const manifest: BackupManifest = { format: BACKUP_FORMAT, version: BACKUP_VERSION, ...about, entries }
  return zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest, null, 1)), ...files }, { level: 6 })
}

export async function readBackup(bytes: Uint8Array): Promise<ReadBackup> {
  let files: Record<string, Uint8Array>
  try {
    let unpacked = 0
    let count = 0
    files = unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize
        count += 1
        if (unpacked > LARGEST_UNPACKED || count > MOST_ENTRIES) throw new RangeError('too large')
        return true
      },
    })
  } catch {
    return { ok: false, problem: 'restoreNotABackup' }
  }
  let manifest: BackupManifest
  try {
    manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as BackupManifest
  } catch {
    return { ok: false, problem: 'restoreNotABackup' }
  }
  if (manifest.format !== BACKUP_FORMAT) return { ok: false, problem: 'restoreNotABackup' }
  if (manifest.version > BACKUP_VERSION) return { ok: false, problem: 'restoreNewer' }
  const tables: Record<string, unknown[]> = {}
  const blobs = new Map<string, Uint8Array>()
  for (const [entry, { rows, sha256: expected }] of Object.entries(manifest.entries)) {
    const file = files[entry]
    if (file === undefined || (await sha256(file)) !== expected) return { ok: false, problem: 'restoreDamaged' }
    if (entry.startsWith(BLOBS)) {
      blobs.set(expected, file)
      continue
    }
    const text = strFromU8(file)
    const parsed = text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as unknown)
    if (parsed.length !== rows) return { ok: false, problem: 'restoreDamaged' }
    tables[entry.replace(/\.ndjson$/u, '')] = parsed
  }
  return { ok: true, manifest, tables, blobs }
}
