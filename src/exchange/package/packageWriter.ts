/** Writes a package part by part; in memory there is one page, and what the manifest will say about the others. */
import type { ImportedRows } from '../../domain/importBatch'
import { contentHash } from '../archive/contentHash'
import { isCompressed } from '../archive/isCompressed'
import { ZipWriter, type ByteSink } from '../archive/zipWriter'
import { NumberRanges } from './numberRanges'
import { changeProblem, rowsProblem, whereIn } from './packageEntry'
import {
  blobName,
  changesName,
  draftsName,
  isBatchId,
  MANIFEST,
  PACKAGE_FORMAT,
  PACKAGE_LIMITS,
  PACKAGE_VERSION,
  rowsName,
  SIGNATURE,
  SMALL_PART,
  type AboutPackage,
  type PackagedChange,
  type PackageEntry,
  type PackageLimits,
  type PackageManifest,
} from './packageFormat'
import { signed, type SigningKey } from './packageKey'
import { PackageRefused } from './packageRefused'
import { manifestFrom } from './readManifest'

/** A page is closed once its lines come to this. */
const PAGE_BYTES = 2 ** 20

export class PackageWriter {
  private readonly zip: ZipWriter
  private readonly text = new TextEncoder()
  private readonly entries = new Map<string, PackageEntry>()
  private readonly numbers = new NumberRanges()
  /** Pages written so far, by the folder they lie in. */
  private readonly pages = new Map<string, number>()
  private readonly imports = new Set<string>()
  private readonly counts: { changes: number; files: number; rows: number; drafts?: number } = {
    changes: 0,
    files: 0,
    rows: 0,
  }
  private unpackedBytes = 0
  private open: { readonly series: string; readonly lines: Uint8Array[]; bytes: number } | null = null

  constructor(
    sink: ByteSink,
    private readonly limits: PackageLimits = PACKAGE_LIMITS,
  ) {
    this.zip = new ZipWriter(sink)
  }

  /** What has been written so far. */
  get written(): Pick<PackageManifest, 'numbers' | 'counts'> {
    return { numbers: this.numbers.ranges(), counts: { ...this.counts } }
  }

  /**
   * Entries of the log, in its order; their place in the log stays behind.
   * @throws PackageRefused when an entry does not say which change it is, or the file would be too large to be read again
   */
  async changes(entries: Iterable<PackagedChange & { readonly seq?: number }>): Promise<void> {
    for (const { seq: _seq, ...change } of entries) {
      const problem = changeProblem(change)
      if (problem !== null)
        throw new PackageRefused('packageWrongRecord', whereIn('changes', this.counts.changes + 1, change, problem))
      this.numbers.add(change.device, change.number)
      if (change.batchId !== undefined) this.imports.add(change.batchId)
      this.counts.changes += 1
      await this.line('changes', change)
    }
  }

  /**
   * Source rows of one import, whose changes are in the package too.
   * @throws PackageRefused when they are of another import, or the file would be too large to be read again
   */
  async rows(batchId: string, rows: Iterable<ImportedRows>): Promise<void> {
    for (const row of rows) {
      const problem = isBatchId(batchId) ? rowsProblem(row, batchId) : 'batchId'
      if (problem !== null)
        throw new PackageRefused('packageWrongRecord', whereIn(`rows/${batchId}`, row.firstRow, row, problem))
      this.counts.rows += 1
      await this.line(`rows/${batchId}`, row)
    }
  }

  /** What was being typed, of a backup. */
  async drafts(drafts: Iterable<object>): Promise<void> {
    for (const draft of drafts) {
      this.counts.drafts = (this.counts.drafts ?? 0) + 1
      await this.line('drafts', draft)
    }
  }

  /**
   * One attached file.
   * @returns whether it was written; one whose bytes are not those its name promises, or that is there already, is left out
   */
  async file(sha256: string, content: ArrayBuffer): Promise<boolean> {
    const bytes = new Uint8Array(content)
    if (this.entries.has(blobName(sha256)) || (await contentHash(bytes)) !== sha256) return false
    this.counts.files += 1
    await this.add(blobName(sha256), bytes, { sha256, bytes: bytes.length }, isCompressed(bytes))
    return true
  }

  /**
   * Nothing can be added after it.
   * @param key what the device signs with; null where it could make none: then the package says that it is unsigned
   * @returns bytes of the whole file
   * @throws PackageRefused when what was written does not make a package that can be read
   */
  async finish({ records, ...about }: AboutPackage, key: SigningKey | null): Promise<number> {
    await this.closePage()
    for (const series of this.pages.keys())
      if (series.startsWith('rows/') && !this.imports.has(series.slice('rows/'.length)))
        throw new PackageRefused('packageWrongRecord', series)
    const manifest: PackageManifest = {
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      ...about,
      counts: { ...this.counts, ...(records === undefined ? {} : { records }) },
      numbers: this.numbers.ranges(),
      publicKey: key === null ? null : key.publicKey,
      entries: Object.fromEntries(this.entries),
    }
    const bytes = this.text.encode(JSON.stringify(manifest, null, 1))
    manifestFrom(bytes, this.limits)
    await this.zip.add(MANIFEST, bytes, bytes.length > SMALL_PART)
    if (key !== null) await this.zip.add(SIGNATURE, await signed(bytes, key), true)
    await this.zip.finish()
    return this.zip.bytesWritten
  }

  private async line(series: string, entry: object): Promise<void> {
    if (this.open !== null && this.open.series !== series) await this.closePage()
    const bytes = this.text.encode(JSON.stringify(entry))
    const open = (this.open ??= { series, lines: [], bytes: 0 })
    if (bytes.length > this.limits.line.bytes) throw new PackageRefused('packageTooLarge', this.nameOfPage(series))
    open.lines.push(bytes)
    open.bytes += bytes.length + 1
    if (open.bytes >= PAGE_BYTES) await this.closePage()
  }

  private nameOfPage(series: string): string {
    const page = (this.pages.get(series) ?? 0) + 1
    if (series === 'changes') return changesName(page)
    return series === 'drafts' ? draftsName(page) : rowsName(series.slice('rows/'.length), page)
  }

  private async closePage(): Promise<void> {
    if (this.open === null) return
    const { series, lines, bytes: size } = this.open
    this.open = null
    const bytes = new Uint8Array(size - 1).fill(LINE_END)
    let at = 0
    for (const line of lines) {
      bytes.set(line, at)
      at += line.length + 1
    }
    const name = this.nameOfPage(series)
    this.pages.set(series, (this.pages.get(series) ?? 0) + 1)
    await this.add(name, bytes, { sha256: await contentHash(bytes), bytes: bytes.length, rows: lines.length }, false)
  }

  private async add(name: string, bytes: Uint8Array, entry: PackageEntry, isPacked: boolean): Promise<void> {
    this.unpackedBytes += bytes.length
    const { limits } = this
    if (
      bytes.length > limits.entryBytes ||
      this.unpackedBytes > limits.totalBytes ||
      this.entries.size >= limits.entries
    )
      throw new PackageRefused('packageTooLarge', name)
    this.entries.set(name, entry)
    // A large part may not unpack to many times its size, so it goes in as it is.
    await this.zip.add(name, bytes, isPacked || bytes.length > SMALL_PART)
  }
}

const LINE_END = 10
