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

/** What a proposal rests on, and how far it may be trusted. */
export interface Nearest<C> {
  readonly choice: C
  /** From 0 to 1; `SURE_ENOUGH` and above may be taken without a look at each. */
  readonly likeness: number
}

/** Of the proposals of the public ledgers at or above this, none was wrong (`nearestWord.test.ts`). */
export const SURE_ENOUGH = 0.75

const LONGEST_ENDING = 4
const FEWEST_SHARING = 3
/** One word stands whole in the other: `上海动车所` and 上海 of 上海动车段. */
const CONTAINED = 0.55
/** A short form leaves signs out: 停放缸 for 停放制动缸, EP阀 for EP电磁阀. */
const SHORT_FORM = 0.75
const FEWEST_SHORT = 3
const FEWEST_CONTAINED = 2

/** Endings that several choices share (动车段, 阀, 板) tell what kind of thing it is, not which. */
function sharedEndings(labels: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const label of new Set(labels))
    for (let length = 1; length <= Math.min(LONGEST_ENDING, label.length - 1); length += 1) {
      const ending = label.slice(-length)
      counts.set(ending, (counts.get(ending) ?? 0) + 1)
    }
  return new Set([...counts].flatMap(([ending, count]) => (count >= FEWEST_SHARING ? [ending] : [])))
}

function stemOf(text: string, endings: ReadonlySet<string>): string {
  for (let length = Math.min(LONGEST_ENDING, text.length - 1); length >= 1; length -= 1)
    if (endings.has(text.slice(-length))) return text.slice(0, -length)
  return text
}

/** Both begin and end alike, and the shorter one's signs stand in the longer one in their order. */
function isShortForm(short: string, whole: string): boolean {
  if (short.length < FEWEST_SHORT || short.length >= whole.length) return false
  if (short[0] !== whole[0] || short.at(-1) !== whole.at(-1)) return false
  let at = 0
  for (const sign of whole) if (sign === short[at]) at += 1
  return at === short.length
}

/** How alike two words are in what tells them from others of their kind. */
function stemLikeness(word: string, choice: string, wordStem: string, choiceStem: string): number {
  if (word === choice) return 1
  if (wordStem === word && choiceStem === choice && likeness(word, choice) >= LIKE_ENOUGH) return likeness(word, choice)
  if (isShortForm(word, choice) || isShortForm(choice, word)) return SHORT_FORM
  if (wordStem === choiceStem) return likeness(word, choice) > LIKE_ENOUGH ? 1 : LIKE_ENOUGH
  const [few, many] = choiceStem.length < wordStem.length ? [choiceStem, wordStem] : [wordStem, choiceStem]
  return few.length >= FEWEST_CONTAINED && many.includes(few) ? CONTAINED : likeness(wordStem, choiceStem)
}

/**
 * Finds the most alike of the choices, the first of equals; null when none is alike enough. Numbers must agree: line 1 is
 * not line 3, however alike they read.
 */
export function nearestWords<C extends { readonly label: string; readonly words?: string }>(
  choices: readonly C[],
): (word: string, isAllowed?: (choice: C) => boolean) => Nearest<C> | null {
  const endings = sharedEndings(choices.map(({ label, words = label }) => plainText(words)))
  const told = choices.map((choice) => {
    const text = plainText(choice.words ?? choice.label)
    return { choice, text, stem: stemOf(text, endings), digits: digitsOf(text) }
  })
  return (typed, isAllowed = () => true) => {
    const word = plainText(typed)
    const [stem, digits] = [stemOf(word, endings), digitsOf(word)]
    let best: Nearest<C> | null = null
    for (const { choice, text, stem: other, digits: own } of told) {
      if (own !== digits || !isAllowed(choice)) continue
      const like = stemLikeness(word, text, stem, other)
      if (like >= LIKE_ENOUGH && (best === null || like > best.likeness)) best = { choice, likeness: like }
    }
    return best
  }
}
