/** Every plan of a node, worked out from what is on record and what a person planned with. */
import type { NodeAnalysis } from '../nodeAnalysis'
import type { NodeGrowth, NodeLife } from '../nodeLife'
import { targetInKm, USUAL_SPEED, type NodeTargets } from '../nodeTarget'
import { countForecast, type CountForecast } from './countForecast'
import { demonstration, type Demonstration } from './demonstration'
import type { RepairHours } from '../repairHours'
import { lifeDemonstrationPlan, type LifeDemonstrationPlan } from './lifeDemonstrationPlan'
import { maintainability, type Maintainability } from './maintainability'
import type { PlanQuestion } from './planQuestion'
import { priorPlan, type PriorPlan } from './priorPlan'
import { replacementPlan } from './replacementPlan'
import { returnsForecast } from './returnsForecast'

/** What plans stand on; null where there is no such thing. */
export interface PlanGround {
  readonly analysis: NodeAnalysis
  readonly node: NodeTargets | null
  readonly life: NodeLife | null
  readonly growth: NodeGrowth | null
  readonly repairs: RepairHours | null
}

export interface Plan {
  readonly demonstration: Demonstration | null
  readonly lifeDemonstration: LifeDemonstrationPlan | null
  readonly prediction: CountForecast | null
  readonly maintainability: Maintainability | null
  readonly prior: PriorPlan | null
  readonly replacement: ReturnType<typeof replacementPlan>
  readonly returns: ReturnType<typeof returnsForecast>
}

export function planOf({ analysis, node, life, growth, repairs }: PlanGround, question: PlanQuestion): Plan {
  const designKm = targetInKm(node, analysis.quantity, question.speed ?? USUAL_SPEED)
  return {
    demonstration: demonstration(analysis, designKm, question),
    lifeDemonstration: lifeDemonstrationPlan(analysis, life, question),
    prior: priorPlan(analysis, designKm, question),
    replacement: replacementPlan(life, question),
    maintainability: repairs === null ? null : maintainability(analysis, repairs, question),
    prediction: countForecast(analysis, growth, question),
    returns: returnsForecast(analysis, life, question),
  }
}
