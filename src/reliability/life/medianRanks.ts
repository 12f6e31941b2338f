import { inverseIncompleteBeta } from '../special/inverseIncompleteBeta'
import { weightedLives, type LifeData } from './lifeData'

export type RankedFailure = { readonly age: number; readonly adjustedRank: number; readonly benard: number; readonly exact: number }

/**
 * Plotting positions of failures among suspensions: Johnson's adjusted ranks, and the median ranks they stand for.
 * Failures come before suspensions of the same age.
 * @param data whole counts
 * @throws     RangeError for broken ages or counts that are not whole
 * @source     Johnson (1964); Benard & Bos-Levenbach (1953) (j − 0.3)/(n + 0.4); exact: median of Beta(j, n − j + 1)
 */
export function medianRanks(data: LifeData): readonly RankedFailure[] {
  const lives = weightedLives(data, false)
  if (![...lives.failureWeights, ...lives.suspensionWeights].every(Number.isInteger)) throw new RangeError('ranks need whole counts')
  const items = [
    ...lives.failures.flatMap((age, at) => Array.from({ length: lives.failureWeights[at] ?? 0 }, () => ({ age, isFailure: true }))),
    ...lives.suspensions.flatMap((age, at) => Array.from({ length: lives.suspensionWeights[at] ?? 0 }, () => ({ age, isFailure: false }))),
  ].sort((a, b) => a.age - b.age || Number(b.isFailure) - Number(a.isFailure))
  const n = items.length
  let rank = 0
  return items.flatMap(({ age, isFailure }, at) => {
    if (!isFailure) return []
    rank += (n + 1 - rank) / (1 + n - at)
    return [{ age, adjustedRank: rank, benard: (rank - 0.3) / (n + 0.4), exact: inverseIncompleteBeta(rank, n - rank + 1, 0.5).x }]
  })
}
