/**
 * Neighbours too close to be pointed at one by one, taken together: a cluster spans less than `gap` from its first
 * member.
 *
 * @param places ascending positions, for example pixels
 * @returns      ranges [from, to) that cover all places in order
 */
export function clusterByGap(places: readonly number[], gap: number): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = []
  let start = 0
  for (let at = 1; at <= places.length; at += 1) {
    if (at < places.length && (places[at] ?? 0) - (places[start] ?? 0) < gap) continue
    ranges.push([start, at])
    start = at
  }
  return ranges
}
