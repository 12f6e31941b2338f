/**
 * Does a label match what somebody typed? Exact means the whole value; fuzzy means every word of the query is found
 * in the label as it stands, with `*` as a wildcard, as initials of its pinyin, or with one letter wrong.
 */
import { plainText } from '../domain/plainText'

export type InitialsOf = (text: string) => string

const LONGEST_LABEL_FOR_TYPOS = 40
const SHORTEST_TOKEN_FOR_TYPOS = 4

export const queryTokens = (query: string): readonly string[] => query.normalize('NFKC').toLowerCase().split(/\s+/u).filter((token) => token !== '')

/** Is `token` inside `text` with at most one letter changed, added or left out? (Sellers 1980, edit distance of a substring) */
export function isInsideWithOneTypo(text: string, token: string): boolean {
  let row = Array.from({ length: token.length + 1 }, (_, at) => at)
  for (const letter of text) {
    const next = [0]
    for (let at = 1; at <= token.length; at += 1)
      next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + (token[at - 1] === letter ? 0 : 1)))
    row = next
    if ((row[token.length] ?? 2) <= 1) return true
  }
  return false
}

const wildcard = (token: string): RegExp => new RegExp(token.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&')).join('.*'), 'u')

/** A test for one token, made once and asked of every word of a dictionary. */
export function tokenTest(token: string, initialsOf: InitialsOf | null): (label: string) => boolean {
  if (token.includes('*')) {
    const pattern = wildcard(token)
    return (label) => pattern.test(plainText(label))
  }
  const mayBeInitials = initialsOf !== null && /^[a-z]{2,}$/u.test(token)
  const mayHaveTypo = token.length >= SHORTEST_TOKEN_FOR_TYPOS
  return (label) => {
    const plain = plainText(label)
    if (plain.includes(token)) return true
    if (plain.length > LONGEST_LABEL_FOR_TYPOS) return false
    if (mayBeInitials && initialsOf(label).includes(token)) return true
    return mayHaveTypo && isInsideWithOneTypo(plain, token)
  }
}

/** Fuzzy: every token of the query must match. */
export function fuzzyTest(query: string, initialsOf: InitialsOf | null): (label: string) => boolean {
  const tests = queryTokens(query).map((token) => tokenTest(token, initialsOf))
  return (label) => tests.every((test) => test(label))
}
