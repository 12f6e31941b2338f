/** How many parts must run how far to show a life. */
import { ChartFrame } from '../../../charts/ChartFrame'
import { OperatingChart, type OperatingLine } from '../../../charts/OperatingChart'
import { PlanTable } from '../../../charts/PlanTable'
import { formatCount, formatFigure, formatShare } from '../../../i18n/format'
import type { Messages } from '../../../i18n/messages'
import type { Language } from '../../../i18n/translation'
import { BETTER } from '../../../metrics/plan/demonstration'
import { lifeOperatingCurve, type LifeDemonstrationPlan } from '../../../metrics/plan/lifeDemonstrationPlan'
import { MOST_ITEMS, PLAN_PARAMS, planQuestion, THOUSAND } from '../../../metrics/plan/planQuestion'
import { UNASSIGNED } from '../../../metrics/scope'
import { isAboveZero, NumberParam } from '../../../panels/NumberParam'
import { useText } from '../../../ui/LanguageContext'
import { OperatingTable, spread, timeInWords } from './DemonstrationFrame'
import type { PlanShown } from './PlanTab'

export function LifeDemonstrationFrame({ scope, name, filter, plan, param, setParam }: PlanShown) {
  const { t, language } = useText()
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const { lifeDemonstration: shown } = plan
  return (
    <ChartFrame
      title={`${name} — ${t.planTopic('lifeDemonstration')}`}
      subtitle={shown === null ? filter : `${subtitle(shown, t, language)}${t.semicolon}${filter}`}
      notes={shown?.lines.some(({ eachKm }) => eachKm < shown.lifeKm) === true ? [t.lifePlanExtrapolated] : []}
      help="lifeDemonstration"
      empty={!isPart ? t.lifeWholeTree : shown === null ? t.lifePlanNone : null}
      controls={isPart ? <LifePlanControls shown={shown} param={param} setParam={setParam} /> : null}
      table={
        shown === null ? null : (
          <OperatingTable axis={t.operatingLifeAxis} lines={operatingLines(shown)} caption={t.operatingTitle} />
        )
      }
    >
      {shown === null ? null : (
        <>
          {assumedInWords(shown, t).map((words) => (
            <p key={words} className="small muted">
              {words}
            </p>
          ))}
          <PlanTable
            caption={t.planTopic('lifeDemonstration')}
            heads={[
              t.lifePlanFailed,
              t.lifePlanEach,
              t.planMonths,
              t.planMonth,
              ...BETTER.map((ratio) => t.planChance(formatFigure(ratio, language))),
            ]}
            rows={shown.lines.map((line) => ({
              key: String(line.allowed),
              name: formatCount(line.allowed, language),
              cells: [
                formatFigure(line.eachKm / THOUSAND, language),
                ...timeInWords(line, t, language),
                ...line.chances.map((chance) => formatShare(chance, language)),
              ],
            }))}
          />
          <OperatingChart
            label={t.operatingTitle}
            axis={t.operatingLifeAxis}
            lines={operatingLines(shown)}
            consumer={1 - shown.confidence}
          />
        </>
      )}
    </ChartFrame>
  )
}

interface ControlsProps extends Pick<PlanShown, 'param' | 'setParam'> {
  readonly shown: LifeDemonstrationPlan | null
}

const PERCENT = 100

function LifePlanControls({ shown, param, setParam }: ControlsProps) {
  const { t, language } = useText()
  const question = planQuestion(param)
  const figure = (value: number): string => formatFigure(value, language)
  const field = { param, setParam, isRight: isAboveZero, wrong: t.planNumberWrong }
  const share = figure(question.share * PERCENT)
  return (
    <div className="row small life-controls">
      <NumberParam
        {...field}
        label={t.lifePlanItems}
        name={PLAN_PARAMS.items}
        usual={String(planQuestion(() => '').items)}
        isRight={(value) => Number.isSafeInteger(value) && value >= 1 && value <= MOST_ITEMS}
        wrong={t.planWholeWrong('1', String(MOST_ITEMS))}
      />
      <NumberParam
        {...field}
        label={t.lifePlanShare}
        name={PLAN_PARAMS.share}
        usual={figure(planQuestion(() => '').share * PERCENT)}
        isRight={(value) => value > 0 && value < PERCENT}
        wrong={t.planPercentWrong}
      />
      <NumberParam
        {...field}
        label={t.lifePlanLife(share)}
        name={PLAN_PARAMS.life}
        {...(shown?.isFittedLife === true ? { usual: figure(shown.lifeKm / THOUSAND) } : {})}
      />
      <NumberParam
        {...field}
        label={t.lifePlanShape}
        name={PLAN_PARAMS.shape}
        usual={shown === null || question.shape !== null ? '1' : figure(shown.shape)}
      />
    </div>
  )
}

const operatingLines = (shown: LifeDemonstrationPlan): readonly OperatingLine[] =>
  spread(shown.lines).map((line) => ({ allowed: line.allowed, points: lifeOperatingCurve(shown, line) }))

function subtitle(shown: LifeDemonstrationPlan, t: Messages, language: Language): string {
  const figure = (value: number): string => formatFigure(value, language)
  return t.lifePlanSubtitle(
    formatCount(shown.items, language),
    figure(shown.share * PERCENT),
    figure(shown.lifeKm),
    figure(shown.shape),
    formatShare(shown.confidence, language),
  )
}

/** What stands in for what nobody entered. */
const assumedInWords = (
  { isFittedLife, isFittedShape, shape }: LifeDemonstrationPlan,
  t: Messages,
): readonly string[] => [
  ...(isFittedLife ? [t.lifePlanFittedLife] : []),
  ...(isFittedShape ? [t.lifePlanFittedShape] : []),
  ...(!isFittedShape && shape === 1 && isFittedLife ? [t.lifePlanUsualShape] : []),
]
