import { HEADER_PATTERNS } from './headerPatterns'
import { LOOSE_HEADER_PATTERNS } from './looseHeaderPatterns'
import { HEADER_WORDS, INSTALLED_WORDS, OTHER_HEADERS, REMOVED_WORDS, SERIAL_WORDS } from './headerSynonyms'
import type { CanonicalField } from '../cells/importFields'
import { foldHeader, headerAlternatives, spokenTwice } from './headerText'
import type { ColumnReason } from './parsedSheet'

/** A field a header may mean, with how sure its words make us. */
export interface HeaderMatch {
  readonly field: CanonicalField
  readonly confidence: number
  readonly reason: ColumnReason
}

const LONGEST_HEADER = 40
const MAKERS = /厂家|厂商|版本/
const SURE_WORD = 0.9
const FEWEST_LETTERS = 2
const MOST_REMEMBERED = 5000
const EXACT = new Map<string, HeaderMatch[]>()
const INSIDE: { readonly word: string; readonly field: CanonicalField }[] = []
for (const [name, words] of Object.entries(HEADER_WORDS)) {
  const field = name as CanonicalField
  words.names.forEach((word, index) => {
    addExact(word, { field, confidence: index === 0 ? 1 : 0.95, reason: index === 0 ? 'same-name' : 'synonym' })
    if (word.length >= (/[a-z]/.test(word) ? 4 : 2)) INSIDE.push({ word, field })
  })
  words.weak?.forEach((word) => addExact(word, { field, confidence: 0.6, reason: 'synonym' }))
}
INSIDE.sort((a, b) => b.word.length - a.word.length)
const NOT_KEPT = new Set(OTHER_HEADERS)

function addExact(word: string, match: HeaderMatch): void {
  const known = EXACT.get(word)
  if (known) known.push(match)
  else EXACT.set(word, [match])
}

/**
 * What a header may mean, best first. Several fields come back when the words alone cannot decide.
 * @param parts the cells above one column, outermost group first
 */
export function matchHeader(parts: readonly string[]): readonly HeaderMatch[] {
  const last = parts.at(-1) ?? ''
  if (last === '' || last.length > LONGEST_HEADER) return []
  const above = parts.length > 1 ? parts.at(-2)!.slice(0, LONGEST_HEADER) : ''
  const key = `${above}\n${last}`
  const known = answered.get(key)
  if (known !== undefined) return known
  if (answered.size >= MOST_REMEMBERED) answered.clear()
  const found = meaningsOf(last, above === '' ? '' : foldHeader(above))
  answered.set(key, found)
  return found
}

/** The same few texts are asked about again and again while the header is looked for. */
const answered = new Map<string, readonly HeaderMatch[]>()

function meaningsOf(last: string, group: string): readonly HeaderMatch[] {
  const folded = foldHeader(last)
  const combined = group === '' ? undefined : EXACT.get(group + folded)
  if (combined) return combined
  const replacement = replacementSide(group + folded + bracketed(last))
  if (replacement) return [replacement]
  if (NOT_KEPT.has(folded)) return []

  const [whole, ...pieces] = headerAlternatives(last)
  const exact = EXACT.get(whole!)
  if (exact) return exact
  // 故障部件、厂家及版本 holds makers and versions; a part among its words does not make it a part.
  if (pieces.length > 1 && MAKERS.test(whole!)) return []
  const known = pieces.flatMap((piece) => EXACT.get(piece) ?? [])
  const sure = pieces
    .map((piece) => (EXACT.get(piece) ?? []).filter(({ confidence }) => confidence >= SURE_WORD))
    .find((matches) => matches.length > 0)
  if (sure) return [...lessSure(sure), ...otherwise(last, sure)]
  const isBilingual = /[\u4e00-\u9fff]/.test(folded) && /[a-z]{3}|[a-z]\/[a-z]/.test(folded)
  const inOrder = isBilingual ? [...pieces, folded] : [folded, ...pieces]
  const made = inOrder.map(composedWord).find((match) => match !== undefined)
  if (made)
    return [
      ...made,
      ...otherwise(last, made),
      ...lessSure(known).filter(({ field }) => made.every((match) => match.field !== field)),
    ]
  return known.length > 0 ? lessSure(agreed(known)) : containedWord(folded)
}

/** Of words that each may mean several things, what two of them mean. */
function agreed(matches: readonly HeaderMatch[]): readonly HeaderMatch[] {
  const twice = matches.filter(({ field }, at) => matches.findIndex((other) => other.field === field) < at)
  return twice.length > 0 ? twice : matches
}

/** “Item / 节点号”: where the two languages of a header do not say the same, what stands in the column decides. */
function otherwise(header: string, sure: readonly HeaderMatch[]): readonly HeaderMatch[] {
  const fields = new Set(sure.map(({ field }) => field))
  return spokenTwice(header)
    .flatMap((half) => composedWord(foldHeader(half)) ?? [])
    .filter(({ field }) => !fields.has(field))
    .map((match) => ({ ...match, confidence: match.confidence * 0.9 }))
}

const lessSure = (matches: readonly HeaderMatch[]): HeaderMatch[] =>
  matches.map(({ field, confidence }) => ({ field, confidence: confidence * 0.97, reason: 'synonym' }))

/** What stands in brackets of a header, 故障件编号(换下): it may say which side of a replacement is meant. */
const bracketed = (header: string): string => /[(（]([^)）]*)[)）]/.exec(header)?.[1] ?? ''

function replacementSide(text: string): HeaderMatch | undefined {
  if (
    !SERIAL_WORDS.some(
      (word) => text.endsWith(word) || (word.length > 2 && text.includes(word)) || text.includes('编号'),
    ) ||
    /日期|时间|date/.test(text)
  )
    return undefined
  if (REMOVED_WORDS.some((word) => text.includes(word)))
    return { field: 'removedSerial', confidence: 0.85, reason: 'contains' }
  return INSTALLED_WORDS.some((word) => text.includes(word))
    ? { field: 'installedSerial', confidence: 0.85, reason: 'contains' }
    : undefined
}

const COMPOSED_CONFIDENCE = 0.9
/** Not sure enough to be the label of a form on its own. */
const LOOSE_CONFIDENCE = 0.86

/** A header whose parts are known though nobody listed the whole, 故障处理记录编号 or Date of fault. */
function composedWord(text: string): readonly HeaderMatch[] | undefined {
  if (text.length < FEWEST_LETTERS) return undefined
  const field = HEADER_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0]
  const loose = field ?? LOOSE_HEADER_PATTERNS.find(([, pattern]) => pattern.test(text))?.[0]
  if (loose === undefined) return undefined
  const confidence = field === undefined ? LOOSE_CONFIDENCE : COMPOSED_CONFIDENCE
  return [{ field: loose, confidence, reason: 'synonym' }]
}

/** What a word weighs more for standing at the end, where the noun of a Chinese or English compound stands. */
const END_WEIGHT = 1.5

/** The known words by their first two letters. */
const BEGINNINGS = new Map<string, { readonly word: string; readonly field: CanonicalField }[]>()
for (const entry of INSIDE) {
  const beginning = entry.word.slice(0, 2)
  const words = BEGINNINGS.get(beginning)
  if (words === undefined) BEGINNINGS.set(beginning, [entry])
  else words.push(entry)
}

/** The weightiest known word inside a header; of equals the one further to the end. */
function containedWord(text: string): readonly HeaderMatch[] {
  let best:
    | { readonly field: CanonicalField; readonly length: number; readonly weight: number; readonly at: number }
    | undefined
  for (let at = 0; at + 1 < text.length; at += 1)
    for (const { word, field } of BEGINNINGS.get(text.slice(at, at + 2)) ?? []) {
      const weight = word.length + (at + word.length === text.length ? END_WEIGHT : 0)
      const isBetter = best === undefined || weight > best.weight || (weight === best.weight && at > best.at)
      if (isBetter && text.startsWith(word, at)) best = { field, length: word.length, weight, at }
    }
  if (!best) return []
  return [
    {
      field: best.field,
      confidence: Math.round((0.45 + 0.4 * (best.length / text.length)) * 100) / 100,
      reason: 'contains',
    },
  ]
}

/** Is this text, letter by letter, a header somebody listed? Much cheaper than what it may mean. */
export const isListedHeader = (text: string): boolean =>
  text.length <= LONGEST_HEADER && (EXACT.get(foldHeader(text))?.[0]?.confidence ?? 0) >= SURE_WORD

/** Does the header name something that none of our fields holds? */
export const isOtherHeader = (text: string): boolean => NOT_KEPT.has(foldHeader(text))
