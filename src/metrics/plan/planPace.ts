/** What the fleet runs in a month, and when a distance to come will have been run. */
import { dateOfDay } from '../../domain/moment'
import type { NodeAnalysis } from '../nodeAnalysis'
import type { PlanQuestion } from './planQuestion'

const MONTHS_LOOKED_AT = 12
const DAYS_A_MONTH = 365.25 / 12
/** A month further away than this is no plan. */
const LONGEST_MONTHS = 1200

export interface PlanPace {
  /** Part-km a train-km stands for. */
  readonly perTrainKm: number
  /** Train-km in a month: as planned, or the mean of the whole months last recorded; null where no distance is known. */
  readonly trainKmAMonth: number | null
  readonly usualTrainKmAMonth: number | null
  /** Whole months of the records the usual one is the mean of. */
  readonly months: number
  /** The day the records end: plans begin there, so that a link tells everybody the same. */
  readonly from: number
}

export function planPace(analysis: NodeAnalysis, { trainKmAMonth }: Pick<PlanQuestion, 'trainKmAMonth'>): PlanPace {
  const { exposure, exposureKm, trend, scope } = analysis
  const perTrainKm = exposure.trainKm > 0 ? exposureKm / exposure.trainKm : analysis.quantity
  const whole = trend.months.filter(({ isPartial, exposureKm: km }) => !isPartial && km > 0).slice(-MONTHS_LOOKED_AT)
  const sum = whole.reduce((km, month) => km + month.exposureKm, 0)
  const usual = sum > 0 && perTrainKm > 0 ? sum / whole.length / perTrainKm : null
  return {
    perTrainKm,
    usualTrainKmAMonth: usual,
    trainKmAMonth: trainKmAMonth ?? usual,
    months: whole.length,
    from: scope.to ?? exposure.to,
  }
}

/** Months until so many part-km have been run; null where nothing runs. */
export const monthsFor = (partKm: number, { trainKmAMonth, perTrainKm }: PlanPace): number | null =>
  trainKmAMonth === null || !(perTrainKm > 0) ? null : partKm / (trainKmAMonth * perTrainKm)

/** The month a plan is reached, `2027-03`; null where that lies beyond a century. */
export const monthReached = (months: number | null, { from }: PlanPace): string | null =>
  months === null || months > LONGEST_MONTHS
    ? null
    : dateOfDay(from + Math.max(0, Math.ceil(months * DAYS_A_MONTH) - 1)).slice(0, 7)
