/**
 * All failures as columns: one dictionary-coded array per text field, one array of numbers per number field.
 * A filter, a sort or a count over 200,000 failures is then a pass over a typed array instead of 200,000 objects.
 * The columns are a cache of the database, never the truth: they can be thrown away and rebuilt.
 */
import type { Fields } from '../domain/records/field'
import { companyColumns, NUMBER_FIELDS, TEXT_FIELDS, type NumberField, type TextField } from './columnDescriptions'
import {
  exactFor,
  fitting,
  isRowNumbers,
  isWordNumbers,
  longerRowNumbers,
  longerWordNumbers,
  narrowedWordNumbers,
  type RowNumbers,
  type WordNumbers,
} from './narrowArrays'
import { isSound, packWords, type PackedWords } from './packedWords'
import { WordList } from './wordList'
import { wordOrder } from './wordOrder'
import { WordTable } from './wordTable'

/** Which columns there are, by the keys they are asked for; a snapshot says for which it was made. */
export interface ColumnSchema {
  readonly text: readonly string[]
  readonly number: readonly string[]
}

export const BUILT_IN_SCHEMA: ColumnSchema = { text: TEXT_FIELDS, number: NUMBER_FIELDS }

/** The built-in columns, and behind them those of the fields a company added. */
export function schemaWith(company: Fields): ColumnSchema {
  const { text, number } = companyColumns(company)
  return text.length + number.length === 0
    ? BUILT_IN_SCHEMA
    : { text: [...TEXT_FIELDS, ...text.toSorted()], number: [...NUMBER_FIELDS, ...number.toSorted()] }
}

/** One failure with what belongs to it, flattened for the columns. `hidden`: deleted, or its import is undone. */
export type FailureRow = { readonly id: string; readonly deleted: boolean; readonly kept: boolean } & {
  readonly [F in TextField]?: string
} & {
  readonly [F in NumberField]?: number
}

/** One text field of all failures: per row the number of its word; word 0 is "nothing". */
export class TextColumn {
  /** word → its number; built when the first row is written. */
  private numbers: WordTable | null = null

  /** @param ordered how many of the first words stand in the order of their characters */
  constructor(
    public index: WordNumbers,
    private readonly list = new WordList(['']),
    private readonly ordered = 1,
  ) {}

  get words(): readonly string[] {
    return this.list.all()
  }

  get wordCount(): number {
    return this.list.length
  }

  /** Whether the words stand in the order of their characters, as they were stored. */
  get isInOrder(): boolean {
    return this.ordered === this.list.length
  }

  wordAt(number: number): string {
    return this.list.at(number)
  }

  /** The number of a word, which is added when it is new. */
  numberOf(word: string): number {
    this.numbers ??= new WordTable(this.list.all())
    const known = this.numbers.numberOf(word)
    if (known !== undefined) return known
    this.list.push(word)
    this.numbers.add(word)
    return this.list.length - 1
  }
}

export interface FailureColumns {
  size: number
  readonly ids: WordList
  /** id → row; built when first asked for. */
  rowOfId: WordTable | null
  /** Bit 0: deleted. Bit 1: kept although its import was undone. */
  flags: Uint8Array
  readonly schema: ColumnSchema
  readonly text: ByKey<TextField, TextColumn>
  readonly number: ByKey<NumberField, RowNumbers>
}

/** The keys the program knows are there; others are when the schema names them. */
type ByKey<K extends string, V> = Record<K, V> & Record<string, V | undefined>

const DELETED = 1
const KEPT = 2

const byKey = <K extends string, V>(keys: readonly string[], value: (key: string) => V): ByKey<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as ByKey<K, V>

/** A column the schema names. */
function named<V>(columns: Readonly<Record<string, V | undefined>>, key: string): V {
  const column = columns[key]
  if (column === undefined) throw new RangeError(`no column “${key}”`)
  return column
}

export const emptyColumns = (capacity = 1024, schema = BUILT_IN_SCHEMA): FailureColumns => ({
  schema,
  size: 0,
  ids: new WordList([]),
  rowOfId: null,
  flags: new Uint8Array(capacity),
  text: byKey(schema.text, () => new TextColumn(new Uint8Array(capacity))),
  number: byKey(schema.number, () => new Float32Array(capacity).fill(Number.NaN)),
})

function grow(columns: FailureColumns, capacity: number): void {
  if (columns.flags.length >= capacity) return
  const size = Math.max(capacity, Math.ceil(columns.flags.length * 1.5), 1024)
  const flags = new Uint8Array(size)
  flags.set(columns.flags)
  columns.flags = flags
  for (const key of columns.schema.text) {
    const column = named(columns.text, key)
    column.index = longerWordNumbers(column.index, size)
  }
  for (const key of columns.schema.number) columns.number[key] = longerRowNumbers(named(columns.number, key), size)
}

export function rowOf(columns: FailureColumns, id: string): number | undefined {
  columns.rowOfId ??= new WordTable(columns.ids.all())
  return columns.rowOfId.numberOf(id)
}

/** The same rows with other columns: those of both stay as they are, new ones are empty until `putValue`. */
export function withColumns(columns: FailureColumns, schema: ColumnSchema): FailureColumns {
  const capacity = columns.flags.length
  return {
    ...columns,
    schema,
    text: byKey(schema.text, (key) => columns.text[key] ?? new TextColumn(new Uint8Array(capacity))),
    number: byKey(schema.number, (key) => columns.number[key] ?? new Float32Array(capacity).fill(Number.NaN)),
  }
}

function putWord(columns: FailureColumns, row: number, key: string, value: unknown): void {
  const column = named(columns.text, key)
  const number = typeof value !== 'string' || value === '' ? 0 : column.numberOf(value)
  column.index = fitting(column.index, number)
  column.index[row] = number
}

function putNumber(columns: FailureColumns, row: number, key: string, given: unknown): void {
  const value = typeof given === 'number' ? given : Number.NaN
  const numbers = exactFor(named(columns.number, key), value)
  columns.number[key] = numbers
  numbers[row] = value
}

/** Fills single columns of a row that is there already; one that is not there yet is left to `putRow`. */
export function putValues(columns: FailureColumns, row: FailureRow, keys: readonly string[]): void {
  const at = rowOf(columns, row.id)
  if (at === undefined) return
  const values = row as Readonly<Record<string, unknown>>
  for (const key of keys) {
    if (columns.text[key] === undefined) putNumber(columns, at, key, values[key])
    else putWord(columns, at, key, values[key])
  }
}

/** Adds the row, or replaces the row with the same id. */
export function putRow(columns: FailureColumns, row: FailureRow): void {
  const known = rowOf(columns, row.id)
  const at = known ?? columns.size
  if (known === undefined) {
    grow(columns, columns.size + 1)
    columns.ids.push(row.id)
    columns.rowOfId?.add(row.id)
    columns.size += 1
  }
  columns.flags[at] = (row.deleted ? DELETED : 0) | (row.kept ? KEPT : 0)
  const values = row as Readonly<Record<string, unknown>>
  for (const key of columns.schema.text) putWord(columns, at, key, values[key])
  for (const key of columns.schema.number) putNumber(columns, at, key, values[key])
}

/** Room for `count` more rows at once, so that a bulk import does not grow the arrays step by step. */
export const reserve = (columns: FailureColumns, count: number): void => grow(columns, columns.size + count)

export const textAt = (columns: FailureColumns, field: TextField, row: number): string =>
  columns.text[field].wordAt(columns.text[field].index[row] ?? 0)

export const idAt = (columns: FailureColumns, row: number): string => columns.ids.at(row)

/** The numbers of one column, row by row. */
export function numbersAt(columns: FailureColumns, field: NumberField, rows: Uint32Array): Float64Array {
  const column = columns.number[field]
  const values = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) values[at] = column[rows[at] ?? 0] ?? Number.NaN
  return values
}

/** Which word of one column, row by row; 0 is "nothing". */
export function wordsAt(columns: FailureColumns, field: TextField, rows: Uint32Array): Uint32Array {
  const { index } = columns.text[field]
  const numbers = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) numbers[at] = index[rows[at] ?? 0] ?? 0
  return numbers
}

/** The rows that pass, in the same order. */
export function keepRows(rows: Uint32Array, passes: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    if (!passes(row)) continue
    kept[count] = row
    count += 1
  }
  return kept.subarray(0, count)
}

/** Rows that exist for people: not deleted, and their import not undone (unless kept). */
export function liveRows(columns: FailureColumns, undoneBatches: ReadonlySet<string>): Uint32Array {
  const { index, words } = columns.text.batchId
  const isUndone = Uint8Array.from(words, (batch) => (undoneBatches.has(batch) ? 1 : 0))
  const rows = new Uint32Array(columns.size)
  let count = 0
  for (let row = 0; row < columns.size; row += 1) {
    const flags = columns.flags[row] ?? 0
    if ((flags & DELETED) === 0 && (isUndone[index[row] ?? 0] === 0 || (flags & KEPT) !== 0)) {
      rows[count] = row
      count += 1
    }
  }
  return rows.subarray(0, count)
}

interface PackedText {
  readonly index: WordNumbers
  readonly words: PackedWords
}

/** The columns as plain buffers that IndexedDB stores and reads back in a tenth of a second. */
export interface PackedColumns {
  readonly schema: ColumnSchema
  readonly size: number
  readonly ids: PackedWords
  readonly flags: Uint8Array
  readonly text: Readonly<ByKey<TextField, PackedText>>
  readonly number: Readonly<ByKey<NumberField, RowNumbers>>
}

export const packColumns = ({ schema, size, ids, flags, text, number }: FailureColumns): PackedColumns => ({
  schema: { text: [...schema.text], number: [...schema.number] },
  size,
  ids: packWords(ids.all()),
  flags: flags.slice(0, size),
  text: byKey<TextField, PackedText>(schema.text, (key) => packTextColumn(named(text, key), size)),
  number: byKey<NumberField, RowNumbers>(schema.number, (key) => named(number, key).slice(0, size)),
})

/** The words are stored in their order, so that no later start has to work it out before the first table is there. */
function packTextColumn({ index, words }: TextColumn, size: number): PackedText {
  const order = wordOrder(words)
  const places = new Uint32Array(words.length)
  for (let place = 0; place < order.length; place += 1) places[order[place] ?? 0] = place
  const numbers = narrowedWordNumbers(index, size, words.length - 1)
  for (let row = 0; row < size; row += 1) numbers[row] = places[numbers[row] ?? 0] ?? 0
  return { index: numbers, words: packWords(Array.from(order, (word) => words[word] ?? '')) }
}

export const isSameSchema = (a: ColumnSchema, b: ColumnSchema | undefined): boolean =>
  a.text.join() === b?.text?.join() && a.number.join() === b.number?.join()

/**
 * The inverse of `packColumns`, but for the order of the words.
 * @returns null when it was made for other columns or anything does not fit the rest, so that the caller rebuilds
 */
export function unpackColumns(packed: PackedColumns, schema = BUILT_IN_SCHEMA): FailureColumns | null {
  const { size } = packed
  if (!isSameSchema(schema, packed.schema)) return null
  if (!isSound(packed.ids) || packed.ids.lengths.length !== size || packed.flags?.length !== size) return null
  const text: Record<string, TextColumn> = {}
  for (const key of schema.text) {
    const column = unpackTextColumn(packed.text?.[key], size)
    if (column === null) return null
    text[key] = column
  }
  const number: Record<string, RowNumbers> = {}
  for (const key of schema.number) {
    const values: unknown = packed.number?.[key]
    if (!isRowNumbers(values) || values.length !== size) return null
    number[key] = values
  }
  return {
    schema,
    size,
    ids: new WordList(packed.ids),
    rowOfId: null,
    flags: packed.flags,
    text: text as FailureColumns['text'],
    number: number as FailureColumns['number'],
  }
}

function unpackTextColumn(packed: PackedText | undefined, size: number): TextColumn | null {
  const index: unknown = packed?.index
  if (!isSound(packed?.words) || packed.words.lengths[0] !== 0 || !isWordNumbers(index) || index.length !== size)
    return null
  let largest = 0
  for (let row = 0; row < size; row += 1) if ((index[row] ?? 0) > largest) largest = index[row] ?? 0
  return largest < packed.words.lengths.length
    ? new TextColumn(index, new WordList(packed.words), packed.words.lengths.length)
    : null
}

/** Bytes a row takes in the arrays, without the words: what grows with every failure. */
export const bytesPerRow = ({ schema, flags, text, number }: FailureColumns): number =>
  [
    flags,
    ...schema.text.map((key) => named(text, key).index),
    ...schema.number.map((key) => named(number, key)),
  ].reduce((bytes, array) => bytes + array.BYTES_PER_ELEMENT, 0)
