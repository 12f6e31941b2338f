/**
 * Does a label match what somebody typed? Exact means the whole value; fuzzy means every word of the query is found
 * in the label as it stands, with `*` as a wildcard, as initials of its pinyin, or with one letter wrong.
 */
import { plainText } from '../domain/plainText'

export type InitialsOf = (text: string) => string

const LONGEST_LABEL_FOR_TYPOS = 40
const SHORTEST_TOKEN_FOR_TYPOS = 4
const LONGEST_TOKEN_FOR_TYPOS = 30

export const queryTokens = (query: string): readonly string[] =>
  query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((token) => token !== '')

/**
 * A test whether `token` stands inside a text with at most one letter changed, added or left out. Bit i of a state says
 * that the first i + 1 letters of the token end here: `exact` without a slip, `slipped` with one. A token of more than
 * 30 letters must stand there as it is.
 *
 * @source Wu and Manber, Fast text searching allowing errors, 1992
 */
export function oneTypoTest(token: string): (text: string) => boolean {
  if (token.length > LONGEST_TOKEN_FOR_TYPOS) return (text) => text.includes(token)
  const places = new Map<number, number>()
  for (let at = 0; at < token.length; at += 1)
    places.set(token.charCodeAt(at), (places.get(token.charCodeAt(at)) ?? 0) | (1 << at))
  const last = 1 << (token.length - 1)
  return (text) => {
    let exact = 0
    let slipped = 1
    for (let at = 0; at < text.length; at += 1) {
      const here = places.get(text.charCodeAt(at)) ?? 0
      const before = exact
      exact = ((exact << 1) | 1) & here
      slipped = (((slipped << 1) | 1) & here) | before | (before << 1) | (exact << 1) | 1
      if (((exact | slipped) & last) !== 0) return true
    }
    return false
  }
}

const wildcard = (token: string): RegExp =>
  new RegExp(
    token
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'))
      .join('.*'),
    'u',
  )

const isWildcard = (token: string): boolean => token.includes('*')

/**
 * A test of plain labels for what goes beyond "is contained": wildcards, and one letter wrong in a short label; null
 * when neither can be.
 */
export function looseTest(token: string): ((plain: string) => boolean) | null {
  if (isWildcard(token)) {
    const pattern = wildcard(token)
    return (plain) => pattern.test(plain)
  }
  if (token.length < SHORTEST_TOKEN_FOR_TYPOS) return null
  const hasOneTypo = oneTypoTest(token)
  return (plain) => plain.length <= LONGEST_LABEL_FOR_TYPOS && hasOneTypo(plain)
}

/** May the token be the initials of a label's pinyin? */
export const mayBeInitials = (token: string): boolean => /^[a-z]{2,}$/u.test(token)

/** A test for one token, made once and asked of every word of a dictionary. */
export function tokenTest(token: string, initialsOf: InitialsOf | null): (label: string) => boolean {
  const isLoose = looseTest(token)
  const asInitials = initialsOf !== null && mayBeInitials(token)
  return (label) => {
    const plain = plainText(label)
    if (plain.includes(token) || isLoose?.(plain) === true) return true
    return asInitials && plain.length <= LONGEST_LABEL_FOR_TYPOS && initialsOf(label).includes(token)
  }
}

/** Fuzzy: every token of the query must match. */
export function fuzzyTest(query: string, initialsOf: InitialsOf | null): (label: string) => boolean {
  const tests = queryTokens(query).map((token) => tokenTest(token, initialsOf))
  return (label) => tests.every((test) => test(label))
}
