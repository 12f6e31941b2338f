/** Files as a thread reads and writes them, piece by piece. */
import type { ByteSink } from '../exchange/archive/zipWriter'
import type { ByteSource } from '../exchange/open/byteSource'

/** Bytes gathered before they leave the memory of this thread. */
const PIECE = 8 * 2 ** 20

/** Must run in a worker: only there may a file be read without waiting, as a transaction needs. */
export function sourceOfFile(file: Blob): ByteSource {
  const reader = new FileReaderSync()
  return { size: file.size, read: (from, to) => new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to))) }
}

export interface FileTarget extends ByteSink {
  /** The finished file. */
  readonly finish: () => Promise<Blob>
  /** Leaves the place as it was. */
  readonly abandon: () => Promise<void>
}

/** A file the person chose a place for; the place keeps what it had until the file is finished. */
export async function targetAt(handle: FileSystemFileHandle): Promise<FileTarget> {
  const stream = await handle.createWritable()
  const pieces = new PieceBuffer((piece) => stream.write(piece))
  return {
    write: (bytes) => pieces.add(bytes),
    finish: async () => {
      await pieces.flush()
      await stream.close()
      return handle.getFile()
    },
    abandon: () => stream.abort().catch(() => undefined),
  }
}

/** A file that the browser keeps, on disk when it is large, until it is handed over as a download. */
export function targetInBrowser(): FileTarget {
  const blobs: Blob[] = []
  const pieces = new PieceBuffer((piece) => {
    blobs.push(new Blob([piece]))
    return Promise.resolve()
  })
  return {
    write: (bytes) => pieces.add(bytes),
    finish: async () => {
      await pieces.flush()
      return new Blob(blobs, { type: 'application/zip' })
    },
    abandon: () => Promise.resolve(),
  }
}

class PieceBuffer {
  private held: Uint8Array<ArrayBuffer>[] = []
  private size = 0

  constructor(private readonly pass: (piece: Blob) => Promise<void>) {}

  async add(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.held.push(bytes)
    this.size += bytes.length
    if (this.size >= PIECE) await this.flush()
  }

  async flush(): Promise<void> {
    const piece = new Blob(this.held)
    this.held = []
    this.size = 0
    if (piece.size > 0) await this.pass(piece)
  }
}
