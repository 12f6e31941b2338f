/** One thing a figure promises, and how often simulated fleets with a known truth find it kept. */
export interface SimulatedRow {
  readonly name: string
  readonly promise: string
  /** Wilson bounds of the share may not leave this range. */
  readonly within: readonly [low: number, high: number]
  /** A fleet takes a tenth of a second; the unit suite looks at fewer of them. */
  readonly isSlow?: true
  /** Null: the fleet has nothing to say. */
  readonly once: (seed: number) => boolean | null
}

export interface Share {
  readonly share: number
  readonly lower: number
  readonly upper: number
  readonly fleets: number
}

/** @source Wilson (1927), 95 % */
export function shareOf({ once }: SimulatedRow, fleets: number): Share {
  let [hits, counted] = [0, 0]
  for (let seed = 1; seed <= fleets; seed += 1) {
    const answer = once(seed)
    if (answer === null) continue
    counted += 1
    if (answer) hits += 1
  }
  const [z2, share] = [1.959963984540054 ** 2, counted === 0 ? 0 : hits / counted]
  const middle = (share + z2 / (2 * counted)) / (1 + z2 / counted)
  const half = Math.sqrt((z2 * (share * (1 - share) + z2 / (4 * counted))) / counted) / (1 + z2 / counted)
  return { share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half), fleets: counted }
}
