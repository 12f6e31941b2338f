/** A life known to lie between two inspections; `to` null where it was still alive at the last one. */
export type InspectedLife = { readonly from: number; readonly to: number | null; readonly count?: number }

export type TurnbullStep = {
  /** The share falls somewhere in here; nothing in the data says where. */
  readonly from: number
  readonly to: number
  /** Alive after it. */
  readonly survival: number
}

const MOST_ROUNDS = 20_000
const SETTLED = 1e-10
const MOST_LIVES = 2000

/**
 * Which share is alive by when, of lives known only from one inspection to the next, without a law? The self-consistent
 * estimate: failures are shared out over the innermost intervals until nothing moves.
 *
 * @param lives failed in (from, to]; at most 2000
 * @returns     the innermost intervals in order, with the share alive after each; empty without a failure
 * @throws      RangeError for intervals or counts that are none
 * @source      Turnbull (1976), JRSS B 38; Peto (1973)
 */
export function turnbull(lives: readonly InspectedLife[]): readonly TurnbullStep[] {
  if (lives.length > MOST_LIVES) throw new RangeError(`${lives.length} lives are more than ${MOST_LIVES}`)
  for (const { from, to, count = 1 } of lives) {
    if (!(from >= 0 && from < Infinity && (to === null || (to > from && to < Infinity))))
      throw new RangeError(`${from} to ${to} is no interval between inspections`)
    if (!(Number.isSafeInteger(count) && count >= 0 && count <= 1e9)) throw new RangeError(`${count} is not a count`)
  }
  const known = lives.filter(({ count = 1 }) => count > 0)
  const inner = innermost(known)
  const total = known.reduce((sum, { count = 1 }) => sum + count, 0)
  if (inner.every(([, to]) => to === Infinity)) return []
  const holds = known.map(({ from, to }) =>
    inner.flatMap(([left, right], at) => (left >= from && right <= (to ?? Infinity) ? [at] : [])),
  )
  let shares = inner.map(() => 1 / inner.length)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = inner.map(() => 0)
    for (const [at, { count = 1 }] of known.entries()) {
      const inside = holds[at] ?? []
      const sum = inside.reduce((all, index) => all + (shares[index] ?? 0), 0)
      for (const index of inside) next[index] = (next[index] ?? 0) + (count * (shares[index] ?? 0)) / sum / total
    }
    const moved = Math.max(...next.map((share, at) => Math.abs(share - (shares[at] ?? 0))))
    shares = next
    if (moved < SETTLED) break
  }
  let alive = 1
  return inner.flatMap(([from, to], at) => {
    alive -= shares[at] ?? 0
    return to === Infinity ? [] : [{ from, to, survival: Math.min(1, Math.max(0, alive)) }]
  })
}

/** Intervals that begin at the beginning of a life's and end at the next end after it, with nothing between. */
function innermost(lives: readonly InspectedLife[]): readonly (readonly [from: number, to: number])[] {
  const ends = [
    ...lives.map(({ from }) => ({ at: from, isStart: true })),
    ...lives.map(({ to }) => ({ at: to ?? Infinity, isStart: false })),
    // A life that ends where another begins ended before it.
  ].sort((a, b) => (a.at === b.at ? Number(a.isStart) - Number(b.isStart) : a.at - b.at))
  return ends.flatMap(({ at, isStart }, index) => {
    const next = ends[index + 1]
    return isStart && next !== undefined && !next.isStart && next.at > at ? [[at, next.at] as const] : []
  })
}
