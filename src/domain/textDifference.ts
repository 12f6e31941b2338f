/**
 * In which words two texts differ. Latin words and numbers are compared whole, everything else character by character,
 * because Chinese is written without blanks.
 */

export interface TextPart {
  /** Where it begins in its text. */
  readonly from: number
  readonly text: string
  /** Stands in the other text as well. */
  readonly isShared: boolean
}

export interface TextDifference {
  readonly left: readonly TextPart[]
  readonly right: readonly TextPart[]
}

const WORD = /[\p{Script=Latin}\p{M}\p{N}_]+|\s+|./gsu

/** Beyond so many comparisons the middles are shown as different, which is true and takes no time. */
const MOST_COMPARISONS = 1_000_000

/** The parts of each text, in order: joined they are the text again, and the shared ones are the same on both sides. */
export function textDifference(left: string, right: string): TextDifference {
  const [a, b] = [left.match(WORD) ?? [], right.match(WORD) ?? []]
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const isShared = sharedBetween(a.slice(from, endA), b.slice(from, endB))
  const marked = (words: readonly string[], end: number, inMiddle: Uint8Array): readonly TextPart[] =>
    joined(words.map((text, at) => ({ text, isShared: at < from || at >= end || inMiddle[at - from] === 1 })))
  return { left: marked(a, endA, isShared.left), right: marked(b, endB, isShared.right) }
}

/** Which words belong to a longest common subsequence of the two. */
function sharedBetween(a: readonly string[], b: readonly string[]): { left: Uint8Array; right: Uint8Array } {
  const shared = { left: new Uint8Array(a.length), right: new Uint8Array(b.length) }
  if (a.length * b.length > MOST_COMPARISONS) return shared
  const width = b.length + 1
  // Length of the longest common part of what follows from here on in both.
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared.left[i] = shared.right[j] = 1
      i += 1
      j += 1
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return shared
}

function joined(parts: readonly Omit<TextPart, 'from'>[]): readonly TextPart[] {
  const runs: { from: number; text: string; isShared: boolean }[] = []
  let from = 0
  for (const { text, isShared } of parts) {
    const last = runs.at(-1)
    if (last?.isShared === isShared) last.text += text
    else runs.push({ from, text, isShared })
    from += text.length
  }
  return runs
}
