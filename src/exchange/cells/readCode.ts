import { plainText } from '../../domain/plainText'
import type { CodeWords } from './codeWords'

/** Turns a word into the code of one list; undefined when no word of the list is in the text. */
export type CodeReader = (text: string) => string | undefined

/** A longer text is a report and no word of a list. */
const LONGEST = 2_000
const END_MARKS = new Set('。；;.,，')
const NAMED = /\[([A-Z][A-Z\d_]+)\]$/
const NEGATED = /[未无不非](?:造成|影响|发生|引起|导致|出现|有|能)?$/

/**
 * Makes a reader for one code list. A whole word wins; otherwise words inside the text count, unless 未, 无 or 不 stands before them.
 * A code in square brackets at the end, `自定义 [OWN1]`, is that code: so our own workbooks write codes a company added.
 *
 * @param prefer `longest` takes the most telling word, `last-listed` the gravest code
 * @param labels whole words that count before all others
 */
export function codeReader(
  words: CodeWords,
  prefer: 'longest' | 'last-listed',
  labels: readonly (readonly [string, string])[] = [],
): CodeReader {
  const entries = Object.entries(words).flatMap(([code, list]) => list.map((word) => [word, code] as const))
  const exact = new Map([...entries, ...labels.map(([word, code]) => [plainText(word), code] as const)])
  const inside = entries.filter(([word]) => word.length >= 2)
  if (prefer === 'longest') inside.sort((a, b) => b[0].length - a[0].length)
  else inside.reverse()
  const read = new Map<string, string | undefined>()

  return (text) => {
    if (text.length > LONGEST) return undefined
    if (read.has(text)) return read.get(text)
    const word = withoutEnd(plainText(text))
    const code = NAMED.exec(text)?.[1] ?? exact.get(word) ?? inside.find(([part]) => holds(word, part))?.[1]
    if (read.size < 10_000) read.set(text, code)
    return code
  }
}

/** The word without the marks that end a sentence. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && END_MARKS.has(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

function holds(text: string, word: string): boolean {
  const at = text.indexOf(word)
  return at >= 0 && !NEGATED.test(text.slice(0, at))
}
