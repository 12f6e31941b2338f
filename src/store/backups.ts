/** What is known of the backup files this device has saved. */
import { database, type FracasDatabase, type PackageNote } from './database'

/** Is this what a backup says it is about? */
export const isBackup = (about: PackageNote['about']): boolean =>
  typeof about === 'object' && about !== null && 'kind' in about && about['kind'] === 'backup'

export interface BackupState {
  /** When the last backup file was saved, in milliseconds; null when none was. */
  readonly at: number | null
  /** Entries of the log that are in no backup file of this device. */
  readonly entries: number
}

export async function backupState(db: FracasDatabase = database): Promise<BackupState> {
  const notes = await db.packages.filter(({ backedUpTo }) => backedUpTo !== undefined).toArray()
  const last = notes.reduce<PackageNote | null>((best, one) => (best === null || one.at > best.at ? one : best), null)
  const entries = await db.changes
    .where('seq')
    .above(last?.backedUpTo ?? 0)
    .count()
  return { at: last?.at ?? null, entries }
}
