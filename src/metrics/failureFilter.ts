/** Filtering, searching and sorting the failure columns. Work is done once per dictionary word, then one pass over the rows. */
import { plainText } from '../domain/plainText'
import { isCompanyKey } from '../domain/companyFields'
import { COLUMN_MEANING, type ColumnField, type NumberKey, type TextKey } from './columnMeaning'
import { countingSort } from './countingSort'
import { TEXT_FIELDS, type TextField } from './columnDescriptions'
import { keepRows, TextColumn, type FailureColumns } from './failureColumns'
import { fuzzyTest, looseTest, mayBeInitials, queryTokens, type InitialsOf } from './fuzzyWords'
import type { RowNumbers } from './narrowArrays'
import { eachPlainWord, markContaining, preparePlainWords } from './plainWords'
import { wordOrder } from './wordOrder'

/**
 * One condition on one column. `is`/`not`: the stored word is (not) one of the values. `like`: the label matches
 * fuzzily. `blank`/`filled`: nothing there, or something. `between`: a number in [from, to].
 */
export type Filter =
  | { readonly field: TextKey; readonly op: 'is' | 'not'; readonly values: readonly string[] }
  | { readonly field: TextKey; readonly op: 'like'; readonly query: string }
  | { readonly field: ColumnField; readonly op: 'blank' | 'filled' }
  | { readonly field: NumberKey; readonly op: 'between'; readonly from?: number; readonly to?: number }

/** How words become labels, in the language of the person who looks. */
export type LabelOf = (field: TextKey, word: string) => string

export interface Sorting {
  readonly field: ColumnField
  readonly descending: boolean
}

const wordsPassing = ({ words }: TextColumn, passes: (word: string) => boolean): Uint8Array =>
  Uint8Array.from(words, (word) => (passes(word) ? 1 : 0))

/** A column nobody has filled: that of a company field described elsewhere. */
const NOTHING = new TextColumn(new Uint8Array(0))

export const textColumn = (columns: FailureColumns, field: string): TextColumn => columns.text[field] ?? NOTHING

/** Words of this column are what somebody wrote, and many; those of a company field may also be codes, which are few. */
const isWritten = (field: TextKey, wordCount: number): boolean =>
  isCompanyKey(field) ? wordCount > LARGEST_DICTIONARY_FOR_INITIALS : COLUMN_MEANING[field].kind === 'text'

function rowTest(
  columns: FailureColumns,
  filter: Filter,
  labelOf: LabelOf,
  initialsOf: InitialsOf | null,
): (row: number) => boolean {
  const values = columns.number[filter.field]
  if (values !== undefined) {
    if (filter.op === 'between') {
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter
      return (row) => (values[row] ?? Number.NaN) >= from && (values[row] ?? Number.NaN) <= to
    }
    const wantsBlank = filter.op === 'blank'
    return (row) => Number.isNaN(values[row]) === wantsBlank
  }
  const field = filter.field as TextKey
  const column = textColumn(columns, field)
  const { index } = column
  const passing = (() => {
    switch (filter.op) {
      case 'is': {
        const values = new Set(filter.values)
        return wordsPassing(column, (word) => values.has(word))
      }
      case 'not': {
        const values = new Set(filter.values)
        return wordsPassing(column, (word) => !values.has(word))
      }
      case 'like':
        return wordsLike(columns, field, filter.query, labelOf, initialsOf)
      case 'blank':
        return wordsPassing(column, (word) => word === '')
      default:
        return wordsPassing(column, (word) => word !== '')
    }
  })()
  return (row) => passing[index[row] ?? 0] === 1
}

const LARGEST_DICTIONARY_FOR_INITIALS = 5000

/** Words whose label matches a query fuzzily. Free texts are their own labels and many, so they are searched joined together. */
function wordsLike(
  columns: FailureColumns,
  field: TextKey,
  query: string,
  labelOf: LabelOf,
  initialsOf: InitialsOf | null,
): Uint8Array {
  const column = textColumn(columns, field)
  const { words } = column
  if (!isWritten(field, words.length) || words.length <= LARGEST_DICTIONARY_FOR_INITIALS) {
    const matches = fuzzyTest(query, initialsOf)
    return wordsPassing(column, (word) => word !== '' && matches(labelOf(field, word)))
  }
  const passing = new Uint8Array(words.length).fill(1)
  passing[0] = 0
  for (const token of queryTokens(query)) {
    const containing = new Uint8Array(words.length)
    markContaining(words, token, containing)
    const isLoose = looseTest(token)
    if (isLoose !== null)
      eachPlainWord(words, (word, plain) => {
        if (passing[word] === 1 && containing[word] === 0 && isLoose(plain)) containing[word] = 1
      })
    for (let word = 0; word < words.length; word += 1) passing[word] = (passing[word] ?? 0) & (containing[word] ?? 0)
  }
  return passing
}

/** The rows of `rows` that pass every filter, in the same order. */
export const filterRows = (
  columns: FailureColumns,
  rows: Uint32Array,
  filters: readonly Filter[],
  labelOf: LabelOf,
  initialsOf: InitialsOf | null,
): Uint32Array => filters.reduce((rest, filter) => keepRows(rest, rowTest(columns, filter, labelOf, initialsOf)), rows)

const SEARCHED: readonly TextField[] = [
  'no',
  'formerNo',
  'description',
  'bomNodeId',
  'failedNodeId',
  'nodeText',
  'partNoText',
  'trainId',
  'trainText',
  'reportedSerial',
  'actualSerial',
  'removedSerial',
  'installedSerial',
  'symptomCode',
  'measure',
  'causeText',
  'actionText',
  'handler',
  'faultCode',
  'depotId',
  'customerId',
  'responsibleText',
  'remark',
  'reportedBatch',
]

/** Company fields are found by what they say as well. */
const searchedFields = ({ schema }: FailureColumns): readonly TextKey[] => [
  ...SEARCHED,
  ...schema.text.slice(TEXT_FIELDS.length).filter(isCompanyKey),
]

/** Works out what a search compares, so that the first one is as quick as the next. One column per step. */
export const searchPreparations = (columns: FailureColumns): readonly (() => void)[] =>
  SEARCHED.filter((field) => COLUMN_MEANING[field].kind === 'text').map(
    (field) => () => preparePlainWords(columns.text[field].words),
  )

/** The rows in which every word of the query is found in some searched field. */
export function searchRows(
  columns: FailureColumns,
  rows: Uint32Array,
  query: string,
  labelOf: LabelOf,
  initialsOf: InitialsOf | null,
): Uint32Array {
  let rest = rows
  for (const token of queryTokens(query)) {
    const asInitials = initialsOf !== null && mayBeInitials(token)
    const isFound = new Uint8Array(columns.size)
    for (const field of searchedFields(columns)) {
      const { words, index } = textColumn(columns, field)
      const marks = new Uint8Array(words.length)
      if (isWritten(field, words.length)) {
        if (!markContaining(words, token, marks)) continue
      } else
        for (const [at, word] of words.entries()) {
          const label = word === '' ? '' : labelOf(field, word)
          if (label !== '' && (plainText(label).includes(token) || (asInitials && initialsOf(label).includes(token))))
            marks[at] = 1
        }
      for (let at = 0; at < rest.length; at += 1) {
        const row = rest[at] ?? 0
        if (marks[index[row] ?? 0] === 1) isFound[row] = 1
      }
    }
    rest = keepRows(rest, (row) => isFound[row] === 1)
  }
  return rest
}

const LARGEST_DICTIONARY_FOR_COLLATION = 20_000

function asTheyStand(count: number): Uint32Array {
  const ranks = new Uint32Array(count)
  for (let word = 0; word < count; word += 1) ranks[word] = word
  return ranks
}

/** Per word its place in the order of labels; equal labels share a place. */
export function wordRanks(columns: FailureColumns, field: TextKey, labelOf: LabelOf): Uint32Array {
  const column = textColumn(columns, field)
  const kind = isCompanyKey(field) ? 'choice' : COLUMN_MEANING[field].kind
  const isOwnLabel = kind === 'text' || kind === 'moment'
  const isCollated = kind !== 'moment' && column.wordCount <= LARGEST_DICTIONARY_FOR_COLLATION
  if (isOwnLabel && !isCollated && column.isInOrder) return asTheyStand(column.wordCount)
  const { words } = column
  const labels = isOwnLabel ? words : words.map((word) => (word === '' ? '' : labelOf(field, word)))
  const { compare } = new Intl.Collator('zh-CN', { numeric: true })
  const order = isCollated
    ? Uint32Array.from(labels, (_, at) => at).sort((a, b) => compare(labels[a] ?? '', labels[b] ?? ''))
    : wordOrder(labels)
  const ranks = new Uint32Array(words.length)
  // A dictionary holds every word once, so that only labels and collation can make two of them equal.
  if (isOwnLabel && !isCollated) {
    for (let place = 0; place < order.length; place += 1) ranks[order[place] ?? 0] = place
    return ranks
  }
  let rank = 0
  for (let place = 1; place < order.length; place += 1) {
    const [label, before] = [labels[order[place] ?? 0] ?? '', labels[order[place - 1] ?? 0] ?? '']
    if (label !== before && (!isCollated || compare(label, before) !== 0)) rank += 1
    ranks[order[place] ?? 0] = rank
  }
  return ranks
}

/** Per row of `rows` a whole number that sorts as its value does, and how many such numbers there are; blanks get the last. */
function sortKeys(
  columns: FailureColumns,
  rows: Uint32Array,
  { field, descending }: Sorting,
  ranksOf: (field: TextKey) => Uint32Array,
): { readonly keys: Uint32Array; readonly count: number } {
  const keys = new Uint32Array(rows.length)
  const values = columns.number[field]
  if (values === undefined) {
    const ranks = ranksOf(field as TextKey)
    const { index } = textColumn(columns, field)
    const last = ranks.length
    for (let at = 0; at < rows.length; at += 1) {
      const word = index[rows[at] ?? 0] ?? 0
      keys[at] = word === 0 ? last : descending ? last - 1 - (ranks[word] ?? 0) : (ranks[word] ?? 0)
    }
    return { keys, count: last + 1 }
  }
  const whole = wholeNumberRange(values, rows)
  if (whole !== null) {
    const last = whole.most - whole.least + 1
    for (let at = 0; at < rows.length; at += 1) {
      const value = values[rows[at] ?? 0] ?? Number.NaN
      keys[at] = Number.isNaN(value) ? last : descending ? whole.most - value : value - whole.least
    }
    return { keys, count: last + 1 }
  }
  const order = new Float64Array(rows.length)
  let count = 0
  // By place: an iterator would make an object per row.
  for (let at = 0; at < rows.length; at += 1) {
    const value = values[rows[at] ?? 0] ?? Number.NaN
    if (Number.isNaN(value)) continue
    order[count] = value
    count += 1
  }
  const sorted = order.subarray(0, count).sort()
  for (let at = 0; at < rows.length; at += 1) {
    const value = values[rows[at] ?? 0] ?? Number.NaN
    const rank = firstNotBelow(sorted, value)
    keys[at] = Number.isNaN(value) ? count : descending ? count - 1 - rank : rank
  }
  return { keys, count: count + 1 }
}

const LARGEST_RANGE_TO_COUNT = 2 ** 20

/** The least and the greatest value, when all are whole and close enough to be their own sort keys, as days are. */
function wholeNumberRange(
  values: RowNumbers,
  rows: Uint32Array,
): { readonly least: number; readonly most: number } | null {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  // By place: an iterator would make an object per row.
  for (let at = 0; at < rows.length; at += 1) {
    const value = values[rows[at] ?? 0] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (!Number.isInteger(value)) return null
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least < LARGEST_RANGE_TO_COUNT && most >= least ? { least, most } : null
}

/** The place of a value among sorted ones, found by halving. */
function firstNotBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Sorts stably by columns, of which the first decides first; what has no value comes last in both directions.
 * @param ranksOf for callers that keep the ranks of a column while its words stay the same
 */
export function sortRows(
  columns: FailureColumns,
  rows: Uint32Array,
  sorting: readonly Sorting[],
  labelOf: LabelOf,
  ranksOf = (field: TextKey): Uint32Array => wordRanks(columns, field, labelOf),
): Uint32Array {
  // Stable sorts from the last column to the first leave the first in charge.
  return sorting.toReversed().reduce((sorted, each) => {
    const { keys, count } = sortKeys(columns, sorted, each, ranksOf)
    return countingSort(sorted, keys, count).rows
  }, rows)
}

/** The distinct words of a column among these rows with their counts, most frequent first. */
export function distinctWords(
  columns: FailureColumns,
  rows: Uint32Array,
  field: TextKey,
): readonly { readonly word: string; readonly count: number }[] {
  const { index, words } = textColumn(columns, field)
  const counts = new Uint32Array(words.length)
  for (let at = 0; at < rows.length; at += 1) {
    const number = index[rows[at] ?? 0] ?? 0
    counts[number] = (counts[number] ?? 0) + 1
  }
  return words
    .flatMap((word, at) => ((counts[at] ?? 0) > 0 ? [{ word, count: counts[at] ?? 0 }] : []))
    .sort((a, b) => b.count - a.count)
}
