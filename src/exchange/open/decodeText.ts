/** A text whose bytes fit an encoding, though single characters may have been damaged: those read U+FFFD. */
export type DecodedText = { readonly text: string } | { readonly problem: 'file-not-a-workbook' | 'encoding-unknown' }

const BYTES_LOOKED_AT = 65_536
/** Text has hardly any control characters; a picture or a program is full of them. */
const MOST_CONTROLS = 0.01
/** Every other byte of UTF-16 without a byte order mark is zero where it holds Latin letters. */
const MANY_ZEROS = 0.2
/** Damaged characters among those beyond ASCII. */
const MOST_BROKEN = 0.05
const MOSTLY = 0.8
const LIKELY = 0.6
const BROKEN = '\ufffd'

/**
 * Text of a file without a declared encoding: byte order mark, else UTF-8, else what its bytes look like: GB18030, Big5
 * or Western European. A character cut in half or one wrong byte does not make a file unreadable.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const start = bytes.subarray(0, BYTES_LOOKED_AT)
  const wide = wideEncoding(start)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes) }
  if (!hasMark && controls(start) > start.length * MOST_CONTROLS + 1) return { problem: 'file-not-a-workbook' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const text = new TextDecoder().decode(bytes)
    if (hasMark || fewAreBroken(text)) return { text }
  }
  const encoding = legacyEncoding(bytes)
  const text = encoding === null ? '' : new TextDecoder(encoding).decode(bytes)
  return encoding !== null && fewAreBroken(text) ? { text } : { problem: 'encoding-unknown' }
}

/** Below the space: tab, line ends, form feed, the old mark for the end of a file, and two that separate values. */
const CONTROLS_OF_TEXT = new Set([1, 9, 10, 11, 12, 13, 26, 31])

const controls = (bytes: Uint8Array): number =>
  bytes.reduce((count, byte) => count + Number(byte < 32 && !CONTROLS_OF_TEXT.has(byte)), 0)

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let [even, odd] = [0, 0]
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (even + odd < (bytes.length / 2) * MANY_ZEROS) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

function fewAreBroken(text: string): boolean {
  let [broken, beyond] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 128) continue
    beyond += 1
    if (code === 0xfffd) broken += 1
  }
  return broken <= Math.max(1, beyond * MOST_BROKEN)
}

/**
 * What the bytes beyond ASCII look like. Chinese comes in pairs: of GB18030 nearly all begin with B0 to D7 (the 3,755
 * commonest characters) or A1 to A9 (marks), of Big5 with A4 to C6 or A1 to A3, whose second byte is often an ASCII
 * letter. Western European letters stand alone between ASCII letters. Null where none of these is likely.
 */
function legacyEncoding(bytes: Uint8Array): 'gb18030' | 'big5' | 'windows-1252' | null {
  let [high, alone] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 128) continue
    high += 1
    if ((bytes[at - 1] ?? 0) < 128 && (bytes[at + 1] ?? 0) < 128) alone += 1
  }
  if (alone > high * MOSTLY) return 'windows-1252'
  const simplified = shareOfPairs(
    bytes,
    (first, second) => second >= 0xa1 && ((first >= 0xb0 && first <= 0xd7) || (first >= 0xa1 && first <= 0xa9)),
  )
  const traditional = shareOfPairs(
    bytes,
    (first, second) => first >= 0xa1 && first <= 0xc6 && ((second >= 0x40 && second <= 0x7e) || second >= 0xa1),
  )
  if (simplified < LIKELY && traditional < LIKELY) return null
  return simplified >= traditional || simplified >= MOSTLY ? 'gb18030' : 'big5'
}

function shareOfPairs(bytes: Uint8Array, isCommon: (first: number, second: number) => boolean): number {
  let [pairs, common] = [0, 0]
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    if (bytes[at]! < 0x81) continue
    pairs += 1
    if (isCommon(bytes[at]!, bytes[at + 1]!)) common += 1
    at += 1
  }
  return pairs === 0 ? 0 : common / pairs
}

/** Does a text hold a character that the file damaged? */
export const isBroken = (text: string): boolean => text.includes(BROKEN)
