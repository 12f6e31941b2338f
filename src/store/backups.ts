/** What is known of the backup files this device has saved or was restored from. */
import { database, type FracasDatabase, type PackageNote } from './database'

/** Is this what a backup says it is about? */
export const isBackup = (about: PackageNote['about']): boolean =>
  typeof about === 'object' && about !== null && 'kind' in about && about['kind'] === 'backup'

export interface BackupState {
  /** When the last backup file was made, in milliseconds; null when there is none. */
  readonly at: number | null
  /** Entries of the log that are in no backup file. */
  readonly entries: number
  /** When the first of them was written; null when there are none. */
  readonly since: number | null
}

export async function backupState(db: FracasDatabase = database): Promise<BackupState> {
  const notes = (await db.packages.toArray()).flatMap(({ backup }) => backup ?? [])
  const last = notes.reduce<NonNullable<PackageNote['backup']> | null>(
    (best, one) => (best === null || one.upTo > best.upTo ? one : best),
    null,
  )
  const open = db.changes.where('seq').above(last?.upTo ?? 0)
  return { at: last?.at ?? null, entries: await open.count(), since: (await open.first())?.at ?? null }
}

/** So long a change may be in no file before somebody is reminded. */
const DUE_AFTER_MS = 7 * 24 * 3600 * 1000

/** @param now in milliseconds */
export const isBackupDue = ({ since }: BackupState, now: number): boolean =>
  since !== null && now - since > DUE_AFTER_MS
