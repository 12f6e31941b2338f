import { mtbf } from '../mtbf'
import type { NotEstimable } from '../notEstimable'
import { normalQuantile } from '../special/normalQuantile'
import { informationCriteria, type InformationCriteria } from './informationCriteria'
import { weightAt, weightedLives, type Ages, type LifeData } from './lifeData'
import type { Interval } from './fittedLaw'

export type ExponentialFit = {
  readonly status: 'fitted'
  readonly theta: number
  readonly totalTime: number
  readonly units: number
  readonly failed: number
  readonly logLikelihood: number
  readonly criteria: InformationCriteria
  /** Fisher on a log scale, and exact chi-square for a time-terminated watch. */
  readonly thetaBoundsFisher: Interval
  readonly thetaBoundsExact: Interval
}

/**
 * Mean life when the failure rate does not change with age.
 * @param data ages ≥ 0, one unit
 * @returns    `no-failures`: only a lower bound exists, see `mtbf`
 * @throws     RangeError for broken ages, counts or confidence
 * @source     θ = T/r; Meeker & Escobar (1998) ch. 7
 */
export function exponentialFit(
  data: LifeData,
  confidence: number,
): ExponentialFit | NotEstimable<'no-failures' | 'no-exposure'> {
  const lives = weightedLives(data, false)
  const { units, failed } = lives
  if (failed === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const sum = (ages: Ages, weights: Ages | null): number => {
    let total = 0
    for (let at = 0; at < ages.length; at += 1) total += (ages[at] ?? 0) * weightAt(weights, at)
    return total
  }
  const totalTime =
    sum(lives.failures, lives.failureWeights) +
    sum(lives.suspensions, lives.suspensionWeights) -
    sum(lives.entries, lives.entryWeights)
  const exact = mtbf({ failures: failed, exposure: totalTime, confidence, sided: 'two', termination: 'time' })
  if (exact.status === 'not-estimable') return { status: 'not-estimable', reason: 'no-exposure' }
  const theta = totalTime / failed
  const factor = Math.exp(-normalQuantile((1 - confidence) / 2) / Math.sqrt(failed))
  const logLikelihood = -failed * (Math.log(theta) + 1)
  return {
    status: 'fitted',
    theta,
    totalTime,
    units,
    failed,
    logLikelihood,
    criteria: informationCriteria(logLikelihood, 1, units),
    thetaBoundsFisher: [theta / factor, theta * factor],
    thetaBoundsExact: [exact.lower, exact.upper ?? Infinity],
  }
}
