import { linearRegression } from 'simple-statistics'
import type { NotEstimable } from '../notEstimable'
import { weightedLives, type LifeData } from './lifeData'
import { LIFE_FAMILY, type LifeDistribution } from './lifeFamily'
import { medianRanks } from './medianRanks'

export type RankRegression = {
  readonly status: 'fitted'
  readonly mu: number
  readonly sigma: number
  readonly rSquared: number
}

/**
 * The straight line through a probability plot. 'xOnY' minimises distances along age (Abernethy's choice), 'yOnX' along
 * probability; the slope of one is that of the other times r².
 * @returns `fewer-than-two-ages` when no line exists
 * @throws  RangeError for broken ages or counts that are not whole
 * @source  Abernethy, The New Weibull Handbook, ch. 2 and 5
 */
export function rankRegression(
  data: LifeData,
  distribution: LifeDistribution,
  ranks: 'benard' | 'exact',
  direction: 'xOnY' | 'yOnX',
): RankRegression | NotEstimable<'fewer-than-two-ages'> {
  const family = LIFE_FAMILY[distribution]
  if (family.isLog) weightedLives(data, true)
  const points = medianRanks(data).map((point) => ({
    x: family.isLog ? Math.log(point.age) : point.age,
    y: family.quantile(point[ranks]),
  }))
  if (new Set(points.map(({ x }) => x)).size < 2) return { status: 'not-estimable', reason: 'fewer-than-two-ages' }
  const xOnY = linearRegression(points.map(({ x, y }) => [y, x]))
  const yOnX = linearRegression(points.map(({ x, y }) => [x, y]))
  const rSquared = xOnY.m * yOnX.m
  return direction === 'xOnY'
    ? { status: 'fitted', mu: xOnY.b, sigma: xOnY.m, rSquared }
    : { status: 'fitted', mu: -yOnX.b / yOnX.m, sigma: 1 / yOnX.m, rSquared }
}
