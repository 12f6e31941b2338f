/** Filtering, searching and sorting the failure columns. Work is done once per dictionary word, then one pass over the rows. */
import { plainText } from '../domain/plainText'
import { COLUMN_MEANING, isNumberField, isTextField, type ColumnField } from './columnMeaning'
import type { FailureColumns, NumberField, TextField } from './failureColumns'
import { fuzzyTest, queryTokens, type InitialsOf } from './fuzzyWords'

/**
 * One condition on one column. `is`/`not`: the stored word is (not) one of the values. `like`: the label matches
 * fuzzily. `blank`/`filled`: nothing there, or something. `between`: a number in [from, to].
 */
export type Filter =
  | { readonly field: TextField; readonly op: 'is' | 'not'; readonly values: readonly string[] }
  | { readonly field: TextField; readonly op: 'like'; readonly query: string }
  | { readonly field: ColumnField; readonly op: 'blank' | 'filled' }
  | { readonly field: NumberField; readonly op: 'between'; readonly from?: number; readonly to?: number }

/** How words become labels, in the language of the person who looks. */
export type LabelOf = (field: TextField, word: string) => string

export interface Sorting {
  readonly field: ColumnField
  readonly descending: boolean
}

function wordsPassing(columns: FailureColumns, field: TextField, passes: (word: string) => boolean): Uint8Array {
  return Uint8Array.from(columns.text[field].words, (word) => (passes(word) ? 1 : 0))
}

function keep(rows: Uint32Array, passes: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows.length)
  let count = 0
  for (const row of rows)
    if (passes(row)) {
      kept[count] = row
      count += 1
    }
  return kept.subarray(0, count)
}

function rowTest(columns: FailureColumns, filter: Filter, labelOf: LabelOf, initialsOf: InitialsOf | null): (row: number) => boolean {
  if (isNumberField(filter.field)) {
    const values = columns.number[filter.field]
    if (filter.op === 'between') {
      const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter
      return (row) => (values[row] ?? Number.NaN) >= from && (values[row] ?? Number.NaN) <= to
    }
    const wantsBlank = filter.op === 'blank'
    return (row) => Number.isNaN(values[row]) === wantsBlank
  }
  const field = filter.field
  const { index } = columns.text[field]
  const passing = (() => {
    switch (filter.op) {
      case 'is': {
        const values = new Set(filter.values)
        return wordsPassing(columns, field, (word) => values.has(word))
      }
      case 'not': {
        const values = new Set(filter.values)
        return wordsPassing(columns, field, (word) => !values.has(word))
      }
      case 'like': {
        const matches = fuzzyTest(filter.query, COLUMN_MEANING[field].kind === 'text' && columns.text[field].words.length > 5000 ? null : initialsOf)
        return wordsPassing(columns, field, (word) => word !== '' && matches(labelOf(field, word)))
      }
      case 'blank':
        return wordsPassing(columns, field, (word) => word === '')
      default:
        return wordsPassing(columns, field, (word) => word !== '')
    }
  })()
  return (row) => passing[index[row] ?? 0] === 1
}

/** The rows of `rows` that pass every filter, in the same order. */
export const filterRows = (columns: FailureColumns, rows: Uint32Array, filters: readonly Filter[], labelOf: LabelOf, initialsOf: InitialsOf | null): Uint32Array =>
  filters.reduce((rest, filter) => keep(rest, rowTest(columns, filter, labelOf, initialsOf)), rows)

const SEARCHED: readonly TextField[] = [
  'no', 'description', 'bomNodeId', 'nodeText', 'partNoText', 'trainId', 'trainText', 'reportedSerial', 'removedSerial', 'installedSerial', 'symptomCode',
  'measure', 'causeText', 'actionText', 'handler', 'faultCode', 'depotId', 'customerId', 'responsibleText', 'remark', 'reportedBatch',
]

/** The rows in which every word of the query is found in some searched field. */
export function searchRows(columns: FailureColumns, rows: Uint32Array, query: string, labelOf: LabelOf, initialsOf: InitialsOf | null): Uint32Array {
  let rest = rows
  for (const token of queryTokens(query)) {
    const asInitials = initialsOf !== null && /^[a-z]{2,}$/u.test(token)
    const passing = SEARCHED.map((field) => {
      const isShort = COLUMN_MEANING[field].kind !== 'text'
      return {
        index: columns.text[field].index,
        words: wordsPassing(columns, field, (word) => {
          if (word === '') return false
          const label = isShort ? labelOf(field, word) : word
          return plainText(label).includes(token) || (isShort && asInitials && initialsOf(label).includes(token))
        }),
      }
    })
    rest = keep(rest, (row) => passing.some(({ index, words }) => words[index[row] ?? 0] === 1))
  }
  return rest
}

const LARGEST_DICTIONARY_FOR_COLLATION = 20_000
/** Rows and ranks are packed into one double to sort natively: 2²¹ rows × 2³¹ ranks fit into 53 bits. */
const ROW_BITS = 2 ** 21

function ranks(columns: FailureColumns, field: TextField, labelOf: LabelOf): Float64Array {
  const { words } = columns.text[field]
  const labels = words.map((word) => (word === '' ? '' : labelOf(field, word)))
  const order = Uint32Array.from(labels, (_, at) => at)
  if (COLUMN_MEANING[field].kind !== 'moment' && words.length <= LARGEST_DICTIONARY_FOR_COLLATION) {
    const collator = new Intl.Collator('zh-CN', { numeric: true })
    order.sort((a, b) => collator.compare(labels[a] ?? '', labels[b] ?? ''))
  } else order.sort((a, b) => ((labels[a] ?? '') < (labels[b] ?? '') ? -1 : (labels[a] ?? '') > (labels[b] ?? '') ? 1 : 0))
  const rank = new Float64Array(words.length)
  for (const [position, word] of order.entries()) rank[word] = position
  return rank
}

/** Sorts stably by one column; what has no value comes last in both directions. Rows must number fewer than two million. */
export function sortRows(columns: FailureColumns, rows: Uint32Array, sorting: Sorting, labelOf: LabelOf): Uint32Array {
  const { field, descending } = sorting
  const keyOf: (row: number) => number = (() => {
    if (isTextField(field)) {
      const rank = ranks(columns, field, labelOf)
      const { index } = columns.text[field]
      const last = rank.length
      return (row) => {
        const word = index[row] ?? 0
        return word === 0 ? last : descending ? last - 1 - (rank[word] ?? 0) : (rank[word] ?? 0)
      }
    }
    const values = columns.number[field]
    const order = Float64Array.from(new Set(Array.from(rows, (row) => values[row] ?? Number.NaN).filter((value) => !Number.isNaN(value)))).sort()
    const rankOf = new Map(Array.from(order, (value, at) => [value, at]))
    return (row) => {
      const rank = rankOf.get(values[row] ?? Number.NaN)
      return rank === undefined ? order.length : descending ? order.length - 1 - rank : rank
    }
  })()
  const keys = new Float64Array(rows.length)
  for (const [position, row] of rows.entries()) keys[position] = keyOf(row) * ROW_BITS + position
  keys.sort()
  const sorted = new Uint32Array(rows.length)
  for (const [position, key] of keys.entries()) sorted[position] = rows[key % ROW_BITS] ?? 0
  return sorted
}

/** The distinct words of a column among these rows with their counts, most frequent first. */
export function distinctWords(columns: FailureColumns, rows: Uint32Array, field: TextField): readonly { readonly word: string; readonly count: number }[] {
  const { index, words } = columns.text[field]
  const counts = new Uint32Array(words.length)
  for (const row of rows) counts[index[row] ?? 0] = (counts[index[row] ?? 0] ?? 0) + 1
  return words.flatMap((word, at) => ((counts[at] ?? 0) > 0 ? [{ word, count: counts[at] ?? 0 }] : [])).sort((a, b) => b.count - a.count)
}
