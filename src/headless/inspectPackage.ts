/** What a package says of itself, and what is wrong with it, without taking anything of it in. */
import type { ByteSource } from '../exchange/open/byteSource'
import { openPackage, type PackageSignature } from '../exchange/package/openPackage'
import type { PackageManifest } from '../exchange/package/packageFormat'
import { PackageRefused, type PackageProblem } from '../exchange/package/packageRefused'
import { packageSentence } from '../exchange/package/packageSentence'
import { isSealedFile, openPackageFile } from './openPackageFile'

export interface PackageReport {
  /** Was it protected by a passphrase? */
  readonly isSealed: boolean
  /** Null where the file does not even say what it holds. */
  readonly manifest: PackageManifest | null
  readonly signature: PackageSignature | null
  readonly fingerprint: string | null
  /** Why it would not be taken in; empty when nothing is wrong. */
  readonly problems: readonly {
    readonly problem: PackageProblem
    readonly where: string
    readonly zh: string
    readonly en: string
  }[]
}

type Found = { -readonly [Key in keyof PackageReport]: PackageReport[Key] }

/** The format is held against itself; whether a database knows the version of the records is for whoever takes them in. */
const ANY_SCHEMA = Number.MAX_SAFE_INTEGER

/** @throws the error of the system when the file cannot be opened */
export async function inspectPackage(path: string, passphrase = ''): Promise<PackageReport> {
  const found: Found = { isSealed: false, manifest: null, signature: null, fingerprint: null, problems: [] }
  try {
    found.isSealed = isSealedFile(path)
    await openPackageFile(path, passphrase, (source) => lookInto(source, found))
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
    const { problem, where } = error
    found.problems = [{ problem, where, zh: packageSentence(error, 'zh'), en: packageSentence(error, 'en') }]
  }
  return found
}

async function lookInto(source: ByteSource, found: Found): Promise<void> {
  const { manifest, signature, fingerprint, check } = await openPackage(source, ANY_SCHEMA)
  Object.assign(found, { manifest, signature, fingerprint })
  await check(
    () => null,
    () => undefined,
    () => false,
  )
}
