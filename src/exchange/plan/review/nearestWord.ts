/** Which of some known names is most like a word: for a proposal that a person confirms, never for a silent match. */
import { plainText } from '../../../domain/plainText'

/** Below this share of common letter pairs nothing is proposed. */
const LIKE_ENOUGH = 0.5

const pairsOf = (text: string): readonly string[] =>
  text.length < 2 ? [text] : Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))

/**
 * How alike are two words? Twice the letter pairs they share over all pairs of both.
 * @returns 0 to 1
 * @source  Dice (1945), over pairs of letters
 */
export function likeness(a: string, b: string): number {
  const [one, other] = [plainText(a), plainText(b)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  const left = new Map<string, number>()
  for (const pair of pairsOf(other)) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of pairsOf(one)) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    left.set(pair, count - 1)
    shared += 1
  }
  return (2 * shared) / (pairsOf(one).length + pairsOf(other).length)
}

const digitsOf = (text: string): string => plainText(text).replace(/\D/gu, '')

/**
 * The most alike of the choices, the first of equals; null when none is alike enough. Numbers must agree: line 1 is
 * not line 3, however alike they read.
 */
export function nearestWord<C extends { readonly label: string }>(word: string, choices: readonly C[]): C | null {
  let best: C | null = null
  let most = LIKE_ENOUGH
  const digits = digitsOf(word)
  for (const choice of choices) {
    if (digitsOf(choice.label) !== digits) continue
    const like = likeness(word, choice.label)
    if (like > most || (best === null && like === most)) {
      best = choice
      most = like
    }
  }
  return best
}
