import { inverseIncompleteBeta } from '../special/inverseIncompleteBeta'
import { watchedFromNew, weightAt, weightedLives, type LifeData } from './lifeData'

export type AdjustedRank = { readonly age: number; readonly adjustedRank: number; readonly benard: number }
export type RankedFailure = AdjustedRank & { readonly exact: number }

/**
 * Plotting positions of failures among suspensions: Johnson's adjusted ranks with Benard's median ranks.
 * Failures come before suspensions of the same age. Empty without a failure.
 * @param data whole counts, all watched from age 0
 * @throws     RangeError for broken ages, delayed entries or counts that are not whole
 * @source     Johnson (1964); Benard & Bos-Levenbach (1953) (j − 0.3)/(n + 0.4)
 */
export function adjustedRanks(data: LifeData): readonly AdjustedRank[] {
  watchedFromNew(data)
  const lives = weightedLives(data, false)
  const items: { readonly age: number; readonly isFailure: boolean; readonly count: number }[] = []
  for (let at = 0; at < lives.failures.length; at += 1)
    items.push({ age: lives.failures[at] ?? 0, isFailure: true, count: weightAt(lives.failureWeights, at) })
  for (let at = 0; at < lives.suspensions.length; at += 1)
    items.push({ age: lives.suspensions[at] ?? 0, isFailure: false, count: weightAt(lives.suspensionWeights, at) })
  if (!items.every(({ count }) => Number.isInteger(count))) throw new RangeError('ranks need whole counts')
  items.sort((a, b) => a.age - b.age || Number(b.isFailure) - Number(a.isFailure))
  const n = lives.units
  const ranked: AdjustedRank[] = []
  let rank = 0
  let before = 0
  for (const { age, isFailure, count } of items) {
    const failures = isFailure ? count : 0
    for (let one = 0; one < failures; one += 1) {
      rank += (n + 1 - rank) / (1 + n - before - one)
      ranked.push({ age, adjustedRank: rank, benard: (rank - 0.3) / (n + 0.4) })
    }
    before += count
  }
  return ranked
}

/**
 * Where are failures plotted? The positions of `adjustedRanks` with exact median ranks beside Benard's (j − 0.3)/(n + 0.4).
 * @param data lives watched from age 0; counts whole
 * @returns    one point per failure by age: its rank j among n after Johnson's adjustment for suspensions, and its shares
 * @throws     as `adjustedRanks`
 * @source     exact: median of Beta(j, n − j + 1); Abernethy, The New Weibull Handbook, ch. 2
 */
export function medianRanks(data: LifeData): readonly RankedFailure[] {
  const { units } = weightedLives(data, false)
  return adjustedRanks(data).map((ranked) => ({
    ...ranked,
    exact: inverseIncompleteBeta(ranked.adjustedRank, units - ranked.adjustedRank + 1, 0.5).x,
  }))
}
