/** The thread a package is made, looked into and taken in. To cancel, the client ends it: what is not finished is not stored. */
import { expose } from 'comlink'
import { CommandRefused } from '../domain/commandTrouble'
import { deviceCode } from '../domain/deviceId'
import type { Parting } from '../domain/partedDevice'
import type { Person } from '../domain/person'
import { BackupRefused } from '../exchange/backup/backupFormat'
import { isOlderBackup } from '../exchange/backup/openBackup'
import type { ByteSource } from '../exchange/open/byteSource'
import { PackageRefused } from '../exchange/package/packageRefused'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { becomeNewDevice } from '../store/becomeNewDevice'
import { isEmpty, SameDeviceTwice } from '../store/takeIn'
import { checkBackup, packageOfBackup, restoreBackup } from './olderBackup'
import type {
  DeviceMadeNew,
  OnPackageStage,
  PackageMade,
  PackageSeen,
  PackageTaken,
  RestoredOlder,
  Troubled,
} from './packageAnswers'
import {
  checkedPackage,
  KeyNotAccepted,
  makePackage,
  partedInPackage,
  previewPackage,
  takePackageIn,
  type MakingPackage,
} from './packages'
import { sourceOfFile, targetAt, targetInBrowser } from './threadFiles'
import { sparingly } from './threadTask'

async function troubled(error: unknown, source: ByteSource | null = null): Promise<Troubled> {
  if (error instanceof PackageRefused)
    return { ok: false, trouble: { kind: 'refused', problem: error.problem, where: error.where } }
  if (error instanceof BackupRefused)
    return { ok: false, trouble: { kind: 'older', problem: error.problem, where: error.where } }
  if (error instanceof SameDeviceTwice) {
    const [code, parting] = [deviceCode(error.device), source === null ? null : await partedInPackage(source)]
    return { ok: false, trouble: { kind: 'same-device', code, number: error.number, parting } }
  }
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
      return { ...(await troubled(error)), isWritten }
    }
  },
  async look(file: File, passphrase: string, onStage: OnPackageStage): Promise<PackageSeen> {
    let source: ByteSource | null = null
    try {
      const tell = sparingly(onStage)
      const given = sourceOfFile(file)
      const isOlder = isOlderBackup(given)
      if (isOlder && (await isEmpty())) return { ok: true, file, older: (await checkBackup(given, tell)).manifest }
      const opened = isOlder ? await asPackage(given, tell) : await unsealed(file, passphrase, tell)
      source = sourceOfFile(opened)
      return { ok: true, file: opened, isOlder, preview: await previewPackage(source, tell) }
    } catch (error) {
      return troubled(error, source)
    }
  },
  /** @param file what `look` answered */
  async takeIn(file: Blob, person: Person, acceptsKey: boolean, onStage: OnPackageStage): Promise<PackageTaken> {
    const source = sourceOfFile(file)
    try {
      return { ok: true, ...(await takePackageIn(source, person, acceptsKey, sparingly(onStage))) }
    } catch (error) {
      return troubled(error, source)
    }
  },
  /** A backup of an earlier version into an empty database. */
  async restoreOlder(file: Blob, onStage: OnPackageStage): Promise<RestoredOlder> {
    const source = sourceOfFile(file)
    try {
      return { ok: true, ...(await restoreBackup(source, sparingly(onStage))) }
    } catch (error) {
      return troubled(error, source)
    }
  },
  async becomeNew(parting: Parting | null, person: Person): Promise<DeviceMadeNew> {
    try {
      const { device, renamed } = await becomeNewDevice(parting, person)
      return { ok: true, code: deviceCode(device), renamed }
    } catch (error) {
      return troubled(error)
    }
  },
}

export type PackageApi = typeof api

expose(api)
