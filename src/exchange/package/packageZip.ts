/** A package as a zip: what its directory claims is looked at before anything of it is believed or unpacked. */
import { zipContent } from '../open/zipContent'
import { beginsAsZip, claimedParts, zipDirectoryOf, type ZipEntry } from '../open/zipDirectory'
import type { ByteSource } from '../open/byteSource'
import { MANIFEST, MOST_RATIO, SIGNATURE, SMALL_PART, type PackageLimits, type PackageManifest } from './packageFormat'
import { PackageRefused } from './packageRefused'
import { manifestFrom } from './readManifest'

/** Twice 32 bytes. */
const SIGNATURE_BYTES = 64

export interface PackageZip {
  readonly manifest: PackageManifest
  readonly manifestBytes: Uint8Array<ArrayBuffer>
  /** Null where the file has none. */
  readonly signature: Uint8Array<ArrayBuffer> | null
  /**
   * A part the manifest names, whole.
   * @throws PackageRefused when it is not what the directory says
   */
  readonly read: (name: string) => Uint8Array
}

/**
 * @throws PackageRefused when it is no package, is cut short, of a newer format or larger than the limits, or when its parts are
 * not those the manifest names
 */
export function packageZipOf(source: ByteSource, limits: PackageLimits): PackageZip {
  if (claimedParts(source) > limits.entries + 2) throw new PackageRefused('packageTooLarge')
  const directory = zipDirectoryOf(source)
  if (directory === null) throw new PackageRefused(beginsAsZip(source) ? 'packageCut' : 'packageNotOne')
  const { entries } = directory
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const read = (name: string): Uint8Array<ArrayBuffer> => {
    const entry = byName.get(name)
    const content = entry === undefined ? null : zipContent(source, entry)
    if (content === null) throw new PackageRefused('packageDamaged', name)
    return content as Uint8Array<ArrayBuffer>
  }
  const described = byName.get(MANIFEST)
  if (described === undefined) throw new PackageRefused('packageNotOne')
  checkClaim(described, limits.manifestBytes)
  const manifestBytes = read(MANIFEST)
  const manifest = manifestFrom(manifestBytes, limits)
  for (const entry of entries) checkClaim(entry, limits.entryBytes)
  checkNames(entries, manifest)
  checkPlaces(entries, source.size)
  return { manifest, manifestBytes, signature: byName.has(SIGNATURE) ? read(SIGNATURE) : null, read }
}

function checkClaim({ name, compressedBytes, uncompressedBytes }: ZipEntry, most: number): void {
  const isOutOfProportion = uncompressedBytes > SMALL_PART && uncompressedBytes > MOST_RATIO * compressedBytes
  if (uncompressedBytes > most || compressedBytes > most || isOutOfProportion)
    throw new PackageRefused('packageTooLarge', name)
}

/** Every part that is named is there, once and in its size, and no other. */
function checkNames(entries: readonly ZipEntry[], { entries: named, publicKey }: PackageManifest): void {
  const seen = new Set<string>()
  for (const { name, uncompressedBytes } of entries) {
    const isExpected =
      name === MANIFEST ||
      (name === SIGNATURE && publicKey !== null && uncompressedBytes === SIGNATURE_BYTES) ||
      (Object.hasOwn(named, name) && named[name]?.bytes === uncompressedBytes)
    if (seen.has(name) || !isExpected) throw new PackageRefused('packageDamaged', name)
    seen.add(name)
  }
  const missing = Object.keys(named).find((name) => !seen.has(name))
  if (missing !== undefined) throw new PackageRefused('packageDamaged', missing)
}

/** Parts lie one behind the other: bytes that served two of them would unpack to more than there is. */
function checkPlaces(entries: readonly ZipEntry[], size: number): void {
  let end = 0
  for (const { name, offset, compressedBytes } of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (offset < end || offset + compressedBytes > size) throw new PackageRefused('packageDamaged', name)
    end = offset + compressedBytes
  }
}
