/** First bytes of files that are compressed already: JPEG, PNG, GIF, zip (also xlsx and docx), gzip, RIFF (WebP). */
const COMPRESSED: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x52, 0x49, 0x46, 0x46],
]
/** MPEG-4 and HEIC name themselves after four bytes of length. */
const FTYP = [0x66, 0x74, 0x79, 0x70]

const beginsWith = (bytes: Uint8Array, signature: readonly number[], from = 0): boolean =>
  signature.every((byte, at) => bytes[from + at] === byte)

/** Would compressing these bytes again only take time? */
export const isCompressed = (bytes: Uint8Array): boolean =>
  COMPRESSED.some((signature) => beginsWith(bytes, signature)) || beginsWith(bytes, FTYP, 4)
