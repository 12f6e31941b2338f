/** The thread a package is made, looked into and taken in. To cancel, the client ends it: what is not finished is not stored. */
import { expose } from 'comlink'
import { CommandRefused } from '../domain/commandTrouble'
import { deviceCode } from '../domain/deviceId'
import type { Person } from '../domain/person'
import { BackupRefused } from '../exchange/backup/backupFormat'
import { isOlderBackup } from '../exchange/backup/openBackup'
import type { ByteSource } from '../exchange/open/byteSource'
import { PackageRefused } from '../exchange/package/packageRefused'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { isEmpty, SameDeviceTwice } from '../store/takeIn'
import { checkBackup, packageOfBackup, restoreBackup } from './olderBackup'
import type { OnPackageStage, PackageMade, PackageSeen, PackageTaken, RestoredOlder, Troubled } from './packageAnswers'
import {
  checkedPackage,
  KeyNotAccepted,
  makePackage,
  previewPackage,
  takePackageIn,
  type MakingPackage,
} from './packages'
import { sourceOfFile, targetAt, targetInBrowser } from './threadFiles'
import { sparingly } from './threadTask'

function troubled(error: unknown): Troubled {
  if (error instanceof PackageRefused)
    return { ok: false, trouble: { kind: 'refused', problem: error.problem, where: error.where } }
  if (error instanceof BackupRefused)
    return { ok: false, trouble: { kind: 'older', problem: error.problem, where: error.where } }
  if (error instanceof SameDeviceTwice)
    return { ok: false, trouble: { kind: 'same-device', code: deviceCode(error.device), number: error.number } }
  if (error instanceof KeyNotAccepted) return { ok: false, trouble: { kind: 'key', state: error.state } }
  if (error instanceof CommandRefused) return { ok: false, trouble: { kind: 'not-permitted' } }
  throw error
}

/** A sealed file, opened into one the browser keeps; any other as it is. */
async function unsealed(file: Blob, passphrase: string, onStage: OnPackageStage): Promise<Blob> {
  const source = sourceOfFile(file)
  if (!isSealed(source)) return file
  const target = targetInBrowser()
  await unseal(source, passphrase, target, {
    onProgress: (done, all) => onStage('opening', all === 0 ? 1 : done / all),
  })
  return target.finish()
}

/** A backup of an earlier version, made into a package the browser keeps. */
async function asPackage(source: ByteSource, onStage: OnPackageStage): Promise<Blob> {
  const target = targetInBrowser()
  await packageOfBackup(source, target, onStage)
  return target.finish()
}

const api = {
  /**
   * Makes a package, and reads a backup back from its first byte to its last.
   * @param place a file the person chose; null makes one for the page to hand on
   */
  async make(making: MakingPackage, place: FileSystemFileHandle | null, onStage: OnPackageStage): Promise<PackageMade> {
    const tell = sparingly(onStage)
    let abandon = (): Promise<void> => Promise.resolve()
    let isWritten = false
    try {
      const target = place === null ? targetInBrowser() : await targetAt(place)
      abandon = target.abandon
      const made = await makePackage(target, making, tell)
      const file = await target.finish()
      isWritten = true
      if (making.choice.kind === 'backup')
        await checkedPackage(sourceOfFile(await unsealed(file, making.passphrase, tell)), tell)
      return { ok: true, file: place === null ? file : null, ...made }
    } catch (error) {
      if (!isWritten) await abandon()
      return { ...troubled(error), isWritten }
    }
  },
  async look(file: File, passphrase: string, onStage: OnPackageStage): Promise<PackageSeen> {
    try {
      const tell = sparingly(onStage)
      const source = sourceOfFile(file)
      if (isOlderBackup(source) && (await isEmpty()))
        return { ok: true, file, older: (await checkBackup(source, tell)).manifest }
      const isOlder = isOlderBackup(source)
      const opened = isOlder ? await asPackage(source, tell) : await unsealed(file, passphrase, tell)
      return { ok: true, file: opened, isOlder, preview: await previewPackage(sourceOfFile(opened), tell) }
    } catch (error) {
      return troubled(error)
    }
  },
  /** @param file what `look` answered */
  async takeIn(file: Blob, person: Person, acceptsKey: boolean, onStage: OnPackageStage): Promise<PackageTaken> {
    try {
      return { ok: true, ...(await takePackageIn(sourceOfFile(file), person, acceptsKey, sparingly(onStage))) }
    } catch (error) {
      return troubled(error)
    }
  },
  /** A backup of an earlier version into an empty database. */
  async restoreOlder(file: Blob, onStage: OnPackageStage): Promise<RestoredOlder> {
    try {
      return { ok: true, ...(await restoreBackup(sourceOfFile(file), sparingly(onStage))) }
    } catch (error) {
      return troubled(error)
    }
  },
}

export type PackageApi = typeof api

expose(api)
