/** Which changes of which devices are known, as ranges of their numbers: what is missing in between follows from them. */

/** From and to, both inside. */
export type NumberRange = readonly [from: number, to: number]
/** Per device its ranges, ascending and apart. */
export type ChangeRanges = Readonly<Record<string, readonly NumberRange[]>>

/** Ranges from numbers in any order, each as often as it likes. */
export function rangesOf(numbers: Iterable<number>): readonly NumberRange[] {
  const ranges: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && number <= last[1] + 1) last[1] = Math.max(last[1], number)
    else ranges.push([number, number])
  }
  return ranges
}

/** What is in one of them or both. */
export function joinedRanges(a: readonly NumberRange[], b: readonly NumberRange[]): readonly NumberRange[] {
  const ranges: [number, number][] = []
  for (const [from, to] of [...a, ...b].sort((one, other) => one[0] - other[0])) {
    const last = ranges.at(-1)
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}

/** What lies between 1 and `head` in none of the ranges. */
export function gapsBelow(ranges: readonly NumberRange[], head: number): readonly NumberRange[] {
  const gaps: NumberRange[] = []
  let next = 1
  for (const [from, to] of ranges) {
    if (from > next && next <= head) gaps.push([next, Math.min(head, from - 1)])
    next = Math.max(next, to + 1)
  }
  if (next <= head) gaps.push([next, head])
  return gaps
}

/** Up to this number every change is known; 0 where the first is missing. */
export const gaplessUpTo = (ranges: readonly NumberRange[]): number => (ranges[0]?.[0] === 1 ? ranges[0][1] : 0)

export const countIn = (ranges: readonly NumberRange[]): number =>
  ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0)

/** How many changes of all devices together. */
export const changesIn = (ranges: ChangeRanges): number =>
  Object.values(ranges).reduce((sum, all) => sum + countIn(all), 0)

/** How many of the numbers of `some` are not in `known`. */
export const countBeyond = (some: readonly NumberRange[], known: readonly NumberRange[]): number =>
  countIn(joinedRanges(some, known)) - countIn(known)
