/** Every plan of a node, worked out from what is on record and what a person planned with. */
import type { NodeAnalysis } from '../nodeAnalysis'
import type { NodeLife } from '../nodeLife'
import { targetInKm, USUAL_SPEED, type NodeTargets } from '../nodeTarget'
import { demonstration, type Demonstration } from './demonstration'
import { lifeDemonstrationPlan, type LifeDemonstrationPlan } from './lifeDemonstrationPlan'
import type { PlanQuestion } from './planQuestion'

/** What plans stand on; null where there is no such thing. */
export interface PlanGround {
  readonly analysis: NodeAnalysis
  readonly node: NodeTargets | null
  readonly life: NodeLife | null
}

export interface Plan {
  readonly demonstration: Demonstration | null
  readonly lifeDemonstration: LifeDemonstrationPlan | null
}

export function planOf({ analysis, node, life }: PlanGround, question: PlanQuestion): Plan {
  const designKm = targetInKm(node, analysis.quantity, question.speed ?? USUAL_SPEED)
  return {
    demonstration: demonstration(analysis, designKm, question),
    lifeDemonstration: lifeDemonstrationPlan(analysis, life, question),
  }
}
