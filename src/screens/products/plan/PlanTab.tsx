/** What must happen, and what will: every input stands in the address, so that a link opens the same plan. */
import { formatFigure } from '../../../i18n/format'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import type { NodeLife } from '../../../metrics/nodeLife'
import type { NodeTargets } from '../../../metrics/nodeTarget'
import { planOf, type Plan } from '../../../metrics/plan/plan'
import { planPace } from '../../../metrics/plan/planPace'
import { PLAN_PARAMS, planQuestion, THOUSAND } from '../../../metrics/plan/planQuestion'
import { askPlanGround } from '../../../panels/planGround'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import { useEngine } from '../../../panels/useEngine'
import { useText } from '../../../ui/LanguageContext'
import type { TabProps } from '../GrowthTab'
import { DemonstrationFrame } from './DemonstrationFrame'
import { LifeDemonstrationFrame } from './LifeDemonstrationFrame'
import { MaintainabilityFrame } from './MaintainabilityFrame'
import { PredictionFrame } from './PredictionFrame'
import { PriorFrame } from './PriorFrame'
import { ReplacementFrame } from './ReplacementFrame'
import { ReturnsFrame } from './ReturnsFrame'
import { ConfidenceChoice, MostAllowedChoice } from './PlanControls'

interface Props extends TabProps {
  readonly analysis: NodeAnalysis
  readonly node: NodeTargets | null
}

export interface PlanShown extends Props {
  readonly plan: Plan
  readonly life: NodeLife | null
}

export function PlanTab({ node, analysis, ...tab }: Props) {
  const { scope, param } = tab
  const question = planQuestion(param)
  const { answer, isOld } = useEngine(`plan|${JSON.stringify([scope, question.which])}`, (engine) =>
    askPlanGround(engine, scope, question.which),
  )
  if (answer === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const shown = { ...tab, node, analysis, life: answer.life, plan: planOf({ ...answer, analysis, node }, question) }
  return (
    <div className="stack" aria-busy={isOld}>
      <PlanHead {...shown} />
      <DemonstrationFrame {...shown} />
      <LifeDemonstrationFrame {...shown} />
      <PredictionFrame {...shown} />
      <ReturnsFrame {...shown} />
      <MaintainabilityFrame {...shown} />
      <ReplacementFrame {...shown} />
      <PriorFrame {...shown} />
    </div>
  )
}

/** What every plan of the page stands on. */
function PlanHead({ analysis, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const { usualTrainKmAMonth: usual, months } = planPace(analysis, planQuestion(param))
  const inThousands = usual === null ? null : formatFigure(usual / THOUSAND, language)
  return (
    <section className="card card-pad stack" aria-label={t.tabPlan}>
      <div className="row small life-controls">
        <NumberParam
          label={t.planPace}
          name={PLAN_PARAMS.pace}
          param={param}
          setParam={setParam}
          {...(inThousands === null ? {} : { usual: inThousands })}
          isRight={isAboveZero}
          wrong={t.planNumberWrong}
        />
        <ConfidenceChoice param={param} setParam={setParam} />
        <MostAllowedChoice param={param} setParam={setParam} />
      </div>
      <p className="small muted">
        {inThousands === null ? t.planPaceNone : t.planPaceUsual(inThousands, String(months))}
      </p>
    </section>
  )
}
