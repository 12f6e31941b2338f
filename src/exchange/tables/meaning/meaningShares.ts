/** From scores to shares: how likely each column holds each field, when no field stands twice in a table. */

const ROUNDS = 100

/**
 * @param scores per column, field → log odds against “nothing of ours”
 * @returns per column, field → probability; what is missing to 1 is the probability of nothing
 */
export function meaningShares<F extends string>(
  scores: readonly ReadonlyMap<F, number>[],
): readonly ReadonlyMap<F, number>[] {
  const odds = scores.map((row) => new Map([...row].map(([field, score]) => [field, Math.exp(score)])))
  const scale = new Map<F, number>()
  const shareOf = (row: ReadonlyMap<F, number>): Map<F, number> => {
    const weighed = [...row].map(([field, weight]) => [field, weight * (scale.get(field) ?? 1)] as const)
    const sum = weighed.reduce((total, [, weight]) => total + weight, 1)
    return new Map(weighed.map(([field, weight]) => [field, weight / sum]))
  }
  let shares = odds.map(shareOf)
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Map<F, number>()
    for (const row of shares) for (const [field, share] of row) sums.set(field, (sums.get(field) ?? 0) + share)
    const crowded = [...sums].filter(([, sum]) => sum > 1)
    if (crowded.length === 0) break
    for (const [field, sum] of crowded) scale.set(field, (scale.get(field) ?? 1) / sum)
    shares = odds.map(shareOf)
  }
  return shares
}
