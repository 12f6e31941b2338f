/** Where the files of records are kept, each under the hash of its bytes. */
import type { Readable } from 'node:stream'

/** Bytes of one file. */
export const LARGEST_FILE = 50 * 2 ** 20

export interface FileStore {
  /** Bytes of a file that is whole; null where it is not here. */
  readonly sizeOf: (sha256: string) => Promise<number | null>
  /** Bytes that an upload of `account` which was cut off has left. */
  readonly begun: (sha256: string, account: string) => Promise<number>
  /**
   * Goes on with an upload at byte `from`; from 0 it begins anew. Resolves with what is here then, kept for good once it is
   * `total` bytes of the right hash. Throws `gap` where bytes before are missing, `too-large`, and `malformed` for another hash.
   */
  readonly receive: (upload: Upload, bytes: Readable) => Promise<number>
  /** Null where it is not here. */
  readonly read: (sha256: string) => Promise<{ readonly size: number; readonly bytes: Readable } | null>
  /** Of all files: how many, and their bytes. */
  readonly extent: () => Promise<{ readonly count: number; readonly bytes: number }>
}

export interface Upload {
  readonly sha256: string
  readonly account: string
  readonly from: number
  readonly total: number
}
