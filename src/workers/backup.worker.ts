/** The thread a backup is written, checked and taken in. To cancel, the client ends it: what is not finished is not stored. */
import { expose } from 'comlink'
import { BackupRefused } from '../exchange/backup/backupFormat'
import { checkBackup, restoreBackup, writeBackup, type AboutBackup } from './backup'
import type { OnBackupStage, RefusedBackup, RestoredBackup, SavedBackup } from './backupAnswers'
import { sourceOfFile, targetAt, targetInBrowser } from './backupFiles'
import { sparingly } from './threadTask'

function refused(error: unknown): RefusedBackup {
  if (!(error instanceof BackupRefused)) throw error
  return { ok: false, problem: error.problem, where: error.where }
}

const api = {
  /** @param place a file the person chose; null makes one for the browser to download */
  async save(place: FileSystemFileHandle | null, about: AboutBackup, onStage: OnBackupStage): Promise<SavedBackup> {
    const tell = sparingly(onStage)
    const target = place === null ? targetInBrowser() : await targetAt(place)
    let isWritten = false
    try {
      const written = await writeBackup(target, about, tell)
      const file = await target.finish()
      isWritten = true
      await checkBackup(sourceOfFile(file), tell)
      return { ok: true, file: place === null ? file : null, ...written }
    } catch (error) {
      if (!isWritten) await target.abandon()
      return { ...refused(error), isWritten }
    }
  },
  async restore(file: File, onStage: OnBackupStage): Promise<RestoredBackup> {
    try {
      return { ok: true, ...(await restoreBackup(sourceOfFile(file), sparingly(onStage))) }
    } catch (error) {
      return refused(error)
    }
  },
}

export type BackupApi = typeof api

expose(api)
