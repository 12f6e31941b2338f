/**
 * The words of a column as a search compares them (`plainText`), some thousand joined into one text: native code then
 * searches a text of megabytes in the time that asking every word would take for a few of them. Worked out when a
 * column is first searched, kept as long as the column, and completed when it has gained words.
 */
import { plainText } from '../domain/plainText'

const SEPARATOR = '\u0001'
const WORDS_PER_TEXT = 8192

interface Joined {
  readonly text: string
  /** Where each word starts; one more entry for the end. */
  readonly starts: Uint32Array
}

const joinedOf = new WeakMap<readonly string[], Joined[]>()

function join(words: readonly string[]): Joined {
  const text = plainText(words.join(SEPARATOR)) + SEPARATOR
  const starts = new Uint32Array(words.length + 1)
  let at = 0
  for (let word = 1; word <= words.length; word += 1) {
    at = text.indexOf(SEPARATOR, at) + 1
    starts[word] = at
  }
  // A word that holds the separator itself would move all that follow; it is compared without it.
  return at === text.length ? { text, starts } : join(words.map((word) => word.replaceAll(SEPARATOR, '')))
}

function texts(words: readonly string[]): readonly Joined[] {
  const known = joinedOf.get(words) ?? []
  joinedOf.set(words, known)
  for (let part = 0; part * WORDS_PER_TEXT < words.length; part += 1) {
    const count = Math.min(WORDS_PER_TEXT, words.length - part * WORDS_PER_TEXT)
    if ((known[part]?.starts.length ?? 0) !== count + 1)
      known[part] = join(words.slice(part * WORDS_PER_TEXT, part * WORDS_PER_TEXT + count))
  }
  return known
}

/** Works out the plain forms now, so that the first search need not. */
export const preparePlainWords = (words: readonly string[]): void => {
  texts(words)
}

/** Marks with 1 every word that contains `token` (itself plain). @returns whether there was any */
export function markContaining(words: readonly string[], token: string, marks: Uint8Array): boolean {
  let any = false
  for (const [part, { text, starts }] of texts(words).entries()) {
    let word = 0
    for (let found = text.indexOf(token); found >= 0; found = text.indexOf(token, starts[word] ?? text.length)) {
      while ((starts[word + 1] ?? text.length) <= found) word += 1
      marks[part * WORDS_PER_TEXT + word] = 1
      any = true
      word += 1
    }
  }
  return any
}

/** Calls `visit` with the number and the plain form of every word. */
export function eachPlainWord(words: readonly string[], visit: (word: number, plain: string) => void): void {
  for (const [part, { text, starts }] of texts(words).entries())
    for (let word = 0; word + 1 < starts.length; word += 1)
      visit(part * WORDS_PER_TEXT + word, text.slice(starts[word], (starts[word + 1] ?? 0) - 1))
}
