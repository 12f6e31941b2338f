/** Writes a backup file part by part; in memory there is one part, and what the manifest will say about the others. */
import { contentHash } from '../archive/contentHash'
import { isCompressed } from '../archive/isCompressed'
import { ZipWriter, type ByteSink } from '../archive/zipWriter'
import {
  BACKUP_FORMAT,
  BACKUP_LIMITS,
  BACKUP_VERSION,
  BackupRefused,
  blobName,
  MANIFEST,
  pageName,
  type BackupEntry,
  type BackupLimits,
  type BackupManifest,
} from './backupFormat'

export class BackupWriter {
  private readonly zip: ZipWriter
  private readonly text = new TextEncoder()
  private readonly entries: Record<string, BackupEntry> = {}
  private readonly pages = new Map<string, number>()
  private unpackedBytes = 0
  private entryCount = 0

  constructor(
    sink: ByteSink,
    private readonly limits: BackupLimits = BACKUP_LIMITS,
  ) {
    this.zip = new ZipWriter(sink)
  }

  /**
   * One page of a table.
   * @returns bytes the rows came to
   * @throws BackupRefused when the file would be too large to be read again
   */
  async rows(table: string, rows: readonly unknown[]): Promise<number> {
    const page = (this.pages.get(table) ?? 0) + 1
    this.pages.set(table, page)
    const bytes = this.text.encode(rows.map((row) => JSON.stringify(row)).join('\n'))
    await this.add(pageName(table, page), bytes, rows.length, await contentHash(bytes), false)
    return bytes.length
  }

  /**
   * One attached file.
   * @returns whether its bytes are those its name promises
   */
  async file(sha256: string, content: ArrayBuffer): Promise<boolean> {
    const bytes = new Uint8Array(content)
    const found = await contentHash(bytes)
    await this.add(blobName(sha256), bytes, 1, found, isCompressed(bytes))
    return found === sha256
  }

  /** @returns bytes of the whole file */
  async finish(about: Pick<BackupManifest, 'schema' | 'savedAt' | 'build' | 'device' | 'counts'>): Promise<number> {
    const manifest: BackupManifest = {
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      ...about,
      entries: this.entries,
    }
    await this.zip.add(MANIFEST, this.text.encode(JSON.stringify(manifest, null, 1)), false)
    await this.zip.finish()
    return this.zip.bytesWritten
  }

  private async add(name: string, bytes: Uint8Array, rows: number, sha256: string, isPacked: boolean): Promise<void> {
    this.entryCount += 1
    this.unpackedBytes += bytes.length
    const { limits } = this
    if (bytes.length > limits.entryBytes || this.unpackedBytes > limits.totalBytes || this.entryCount >= limits.entries)
      throw new BackupRefused('backupTooLarge', name)
    this.entries[name] = { rows, sha256 }
    await this.zip.add(name, bytes, isPacked)
  }
}
