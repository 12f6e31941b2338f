/** What the backup thread says to the page. */
import type { BackupProblem } from '../exchange/backup/backupFormat'
import type { WrittenBackup } from './backup'

export type BackupStage = 'writing' | 'checking' | 'storing'
/** @param fraction of the stage that is done, 0 to 1 */
export type OnBackupStage = (stage: BackupStage, fraction: number) => void

export interface RefusedBackup {
  readonly ok: false
  readonly problem: BackupProblem
  /** The part of the file, or the table, record and field. */
  readonly where: string
  /** A backup that was written, but is not right when read back. */
  readonly isWritten?: boolean
}

/** `file` is what the page hands to the browser; null where it stands already where the person wanted it. */
export type SavedBackup = ({ readonly ok: true; readonly file: Blob | null } & WrittenBackup) | RefusedBackup
export type RestoredBackup =
  | {
      readonly ok: true
      readonly rows: number
      /** Rows that lost characters no text may hold. */ readonly cleaned: number
    }
  | RefusedBackup
