/** The package thread as the screens see it: it exists while a package is made, looked into or taken in. */
import type { Parting } from '../domain/partedDevice'
import type { Person } from '../domain/person'
import type {
  DeviceMadeNew,
  OnPackageStage,
  PackageMade,
  PackageSeen,
  PackageStage,
  PackageTaken,
  RestoredOlder,
} from './packageAnswers'
import type { PackageApi } from './package.worker'
import type { MakingPackage } from './packages'
import { runInThread, type ThreadTask } from './threadTask'

const newThread = (): Worker => new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' })

const inThread = <T>(
  onStage: OnPackageStage,
  work: Parameters<typeof runInThread<PackageApi, PackageStage, T>>[2],
): ThreadTask<T> => runInThread<PackageApi, PackageStage, T>(newThread(), onStage, work)

/** @param place a file the person chose; null makes one for the page to hand on */
export const makePackage = (
  making: MakingPackage,
  onStage: OnPackageStage,
  place: FileSystemFileHandle | null = null,
): ThreadTask<PackageMade> => inThread<PackageMade>(onStage, (thread, tell) => thread.make(making, place, tell))

export const lookIntoPackage = (file: File, passphrase: string, onStage: OnPackageStage): ThreadTask<PackageSeen> =>
  inThread<PackageSeen>(onStage, (thread, tell) => thread.look(file, passphrase, tell))

/** @param file what looking into it answered */
export const takePackageIn = (
  file: Blob,
  person: Person,
  acceptsKey: boolean,
  onStage: OnPackageStage,
): ThreadTask<PackageTaken> =>
  inThread<PackageTaken>(onStage, (thread, tell) => thread.takeIn(file, person, acceptsKey, tell))

/** A backup of an earlier version into an empty database. */
export const restoreOlderBackup = (file: Blob, onStage: OnPackageStage): ThreadTask<RestoredOlder> =>
  inThread<RestoredOlder>(onStage, (thread, tell) => thread.restoreOlder(file, tell))

/** @param parting from where on changes were written here alone; null: none were since the store was copied */
export const becomeNewDevice = (
  parting: Parting | null,
  person: Person,
  onStage: OnPackageStage,
): ThreadTask<DeviceMadeNew> => inThread<DeviceMadeNew>(onStage, (thread) => thread.becomeNew(parting, person))
