/** The backup thread as the screens see it: it exists while a backup is written or taken in. */
import type { AboutBackup } from './backup'
import type { OnBackupStage, RestoredBackup, SavedBackup } from './backupAnswers'
import type { BackupApi } from './backup.worker'
import { runInThread, type ThreadTask } from './threadTask'

const newThread = (): Worker => new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })

export const saveBackup = (
  place: FileSystemFileHandle | null,
  about: AboutBackup,
  onStage: OnBackupStage,
): ThreadTask<SavedBackup> =>
  runInThread<BackupApi, Parameters<OnBackupStage>[0], SavedBackup>(newThread(), onStage, (thread, tell) =>
    thread.save(place, about, tell),
  )

export const restoreBackup = (file: File, onStage: OnBackupStage): ThreadTask<RestoredBackup> =>
  runInThread<BackupApi, Parameters<OnBackupStage>[0], RestoredBackup>(newThread(), onStage, (thread, tell) =>
    thread.restore(file, tell),
  )
