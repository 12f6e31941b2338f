/** The backup thread as the screens see it: it exists while a backup is written or taken in. */
import { wrap, type ProxyMarked, type Remote } from 'comlink'
import type { AboutBackup } from './backup'
import type { OnBackupStage, RestoredBackup, SavedBackup } from './backupAnswers'
import type { BackupApi } from './backup.worker'
import { followed } from './followed'

export class BackupCancelled extends Error {
  override name = 'BackupCancelled'
}

export interface BackupTask<T> {
  /** Rejects with BackupCancelled after `cancel`, and with what went wrong when the thread dies. */
  readonly result: Promise<T>
  /** Ends the thread; what it had not finished is not stored. */
  readonly cancel: () => void
}

function run<T>(
  onStage: OnBackupStage,
  work: (thread: Remote<BackupApi>, onStage: OnBackupStage & ProxyMarked) => Promise<T>,
): BackupTask<T> {
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' })
  let end: (why: Error) => void = () => undefined
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject
  })
  worker.addEventListener('error', (event) => end(new Error(event.message || 'the backup thread has died')))
  worker.addEventListener('messageerror', () => end(new Error('an answer of the backup thread was unreadable')))
  const result = followed(onStage, (tell) => Promise.race([work(wrap<BackupApi>(worker), tell), ended])).finally(() =>
    worker.terminate(),
  )
  return { result, cancel: () => end(new BackupCancelled('cancelled')) }
}

export const saveBackup = (
  place: FileSystemFileHandle | null,
  about: AboutBackup,
  onStage: OnBackupStage,
): BackupTask<SavedBackup> => run<SavedBackup>(onStage, (thread, tell) => thread.save(place, about, tell))

export const restoreBackup = (file: File, onStage: OnBackupStage): BackupTask<RestoredBackup> =>
  run<RestoredBackup>(onStage, (thread, tell) => thread.restore(file, tell))
