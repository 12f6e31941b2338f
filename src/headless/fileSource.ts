import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { ByteSource } from '../exchange/open/byteSource'

/** A file on disk, of which only what is asked for is read. */
export interface FileSource extends ByteSource {
  readonly close: () => void
}

/** @throws the error of the system when the file cannot be opened */
export function fileSource(path: string): FileSource {
  const file = openSync(path, 'r')
  return { ...sourceOfOpenFile(file), close: () => closeSync(file) }
}

/** @param file what the system calls an open file by; what is written to it later is not seen */
export const sourceOfOpenFile = (file: number): ByteSource => ({
  size: fstatSync(file).size,
  read: (from, to) => {
    const bytes = new Uint8Array(Math.max(0, to - from))
    let done = 0
    while (done < bytes.length) {
      const read = readSync(file, bytes, done, bytes.length - done, from + done)
      if (read === 0) break
      done += read
    }
    return bytes.subarray(0, done)
  },
})
