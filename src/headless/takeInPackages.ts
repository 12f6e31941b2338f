/** Packages taken in by an empty store in memory, with the code of the program, to see what they add up to. */
import 'fake-indexeddb/auto'
import { localPerson } from '../domain/person'
import { canonicalDump, type CanonicalDump } from '../store/canonicalDump'
import { FracasDatabase } from '../store/database'
import { openPackageFile } from './openPackageFile'
import { takePackageIn } from '../workers/packages'

export interface TakenInPackages {
  readonly files: readonly { readonly file: string; readonly entries: number; readonly known: number }[]
  /** Values that devices disagree on. */
  readonly disputes: number
  readonly dump: CanonicalDump
}

/**
 * @throws PackageRefused for the first file that is not taken in
 */
export async function takeInPackages(paths: readonly string[], passphrase: string): Promise<TakenInPackages> {
  const db = new FracasDatabase('packages')
  // Nobody reads on; a number that stands twice is told apart as on any device.
  const person = localPerson('命令行', 'QAL')
  const files = []
  for (const path of paths)
    files.push(
      await openPackageFile(path, passphrase, async (source) => ({
        file: path,
        ...(await takePackageIn(source, person, true, () => undefined, undefined, db)),
      })),
    )
  const disputes = (await db.conflicts.toArray()).reduce((sum, { fields }) => sum + fields.length, 0)
  const dump = await canonicalDump(db)
  db.close()
  return { files, disputes, dump }
}
