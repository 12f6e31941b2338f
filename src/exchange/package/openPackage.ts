/**
 * A package, opened. Everything about it can be checked before anything of it is stored; its parts are then read one by one and
 * at once, because a transaction that waits for something else ends.
 */
import type { ImportedRows } from '../../domain/importBatch'
import { contentHash } from '../archive/contentHash'
import { jsonPages } from '../archive/jsonPages'
import type { ByteSource } from '../open/byteSource'
import { isSameRanges, NumberRanges } from './numberRanges'
import { changeProblem, rowsProblem, whereIn, type EntryCheck } from './packageEntry'
import {
  MANIFEST,
  PACKAGE_LIMITS,
  partOf,
  SIGNATURE,
  type PackagedChange,
  type PackageEntry,
  type PackageLimits,
  type PackageManifest,
  type PartName,
} from './packageFormat'
import { fingerprintOf, isSignedBy } from './packageKey'
import { PackageRefused } from './packageRefused'
import { packageZipOf, type PackageZip } from './packageZip'
import { isSealed } from './seal/sealHeader'

/** `bad`: the manifest is not what the owner of the key signed. `good` says who made the package only to those who know the key. */
export type PackageSignature = 'unsigned' | 'good' | 'bad'

export interface OpenPackage {
  readonly manifest: PackageManifest
  readonly signature: PackageSignature
  /** Of the key that signed it; null where it is unsigned. */
  readonly fingerprint: string | null
  /**
   * Reads the whole file once and holds it against its manifest, and every entry against what it must be.
   * @returns whether it came to the end; false when it was cancelled
   * @throws PackageRefused with the first thing that is wrong
   */
  readonly check: (
    entryProblem: EntryCheck,
    onProgress: (doneBytes: number, allBytes: number) => void,
    isCancelled: () => boolean,
  ) => Promise<boolean>
  /** The changes, some at a time, in the order of the sender's log. */
  readonly changes: () => Generator<readonly PackagedChange[]>
  readonly rows: () => Generator<{ readonly batchId: string; readonly rows: readonly ImportedRows[] }>
  /** What was being typed; only a backup has some. */
  readonly drafts: () => Generator<readonly unknown[]>
  readonly blobs: () => Generator<{ readonly sha256: string; readonly bytes: ArrayBuffer }>
}

type Part = PackageEntry & { readonly name: string; readonly is: PartName }

/**
 * @param schema newest version of the database this program knows
 * @throws PackageRefused when the file is no package, needs a passphrase first (`unseal`), is cut short, newer than this program,
 * larger than the limits, or holds other parts than its manifest names. A wrong signature is told, and refused by `check`.
 */
export async function openPackage(
  source: ByteSource,
  schema: number,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<OpenPackage> {
  if (isSealed(source)) throw new PackageRefused('packageNeedsPassphrase')
  const zip = packageZipOf(source, limits)
  const { manifest, read } = zip
  if (manifest.schema > schema) throw new PackageRefused('packageNewer')
  const signature = await signatureOf(zip)
  const parts = Object.entries(manifest.entries).flatMap(([name, entry]): Part[] => {
    const is = partOf(name)
    return is === null ? [] : [{ name, is, ...entry }]
  })
  const pages = ({ name }: Part): Generator<unknown[]> => pagesIn(name, read(name), limits)
  return {
    manifest,
    signature,
    fingerprint: manifest.publicKey === null ? null : await fingerprintOf(manifest.publicKey),
    check: async (entryProblem, onProgress, isCancelled) => {
      if (signature === 'bad') throw new PackageRefused('packageTampered', SIGNATURE)
      const found = new Findings(entryProblem, limits)
      const all = parts.reduce((sum, { bytes }) => sum + bytes, 0)
      let done = 0
      for (const part of parts) {
        if (isCancelled()) return false
        const content = read(part.name)
        if ((await contentHash(content)) !== part.sha256) throw new PackageRefused('packageDamaged', part.name)
        found.take(part, content)
        done += part.bytes
        onProgress(done, all)
      }
      found.compareWith(manifest)
      return true
    },
    *changes() {
      for (const part of parts)
        if (part.is.kind === 'changes') for (const page of pages(part)) yield page as PackagedChange[]
    },
    *rows() {
      for (const part of parts)
        if (part.is.kind === 'rows')
          for (const page of pages(part)) yield { batchId: part.is.batchId, rows: page as ImportedRows[] }
    },
    *drafts() {
      for (const part of parts) if (part.is.kind === 'drafts') yield* pages(part)
    },
    *blobs() {
      for (const { name, is } of parts)
        if (is.kind === 'blob') yield { sha256: is.sha256, bytes: read(name).slice().buffer as ArrayBuffer }
    },
  }
}

async function signatureOf({ manifest, manifestBytes, signature }: PackageZip): Promise<PackageSignature> {
  if (manifest.publicKey === null) return 'unsigned'
  // Whose key is named has signed; a signature that is gone was taken away.
  return signature !== null && (await isSignedBy(manifest.publicKey, signature, manifestBytes)) ? 'good' : 'bad'
}

const pagesIn = (name: string, content: Uint8Array, { line }: PackageLimits): Generator<unknown[]> =>
  jsonPages(content, (at) => new PackageRefused('packageDamaged', `${name} · ${at}`), line)

/** What the parts turn out to hold, to be laid beside what the manifest says. */
class Findings {
  private readonly numbers = new NumberRanges()
  private readonly imports = new Set<string>()
  private readonly importsWithRows = new Set<string>()

  constructor(
    private readonly entryProblem: EntryCheck,
    private readonly limits: PackageLimits,
  ) {}

  take({ name, is, rows }: Part, content: Uint8Array): void {
    if (is.kind === 'blob') return
    let lines = 0
    for (const page of pagesIn(name, content, this.limits))
      for (const entry of page) {
        lines += 1
        const problem = this.problemOf(entry, is)
        if (problem !== null) throw new PackageRefused('packageWrongRecord', whereIn(name, lines, entry, problem))
      }
    if (lines !== rows) throw new PackageRefused('packageDamaged', name)
  }

  compareWith({ numbers }: PackageManifest): void {
    if (!isSameRanges(this.numbers.ranges(), numbers))
      throw new PackageRefused('packageDamaged', `${MANIFEST} · numbers`)
    for (const batchId of this.importsWithRows)
      if (!this.imports.has(batchId)) throw new PackageRefused('packageDamaged', `rows/${batchId}`)
  }

  private problemOf(entry: unknown, is: Exclude<PartName, { readonly kind: 'blob' }>): string | null {
    if (is.kind === 'changes') return this.change(entry)
    return is.kind === 'rows' ? this.rows(entry, is.batchId) : this.entryProblem('drafts', entry)
  }

  private change(entry: unknown): string | null {
    const problem = changeProblem(entry) ?? this.entryProblem('changes', entry)
    if (problem !== null) return problem
    const { device, number, batchId } = entry as PackagedChange
    this.numbers.add(device, number)
    if (batchId !== undefined) this.imports.add(batchId)
    return null
  }

  private rows(entry: unknown, batchId: string): string | null {
    this.importsWithRows.add(batchId)
    return rowsProblem(entry, batchId) ?? this.entryProblem('rows', entry)
  }
}
