/** The thread a package is made, looked into and taken in. To cancel, the client ends it: what is not finished is not stored. */
import { expose } from 'comlink'
import { CommandRefused } from '../domain/commandTrouble'
import { deviceCode } from '../domain/deviceId'
import type { Parting } from '../domain/partedDevice'
import type { Person } from '../domain/person'
import type { ByteSource } from '../exchange/open/byteSource'
import { PackageRefused } from '../exchange/package/packageRefused'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { becomeNewDevice } from '../store/becomeNewDevice'
import { SameDeviceTwice } from '../store/takeIn'
import { sourceOfFile, targetInBrowser } from './backupFiles'
import type { DeviceMadeNew, OnPackageStage, PackageMade, PackageSeen, PackageTaken, Troubled } from './packageAnswers'
import {
  KeyNotAccepted,
  makePackage,
  partedInPackage,
  previewPackage,
  takePackageIn,
  type MakingPackage,
} from './packages'
import { sparingly } from './threadTask'

async function troubled(error: unknown, source: ByteSource | null = null): Promise<Troubled> {
  if (error instanceof PackageRefused)
    return { ok: false, trouble: { kind: 'refused', problem: error.problem, where: error.where } }
  if (error instanceof SameDeviceTwice) {
    const [code, parting] = [deviceCode(error.device), source === null ? null : await partedInPackage(source)]
    return { ok: false, trouble: { kind: 'same-device', code, number: error.number, parting } }
  }
  if (error instanceof KeyNotAccepted) return { ok: false, trouble: { kind: 'key', state: error.state } }
  if (error instanceof CommandRefused) return { ok: false, trouble: { kind: 'not-permitted' } }
  throw error
}

/** A sealed file is opened into one the browser keeps. */
async function opened(file: File, passphrase: string, onStage: OnPackageStage): Promise<ByteSource> {
  const source = sourceOfFile(file)
  if (!isSealed(source)) return source
  const target = targetInBrowser()
  await unseal(source, passphrase, target, {
    onProgress: (done, all) => onStage('opening', all === 0 ? 1 : done / all),
  })
  return sourceOfFile(await target.finish())
}

const api = {
  async make(making: MakingPackage, onStage: OnPackageStage): Promise<PackageMade> {
    try {
      const target = targetInBrowser()
      const made = await makePackage(target, making, sparingly(onStage))
      return { ok: true, file: await target.finish(), ...made }
    } catch (error) {
      return troubled(error)
    }
  },
  async look(file: File, passphrase: string, onStage: OnPackageStage): Promise<PackageSeen> {
    let source: ByteSource | null = null
    try {
      const tell = sparingly(onStage)
      source = await opened(file, passphrase, tell)
      return { ok: true, preview: await previewPackage(source, tell) }
    } catch (error) {
      return troubled(error, source)
    }
  },
  async takeIn(
    file: File,
    passphrase: string,
    person: Person,
    acceptsKey: boolean,
    onStage: OnPackageStage,
  ): Promise<PackageTaken> {
    let source: ByteSource | null = null
    try {
      const tell = sparingly(onStage)
      source = await opened(file, passphrase, tell)
      return { ok: true, ...(await takePackageIn(source, person, acceptsKey, tell)) }
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
