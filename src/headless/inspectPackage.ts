/** What a package says of itself, and what is wrong with it, without taking anything of it in. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from '../exchange/open/byteSource'
import { openPackage, type PackageSignature } from '../exchange/package/openPackage'
import type { PackageManifest } from '../exchange/package/packageFormat'
import { PackageRefused, type PackageProblem } from '../exchange/package/packageRefused'
import { packageSentence } from '../exchange/package/packageSentence'
import { isSealed } from '../exchange/package/seal/sealHeader'
import { unseal } from '../exchange/package/seal/unseal'
import { fileSource, sourceOfOpenFile } from './fileSource'

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
  const source = fileSource(path)
  try {
    found.isSealed = isSealed(source)
    if (found.isSealed) await unsealed(source, passphrase, (opened) => lookInto(opened, found))
    else await lookInto(source, found)
  } catch (error) {
    if (!(error instanceof PackageRefused)) throw error
    const { problem, where } = error
    found.problems = [{ problem, where, zh: packageSentence(error, 'zh'), en: packageSentence(error, 'en') }]
  } finally {
    source.close()
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

/** What was sealed is on disk only while it is looked at, readable by nobody else. */
async function unsealed(
  source: ByteSource,
  passphrase: string,
  look: (opened: ByteSource) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const file = openSync(join(folder, 'opened'), 'wx+', 0o600)
  try {
    // Without a name it is gone with this process, however that ends.
    remove(folder)
  } catch {
    // Some systems keep the name of an open file; there it goes at the end.
  }
  try {
    const write = (bytes: Uint8Array): Promise<void> => {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
      return Promise.resolve()
    }
    await unseal(source, passphrase, { write })
    await look(sourceOfOpenFile(file))
  } finally {
    closeSync(file)
    remove(folder)
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })
