/** What the package thread says to the page. */
import type { PackageProblem } from '../exchange/package/packageRefused'
import type { PartedHere } from '../store/becomeNewDevice'
import type { MadePackage, PackagePreview } from './packages'

export type PackageStage = 'opening' | 'reading' | 'checking' | 'storing'
/** @param fraction of the stage that is done, 0 to 1 */
export type OnPackageStage = (stage: PackageStage, fraction: number) => void

export type PackageTrouble =
  /** The file is not taken in as it is; `where` names the part, the entry, the field. */
  | { readonly kind: 'refused'; readonly problem: PackageProblem; readonly where: string }
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
}

export type PackageMade = ({ readonly ok: true; readonly file: Blob } & MadePackage) | Troubled
export type PackageSeen = { readonly ok: true; readonly preview: PackagePreview } | Troubled
export type PackageTaken = { readonly ok: true; readonly entries: number; readonly known: number } | Troubled
export type DeviceMadeNew = { readonly ok: true; readonly code: string; readonly renamed: number } | Troubled
