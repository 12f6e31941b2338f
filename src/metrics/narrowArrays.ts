/** Arrays of numbers no wider than what they hold. A column starts narrow and is widened when a value does not fit. */

/** Per row the number of a word. */
export type WordNumbers = Uint8Array | Uint16Array | Uint32Array

/** Per row a number, NaN where there is none. Single precision holds every day, delay and whole kilometre exactly. */
export type RowNumbers = Float32Array | Float64Array

const roomFor = (length: number, largest: number): WordNumbers =>
  largest < 2 ** 8 ? new Uint8Array(length) : largest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)

/** The largest number each kind of array can hold is one less than 256 to the power of its bytes. */
const holds = (numbers: WordNumbers, value: number): boolean => value < 256 ** numbers.BYTES_PER_ELEMENT

/** An array that can hold `largest`: the same one when it can, else a wider copy. */
export function fitting(numbers: WordNumbers, largest: number): WordNumbers {
  if (holds(numbers, largest)) return numbers
  const wider = roomFor(numbers.length, largest)
  wider.set(numbers)
  return wider
}

/** The same numbers with room for `length` of them. */
export function longerWordNumbers(numbers: WordNumbers, length: number): WordNumbers {
  const longer = roomFor(length, 256 ** numbers.BYTES_PER_ELEMENT - 1)
  longer.set(numbers)
  return longer
}

/** The first `length` numbers in an array as narrow as `largest` allows. */
export function narrowedWordNumbers(numbers: WordNumbers, length: number, largest: number): WordNumbers {
  const narrow = roomFor(length, largest)
  narrow.set(numbers.subarray(0, length))
  return narrow
}

/** An array that can hold `value` exactly: the same one when it can, else a wider copy. */
export function exactFor(numbers: RowNumbers, value: number): RowNumbers {
  return numbers instanceof Float64Array || Number.isNaN(value) || Math.fround(value) === value
    ? numbers
    : new Float64Array(numbers)
}

/** The same numbers with room for `length` of them, the new ones NaN. */
export function longerRowNumbers(numbers: RowNumbers, length: number): RowNumbers {
  const longer = numbers instanceof Float64Array ? new Float64Array(length) : new Float32Array(length)
  longer.fill(Number.NaN, numbers.length)
  longer.set(numbers)
  return longer
}

export const isWordNumbers = (value: unknown): value is WordNumbers =>
  value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array

export const isRowNumbers = (value: unknown): value is RowNumbers =>
  value instanceof Float32Array || value instanceof Float64Array
