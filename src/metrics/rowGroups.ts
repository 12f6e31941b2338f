/** Rows put together by what they share, without a string per row: words are compared once, rows only counted. */
import { countingSort } from './countingSort'
import type { TextColumn } from './failureColumns'

/** What a row is grouped by: a number per row, and the word behind each number. */
export interface Grouping {
  readonly words: readonly string[]
  readonly of: (row: number) => number
}

export interface RowGroup {
  readonly word: string
  /** In the order they came in. */
  readonly rows: Uint32Array
}

/** Groups rows by a word made of the word in a column; different words of the column may make the same one. */
export function groupingBy({ index, words }: TextColumn, wordFor: (word: string) => string = (word) => word): Grouping {
  const { numberOf, words: made } = numberedWords()
  const numbers = Uint32Array.from(words, (word) => numberOf(wordFor(word)))
  return { words: made, of: (row) => numbers[index[row] ?? 0] ?? 0 }
}

/** Words in the order they were first asked for, and the number of each. */
export function numberedWords(): { readonly words: readonly string[]; readonly numberOf: (word: string) => number } {
  const words: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    return words.push(word) - 1
  }
  return { words, numberOf }
}

/** The groups that have rows; all their rows lie in one buffer, so that many groups cost no more than a few. */
export function groupRows(rows: Uint32Array, { words, of }: Grouping): readonly RowGroup[] {
  const numbers = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) numbers[at] = of(rows[at] ?? 0)
  // Only now are all words known: some groupings learn them as they go.
  const sorted = countingSort(rows, numbers, words.length)
  return words.flatMap((word, number) => {
    const [from, to] = [number === 0 ? 0 : (sorted.ends[number - 1] ?? 0), sorted.ends[number] ?? 0]
    return from === to ? [] : [{ word, rows: sorted.rows.subarray(from, to) }]
  })
}

/** Visits neighbours with the same number together, as places [from, to). */
export function eachRun(numbers: ArrayLike<number>, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < numbers.length;) {
    const number = numbers[from]
    let to = from + 1
    while (to < numbers.length && numbers[to] === number) to += 1
    visit(from, to)
    from = to
  }
}

/** The rows of several groups one after the other. */
export function joinedRows(parts: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
