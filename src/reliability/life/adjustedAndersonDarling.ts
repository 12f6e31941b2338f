import type { LifeData } from './lifeData'
import { LIFE_FAMILY } from './lifeFamily'
import type { LifeFit } from './lifeFit'
import { adjustedRanks } from './medianRanks'

/**
 * How far a fitted law is from the plotting positions, weighing the tails: the adjusted Anderson–Darling number as
 * Minitab prints it. Smaller is better; only laws fitted to the same data may be compared.
 * @throws RangeError for broken ages, delayed entries or counts that are not whole
 * @source Minitab, methods and formulas for parametric distribution analysis (right censoring)
 * @param data the lives the law was fitted to, watched from age 0
 * @returns a number ≥ 0 without a unit
 */
export function adjustedAndersonDarling(data: LifeData, fit: LifeFit): number {
  const family = LIFE_FAMILY[fit.distribution]
  const points = adjustedRanks(data)
  const alive = (age: number): number => family.alive(((family.isLog ? Math.log(age) : age) - fit.mu) / fit.sigma)
  const ends = [...points.map(({ age }) => ({ F: 1 - alive(age), S: alive(age) })), { F: 1 - 1e-12, S: 1e-12 }]
  let sum = 0
  for (const [at, { F, S }] of ends.entries()) {
    const before = ends[at - 1] ?? { F: 0, S: 1 }
    const p = points[at - 1]?.benard ?? 0
    sum += -F - Math.log(S) + before.F + Math.log(before.S)
    sum += 2 * p * (Math.log(S) - Math.log(before.S))
    if (p > 0) sum += p * p * (Math.log(F) - Math.log(S) - Math.log(before.F) + Math.log(before.S))
  }
  return points.length * sum
}
