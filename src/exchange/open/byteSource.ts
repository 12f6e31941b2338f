/** Bytes that are read piece by piece: a file on disk in the background thread, an array in memory elsewhere. */
export interface ByteSource {
  readonly size: number
  /** The bytes from `from` up to, not including, `to`. */
  readonly read: (from: number, to: number) => Uint8Array
}

export const sourceOfBytes = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (from, to) => bytes.subarray(from, to),
})
