export interface CountingSorted {
  readonly rows: Uint32Array
  /** Per key the place after its last row. */
  readonly ends: Uint32Array
}

/**
 * Sorts rows stably by whole-number keys: how many rows have a smaller key says where a row goes.
 * @param keys  per row of `rows` a key from 0 to `count` − 1
 * @param count one more than the largest key
 */
export function countingSort(rows: Uint32Array, keys: Uint32Array, count: number): CountingSorted {
  const next = new Uint32Array(count + 1)
  for (let at = 0; at < keys.length; at += 1) next[(keys[at] ?? 0) + 1] = (next[(keys[at] ?? 0) + 1] ?? 0) + 1
  for (let key = 1; key <= count; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0)
  const sorted = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) {
    const key = keys[at] ?? 0
    const place = next[key] ?? 0
    sorted[place] = rows[at] ?? 0
    next[key] = place + 1
  }
  return { rows: sorted, ends: next.subarray(0, count) }
}
