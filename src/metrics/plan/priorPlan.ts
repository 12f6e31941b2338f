/** What a person believes of an MTBF beforehand, what the records say, and both together. */
import { mtbf, type MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { believedMtbf, updatedRate, type BelievedMtbf, type GammaRate } from '../../reliability/priorMtbf'
import type { NodeAnalysis } from '../nodeAnalysis'
import type { PlanQuestion } from './planQuestion'

export interface PriorPlan {
  /** Entered, or the target of the design. */
  readonly priorKm: number
  readonly isDesign: boolean
  /** Failures the belief is worth. */
  readonly weight: number
  readonly confidence: number
  readonly failures: number
  readonly exposureKm: number
  readonly prior: GammaRate
  readonly believedBefore: BelievedMtbf
  /** From the records alone. */
  readonly seen: MtbfEstimate | NotEstimable<'no-exposure' | 'no-failure-to-end-on'>
  readonly posterior: GammaRate
  readonly believedAfter: BelievedMtbf
  /** The records lie outside the interval believed beforehand: belief and records contradict each other. */
  readonly isContradicted: boolean
}

/** @returns null without an MTBF to believe in and a weight for it */
export function priorPlan(
  { rated, exposureKm }: NodeAnalysis,
  designKm: number | null,
  question: PlanQuestion,
): PriorPlan | null {
  const priorKm = question.priorKm ?? designKm
  const { priorWeight: weight, confidence } = question
  if (priorKm === null || weight === null) return null
  const failures = rated.length
  const prior = { shape: weight, exposure: weight * priorKm }
  const posterior = updatedRate(prior, failures, exposureKm)
  const believedBefore = believedMtbf(prior, confidence)
  const seen = mtbf({ failures, exposure: exposureKm, confidence, sided: 'two', termination: 'time' })
  return {
    priorKm,
    isDesign: question.priorKm === null,
    weight,
    confidence,
    failures,
    exposureKm,
    prior,
    believedBefore,
    seen,
    posterior,
    believedAfter: believedMtbf(posterior, confidence),
    isContradicted:
      seen.status === 'estimated' &&
      ((seen.upper ?? Infinity) < believedBefore.lower || seen.lower > believedBefore.upper),
  }
}
