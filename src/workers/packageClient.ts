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
} from './packageAnswers'
import type { PackageApi } from './package.worker'
import type { MakingPackage } from './packages'
import { runInThread, type ThreadTask } from './threadTask'

const newThread = (): Worker => new Worker(new URL('./package.worker.ts', import.meta.url), { type: 'module' })

export const makePackage = (making: MakingPackage, onStage: OnPackageStage): ThreadTask<PackageMade> =>
  runInThread<PackageApi, PackageStage, PackageMade>(newThread(), onStage, (thread, tell) => thread.make(making, tell))

export const lookIntoPackage = (file: File, passphrase: string, onStage: OnPackageStage): ThreadTask<PackageSeen> =>
  runInThread<PackageApi, PackageStage, PackageSeen>(newThread(), onStage, (thread, tell) =>
    thread.look(file, passphrase, tell),
  )

export const takePackageIn = (
  file: File,
  passphrase: string,
  person: Person,
  acceptsKey: boolean,
  onStage: OnPackageStage,
): ThreadTask<PackageTaken> =>
  runInThread<PackageApi, PackageStage, PackageTaken>(newThread(), onStage, (thread, tell) =>
    thread.takeIn(file, passphrase, person, acceptsKey, tell),
  )

/** @param parting from where on changes were written here alone; null: none were since the store was copied */
export const becomeNewDevice = (
  parting: Parting | null,
  person: Person,
  onStage: OnPackageStage,
): ThreadTask<DeviceMadeNew> =>
  runInThread<PackageApi, PackageStage, DeviceMadeNew>(newThread(), onStage, (thread) =>
    thread.becomeNew(parting, person),
  )
