import { exponentialFit } from './exponentialFit'
import type { LifeData } from './lifeData'
import { lifeFit } from './lifeFit'

export type RankedDistribution = {
  readonly distribution: 'weibull' | 'lognormal' | 'loglogistic' | 'normal' | 'exponential'
  readonly aicc: number
  readonly cannotBeToldApart: boolean
}

/** Two laws whose AICc differ by less than this cannot be told apart by these data. */
export const INDISTINGUISHABLE = 2

/**
 * Which law describes the lives best? By AICc, best first; those within 2 of the best are marked, for they must not be
 * called worse. Laws that cannot be fitted, or have too few units for AICc, are left out.
 * @param data ages > 0, one unit
 * @returns    the laws with AICc and their distance to the best; empty where none can be fitted
 * @throws     as `lifeFit`
 * @source     Burnham & Anderson (2002)
 */
export function rankedDistributions(data: LifeData): readonly RankedDistribution[] {
  const exponential = exponentialFit(data, 0.9)
  const fits = (['weibull', 'lognormal', 'loglogistic', 'normal'] as const).flatMap((distribution) => {
    const fit = lifeFit(data, distribution, 0.9)
    return fit.status === 'fitted' && fit.criteria.aicc !== null ? [{ distribution, aicc: fit.criteria.aicc }] : []
  })
  const all: { distribution: RankedDistribution['distribution']; aicc: number }[] = [
    ...fits,
    ...(exponential.status === 'fitted' && exponential.criteria.aicc !== null
      ? [{ distribution: 'exponential' as const, aicc: exponential.criteria.aicc }]
      : []),
  ]
  all.sort((a, b) => a.aicc - b.aicc)
  const best = all[0]?.aicc ?? 0
  return all.map((one) => ({ ...one, cannotBeToldApart: one.aicc - best < INDISTINGUISHABLE }))
}
