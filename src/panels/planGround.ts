/** What the plans of a node stand on beside its figures, asked of the engine. */
import { PLAIN_FIT } from '../metrics/lifeQuestion'
import type { PlanGround } from '../metrics/plan/plan'
import type { PlanQuestion } from '../metrics/plan/planQuestion'
import { UNASSIGNED, type Scope } from '../metrics/scope'
import type { EngineQuestions } from '../workers/engineLine'

export async function askPlanGround(
  engine: Pick<EngineQuestions, 'life' | 'growth' | 'repairs'>,
  scope: Scope,
  which: PlanQuestion['which'],
): Promise<Pick<PlanGround, 'life' | 'growth' | 'repairs'>> {
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  return {
    life: isPart ? await engine.life(scope, { ...PLAIN_FIT, measure: 'km', which }) : null,
    growth: await engine.growth(scope),
    repairs: await engine.repairs(scope),
  }
}
