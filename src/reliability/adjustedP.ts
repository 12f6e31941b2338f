import { sortedOrder } from './sortedOrder'

/**
 * `bh`: the share of false findings, for independent tests or such as rise and fall together; `by`: the same whatever
 * hangs together; `holm`: the chance of a single false finding.
 */
export type Adjustment = 'bh' | 'by' | 'holm'

/**
 * Which of many tests still speak when they are looked at together? Each p is raised to the level at which it would be
 * one of the findings.
 *
 * @param pValues in [0, 1], in any order
 * @returns       adjusted values in the same order; by `bh`, of those ≤ 0.1 at most 10 % are false on average
 * @throws        RangeError for what is no probability
 * @source        Benjamini & Hochberg (1995), Benjamini & Yekutieli (2001), Holm (1979); as `p.adjust` in R
 */
export function adjustedP(pValues: readonly number[], by: Adjustment): readonly number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a probability`)
  const n = pValues.length
  const order = sortedOrder(Float64Array.from(pValues))
  const adjusted = pValues.map(() => 1)
  if (by === 'holm') {
    let most = 0
    for (let rank = 0; rank < n; rank += 1) {
      const at = order[rank] ?? 0
      most = Math.max(most, Math.min(1, (pValues[at] ?? 1) * (n - rank)))
      adjusted[at] = most
    }
    return adjusted
  }
  const harmonic = by === 'bh' ? 1 : pValues.reduce((sum, _, at) => sum + 1 / (at + 1), 0)
  let least = 1
  for (let rank = n; rank > 0; rank -= 1) {
    const at = order[rank - 1] ?? 0
    least = Math.min(least, ((pValues[at] ?? 1) * harmonic * n) / rank)
    adjusted[at] = least
  }
  return adjusted
}
