/** Why a package is not written or not taken in. */
export const PACKAGE_PROBLEMS = [
  /** Not a package of ours at all. */
  'packageNotOne',
  /** It ends before its end. */
  'packageCut',
  /** Its format or its database is newer than this program. */
  'packageNewer',
  /** A part is missing, is not what the manifest says, or is not in the manifest. */
  'packageDamaged',
  /** The signature is not that of its manifest. */
  'packageTampered',
  /** More than the limits allow. */
  'packageTooLarge',
  'packageNeedsPassphrase',
  'packageWrongPassphrase',
  /** An entry is not what its part holds. */
  'packageWrongRecord',
] as const
export type PackageProblem = (typeof PACKAGE_PROBLEMS)[number]

/** A package that is not written or not taken in, and where it fails: a part of the file, an entry and its field. */
export class PackageRefused extends Error {
  override name = 'PackageRefused'

  constructor(
    readonly problem: PackageProblem,
    readonly where = '',
  ) {
    super(`${problem} ${where}`.trim())
  }
}
