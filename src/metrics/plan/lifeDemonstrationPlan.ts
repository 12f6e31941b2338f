/** How many parts must run how far, with how many of them failing, to show a life whose shape is taken as known. */
import { lifeDemonstration, lifePassChance } from '../../reliability/lifeDemonstration'
import type { NodeAnalysis } from '../nodeAnalysis'
import type { NodeLife } from '../nodeLife'
import { BETTER, operatingRatios, type OperatingPoint } from './demonstration'
import { monthReached, planPace } from './planPace'
import type { PlanQuestion } from './planQuestion'

export interface LifeDemonstrationLine {
  readonly allowed: number
  /** Train-km each item has to run. */
  readonly eachKm: number
  readonly months: number | null
  readonly month: string | null
  readonly chances: readonly number[]
}

export interface LifeDemonstrationPlan {
  readonly items: number
  readonly share: number
  readonly lifeKm: number
  readonly shape: number
  /** Scale of the law on which just that share has failed at that life. */
  readonly etaKm: number
  readonly confidence: number
  /** What nobody entered was taken from the lives on record. */
  readonly isFittedLife: boolean
  readonly isFittedShape: boolean
  readonly kmAMonth: number | null
  readonly lines: readonly LifeDemonstrationLine[]
}

/** The law of the lives on record, where there is one. */
export function recordedLaw(life: NodeLife | null): { readonly beta: number; readonly eta: number } | null {
  if (life === null) return null
  const { fit } = life.analysis
  if (fit.status === 'fitted') return fit
  return life.superposed?.status === 'fitted' ? life.superposed : null
}

/** @returns null where neither a life was entered nor lives are on record, or numbers so far out that no distance answers them */
export function lifeDemonstrationPlan(
  analysis: NodeAnalysis,
  life: NodeLife | null,
  question: PlanQuestion,
): LifeDemonstrationPlan | null {
  const law = recordedLaw(life)
  const { items, share, confidence, mostAllowed } = question
  const shape = question.shape ?? law?.beta ?? 1
  const lifeKm = question.lifeKm ?? (law === null ? null : law.eta * (-Math.log1p(-share)) ** (1 / law.beta))
  if (lifeKm === null) return null
  const etaKm = lifeKm / (-Math.log1p(-share)) ** (1 / shape)
  if (!(etaKm > 0 && etaKm < Infinity)) return null
  const pace = planPace(analysis, question)
  const { trains } = analysis.exposure
  const kmAMonth = pace.trainKmAMonth === null || trains === 0 ? null : pace.trainKmAMonth / trains
  const most = Math.min(mostAllowed, items - 1)
  return {
    items,
    share,
    lifeKm,
    shape,
    etaKm,
    confidence,
    isFittedLife: question.lifeKm === null,
    isFittedShape: question.shape === null && law !== null,
    kmAMonth,
    lines: Array.from({ length: most + 1 }, (_, allowed): LifeDemonstrationLine => {
      const { each } = lifeDemonstration(etaKm, shape, items, allowed, confidence)
      const months = kmAMonth === null ? null : each / kmAMonth
      return {
        allowed,
        eachKm: each,
        months,
        month: monthReached(months, pace),
        chances: BETTER.map((ratio) => lifePassChance(items, allowed, each, ratio * etaKm, shape)),
      }
    }),
  }
}

/** The chance to pass over the true life as a multiple of that asked for. */
export const lifeOperatingCurve = (
  { items, etaKm, shape }: LifeDemonstrationPlan,
  { allowed, eachKm }: Pick<LifeDemonstrationLine, 'allowed' | 'eachKm'>,
): readonly OperatingPoint[] =>
  operatingRatios.map((ratio) => ({ ratio, chance: lifePassChance(items, allowed, eachKm, ratio * etaKm, shape) }))
