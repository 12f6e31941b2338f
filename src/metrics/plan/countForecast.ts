/** How many failures the months to come will bring, and how many spares cover them: at the rate so far, and as growth has it now. */
import { predictedCount, type PredictedCount } from '../../reliability/predictedCount'
import { poissonRate } from '../../reliability/poissonRate'
import { predictedSpares, type PredictedSpares } from '../../reliability/spares'
import { growthAhead, type Ahead } from '../growthAhead'
import type { NodeAnalysis } from '../nodeAnalysis'
import type { NodeGrowth } from '../nodeLife'
import { planPace } from './planPace'
import type { PlanQuestion } from './planQuestion'

export interface ForecastPoint {
  readonly months: number
  readonly expected: number
  readonly lower: number
  readonly upper: number
}

export interface CountForecast {
  readonly months: number
  /** Part-km to come. */
  readonly horizonKm: number
  readonly confidence: number
  readonly failures: number
  readonly exposureKm: number
  /** Of the expectation at the rate so far: what the mean of many such periods would be. */
  readonly expectation: readonly [lower: number, upper: number]
  /** Of the number that will be seen. */
  readonly seen: PredictedCount
  /** The expectation at the rate growth ends with; null where no law fits, or it is told by days. */
  readonly growth: Ahead | null
  readonly fill: number
  readonly spares: PredictedSpares
  /** Month by month. */
  readonly curve: readonly ForecastPoint[]
}

/** @returns null where no distance is known, of the past or to come */
export function countForecast(
  analysis: NodeAnalysis,
  growth: NodeGrowth | null,
  question: PlanQuestion,
): CountForecast | null {
  const { trainKmAMonth, perTrainKm } = planPace(analysis, question)
  const { exposureKm } = analysis
  const failures = analysis.rated.length
  const { months, confidence, fill } = question
  const horizonKm = (trainKmAMonth ?? 0) * perTrainKm * months
  const rate = poissonRate(failures, exposureKm, confidence)
  if (!(horizonKm > 0 && exposureKm > 0) || rate.status !== 'estimated') return null
  return {
    months,
    horizonKm,
    confidence,
    failures,
    exposureKm,
    expectation: [rate.lower * horizonKm, rate.upper * horizonKm],
    seen: predictedCount(failures, exposureKm, horizonKm, confidence),
    growth: growth === null ? null : growthOver(growth, horizonKm),
    fill,
    spares: predictedSpares(failures, exposureKm, horizonKm, fill),
    curve: Array.from({ length: months }, (_, at) => ({
      months: at + 1,
      ...predictedCount(failures, exposureKm, (horizonKm * (at + 1)) / months, confidence),
    })),
  }
}

const growthOver = ({ measure, fitTest, law }: NodeGrowth, horizonKm: number): Ahead | null =>
  measure !== 'km' || (fitTest.status === 'estimated' && fitTest.isRefused) ? null : growthAhead(law, horizonKm)
