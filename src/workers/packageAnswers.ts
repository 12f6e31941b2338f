/** What the package thread says to the page. */
import type { BackupManifest, BackupProblem } from '../exchange/backup/backupFormat'
import type { PackageProblem } from '../exchange/package/packageRefused'
import type { PartedHere } from '../store/becomeNewDevice'
import type { MadePackage, PackagePreview } from './packages'

export type PackageStage = 'opening' | 'reading' | 'checking' | 'storing'
/** @param fraction of the stage that is done, 0 to 1 */
export type OnPackageStage = (stage: PackageStage, fraction: number) => void

export type PackageTrouble =
  /** The file is not taken in as it is; `where` names the part, the entry, the field. */
  | { readonly kind: 'refused'; readonly problem: PackageProblem; readonly where: string }
  /** The same, of a backup of an earlier version. */
  | { readonly kind: 'older'; readonly problem: BackupProblem; readonly where: string }
  /** One device is used by two stores. */
  | {
      readonly kind: 'same-device'
      readonly code: string
      readonly number: number
      /** Where this store parted from the other; null when the id is none of its own. */
      readonly parting: PartedHere | null
    }
  /** Its key is not known, is another one than before, or was revoked. */
  | { readonly kind: 'key'; readonly state: 'new' | 'other' | 'revoked' }
  /** Whoever is at the device may not. */
  | { readonly kind: 'not-permitted' }

export interface Troubled {
  readonly ok: false
  readonly trouble: PackageTrouble
  /** A backup that was written, but is not right when read back. */
  readonly isWritten?: boolean
}

/** `file` is null where it stands already where the person wanted it. */
export type PackageMade = ({ readonly ok: true; readonly file: Blob | null } & MadePackage) | Troubled
/** `file` is what can be taken in: opened with its passphrase, made into a package where it was none (`isOlder`). */
export type PackageSeen =
  | { readonly ok: true; readonly file: Blob; readonly preview: PackagePreview; readonly isOlder: boolean }
  /** A backup of an earlier version, for the empty database there is. */
  | { readonly ok: true; readonly file: Blob; readonly older: BackupManifest }
  | Troubled
export type PackageTaken =
  { readonly ok: true; readonly entries: number; readonly known: number; readonly drafts: number } | Troubled
export type RestoredOlder =
  | {
      readonly ok: true
      readonly rows: number
      /** Rows that lost characters no text may hold. */
      readonly cleaned: number
    }
  | Troubled
export type DeviceMadeNew = { readonly ok: true; readonly code: string; readonly renamed: number } | Troubled
