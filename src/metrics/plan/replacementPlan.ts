/** At which age replacing before failure costs least, by the law of the lives on record and the costs a person enters. */
import type { Interval } from '../../reliability/life/fittedLaw'
import type { NotEstimable } from '../../reliability/notEstimable'
import { overhaulAge, replacementAge } from '../../reliability/replacementAge'
import { optimumBounds, overhaulBounds, replacementCost } from '../../reliability/replacementCost'
import type { NodeLife } from '../nodeLife'
import type { PlanQuestion } from './planQuestion'

export interface CostPoint {
  readonly ageKm: number
  /** Per train-km. */
  readonly cost: number
}

export interface ReplacementPlan {
  readonly status: 'estimated'
  readonly plannedCost: number
  readonly failureCost: number
  readonly beta: number
  readonly betaBounds: Interval
  readonly etaKm: number
  /** Two-sided. */
  readonly confidence: number
  /** Cost per train-km of running to failure. */
  readonly toFailure: number
  /** Null where no age pays: β is not above 1, or a failure costs no more. */
  readonly best: {
    readonly ageKm: number
    readonly bounds: Interval
    readonly cost: number
    /** Cost at that age ÷ cost of running to failure. */
    readonly saving: number
    readonly savingBounds: Interval
  } | null
  /** Where a failed part is repaired just enough to go on. */
  readonly overhaul: { readonly ageKm: number; readonly bounds: Interval } | null
  readonly curve: readonly CostPoint[]
}

type NoPlan = NotEstimable<'no-failures' | 'no-maximum' | 'shape-unbounded' | 'parts-not-identified'>

const STEPS = 90
/** The curve ends well beyond the characteristic life. */
const REACH = 1.6

/** @returns null without costs, or where the node is no part */
export function replacementPlan(life: NodeLife | null, question: PlanQuestion): ReplacementPlan | NoPlan | null {
  const { plannedCost, failureCost, confidence } = question
  if (life === null || plannedCost === null || failureCost === null) return null
  const { fit } = life.analysis
  if (fit.status !== 'fitted') return { status: 'not-estimable', reason: fit.reason }
  const { beta, eta } = fit
  const law = { ...fit.law, confidence }
  const toFailure = replacementCost(eta, beta, plannedCost, failureCost, Infinity)
  const found = replacementAge(eta, beta, plannedCost, failureCost)
  const bounds = optimumBounds(law, plannedCost, failureCost)
  const overhaul = overhaulAge(eta, beta, plannedCost, failureCost)
  const between = overhaulBounds(law, plannedCost, failureCost)
  const best =
    found.status !== 'estimated' || 'status' in bounds
      ? null
      : {
          ageKm: found.age,
          bounds: bounds.age,
          cost: found.costRate,
          saving: found.costRate / toFailure,
          savingBounds: bounds.saving,
        }
  const last = Math.max(REACH * eta, 1.5 * (best?.ageKm ?? 0))
  return {
    status: 'estimated',
    plannedCost,
    failureCost,
    beta,
    betaBounds: fit.betaBounds,
    etaKm: eta,
    confidence,
    toFailure,
    best,
    overhaul: overhaul.status !== 'estimated' || 'status' in between ? null : { ageKm: overhaul.age, bounds: between },
    curve: Array.from({ length: STEPS }, (_, at) => {
      const ageKm = (last * (at + 1)) / STEPS
      return { ageKm, cost: replacementCost(eta, beta, plannedCost, failureCost, ageKm) }
    }),
  }
}
