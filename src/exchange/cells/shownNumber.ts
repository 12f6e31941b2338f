/** Digits and words that the format of a number shows and its value does not hold: 1 as `GZ-2016-0001`, 211 as `0211`. */

/** A literal in quotes or behind a backslash, room for a sign, a filler, a colour or language, or any other sign. */
const PIECES = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([0#?])|(.)/gu

/** What a format shows, sign by sign: a place for a digit, or a text. */
type Piece = { readonly digit: '0' | '#' | '?' } | { readonly text: string }

const known = new Map<string, readonly Piece[] | null>()

/**
 * The pieces of a format that adds digits or words to whole numbers. Points, groups, shares, dates and currencies are no
 * part of a number's name.
 */
function piecesOf(format: string): readonly Piece[] | null {
  const before = known.get(format)
  if (before !== undefined) return before
  const pieces: Piece[] = []
  let isName = true
  for (const [, quoted, escaped, digit, sign] of format.split(';', 1)[0]!.matchAll(PIECES)) {
    if (digit !== undefined) pieces.push({ digit: digit as '0' | '#' | '?' })
    else if (quoted !== undefined || escaped !== undefined) pieces.push({ text: quoted ?? escaped ?? '' })
    else if (sign === '-' || sign === ' ') pieces.push({ text: sign })
    else if (sign !== undefined) isName = false
  }
  const zeros = pieces.filter((piece) => 'digit' in piece && piece.digit === '0').length
  const addsWords = pieces.some((piece) => 'text' in piece && piece.text.trim() !== '')
  const found = isName && zeros > 0 && (zeros > 1 || addsWords) ? pieces : null
  known.set(format, found)
  return found
}

/** What people see of a whole number; null where its format adds nothing. */
export function shownNumber(value: number, format: string | undefined): string | null {
  if (format === undefined || format === 'General' || !Number.isSafeInteger(value) || value < 0) return null
  const pieces = piecesOf(format)
  if (pieces === null) return null
  let rest = String(value)
  let shown = ''
  const first = pieces.findIndex((piece) => 'digit' in piece)
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at]!
    if ('text' in piece) {
      shown = piece.text + shown
      continue
    }
    // The first place takes all digits that are left.
    const digits = at === first ? rest : rest.slice(-1)
    rest = rest.slice(0, rest.length - digits.length)
    shown = (digits === '' && piece.digit === '0' ? '0' : digits) + shown
  }
  return shown.trim()
}
