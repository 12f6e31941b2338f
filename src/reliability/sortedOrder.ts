const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS
const FEW = 4096

/**
 * The places of the values from the smallest to the largest; equal values keep their order. Large arrays are sorted by
 * the upper half of the bits of the doubles, sixteen at a time, because a comparison per pair takes a second for a
 * million values; what that half leaves undecided are short runs.
 * @param values finite
 * @returns      a permutation; never throws
 * @source       radix sort from the least digit: Knuth, The Art of Computer Programming, vol. 3, 5.2.5
 */
export function sortedOrder(values: Float64Array): Uint32Array {
  const n = values.length
  const order = new Uint32Array(n)
  for (let at = 0; at < n; at += 1) order[at] = at
  const compare = (a: number, b: number): number => (values[a] ?? 0) - (values[b] ?? 0) || a - b
  if (n <= FEW) return order.sort(compare)
  // As integers the bits of positive doubles are in order; of negative ones in reverse. Adding 0 makes −0 equal to 0.
  const bits = new Uint32Array(values.map((value) => value + 0).buffer)
  const keys = new Uint32Array(n)
  for (let at = 0; at < n; at += 1) {
    const high = bits[2 * at + 1] ?? 0
    keys[at] = high >>> 31 === 1 ? ~high : high ^ 0x80000000
  }
  const [half, halfKeys] = [new Uint32Array(n), new Uint32Array(n)]
  byDigit(keys, order, halfKeys, half, 0)
  byDigit(halfKeys, half, keys, order, DIGIT_BITS)
  for (let from = 0; from < n;) {
    let to = from + 1
    let isInOrder = true
    for (; to < n && keys[to] === keys[from]; to += 1)
      if (compare(order[to - 1] ?? 0, order[to] ?? 0) > 0) isInOrder = false
    if (!isInOrder) order.subarray(from, to).sort(compare)
    from = to
  }
  return order
}

/** One pass of a counting sort: keys with the places they stand for, by sixteen of their bits. */
function byDigit(
  keys: Uint32Array,
  places: Uint32Array,
  toKeys: Uint32Array,
  toPlaces: Uint32Array,
  shift: number,
): void {
  const starts = new Uint32Array(DIGITS + 1)
  for (let at = 0; at < keys.length; at += 1) {
    const next = (((keys[at] ?? 0) >>> shift) & (DIGITS - 1)) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let digit = 0; digit < DIGITS; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0
    const digit = (key >>> shift) & (DIGITS - 1)
    const place = starts[digit] ?? 0
    toKeys[place] = key
    toPlaces[place] = places[at] ?? 0
    starts[digit] = place + 1
  }
}
