/** Which changes go up together: whole ones, in the order of their numbers, not more than one request holds. */
import { MOST_BYTES, MOST_ENTRIES } from '../domain/team/protocol'

/** One entry of the log and what it weighs as it travels, with the source rows that go with it. */
export interface Weighed {
  readonly number: number
  readonly bytes: number
}

/** So much at once is kept below what is allowed, so that a slow line gets on; one change may be larger. */
const ENOUGH_BYTES = MOST_BYTES / 16

/**
 * How many of the first entries go up together.
 * @param entries in the order of their numbers
 * @param isEnd whether nothing comes after them; otherwise the last change may go on beyond them and waits
 * @returns 0 where not even the first change is whole, or there is none
 */
export function countToPush(entries: readonly Weighed[], isEnd: boolean): number {
  let [chosen, bytes] = [0, 0]
  for (let from = 0; from < entries.length;) {
    const number = entries[from]?.number
    let to = from
    let weight = 0
    for (; entries[to]?.number === number && to < entries.length; to += 1) weight += entries[to]?.bytes ?? 0
    if (to === entries.length && !isEnd) return chosen
    if (chosen > 0 && (to > MOST_ENTRIES || bytes + weight > ENOUGH_BYTES)) return chosen
    ;[chosen, bytes, from] = [to, bytes + weight, to]
  }
  return chosen
}
