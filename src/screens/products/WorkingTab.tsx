/** The working of every figure of the node, and the script that recomputes it elsewhere. */
import { Download } from 'lucide-react'
import { isOneOf } from '../../domain/closedSet'
import { formatFigure } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import { workingOfCauses, workingOfComparison } from '../../metrics/compare/compareWorking'
import { PLAIN_FIT } from '../../metrics/lifeQuestion'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { RecurrenceQuestion } from '../../metrics/recurrence'
import { UNASSIGNED } from '../../metrics/scope'
import {
  formulaOf,
  reasonWords,
  workingOfGrowth,
  workingOfLife,
  workingOfNode,
  workingWords,
  type Working,
} from '../../metrics/working'
import type { NodeTargets } from '../../metrics/nodeTarget'
import { planOf } from '../../metrics/plan/plan'
import { planQuestion } from '../../metrics/plan/planQuestion'
import { workingOfRateChange } from '../../metrics/rateChange'
import { workingOfPlan } from '../../metrics/plan/workingOfPlan'
import { askPlanGround } from '../../panels/planGround'
import { workingOfModes } from '../../metrics/modesWorking'
import { useWordLabel } from '../../panels/useWordLabel'
import { exportRScript } from '../../panels/exportRScript'
import { useEngine } from '../../panels/useEngine'
import { PLAN_HELP_TOPICS } from '../../reliability/planHelp'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { causeColumnName, causesFrom } from './causesOf'
import { compareQuestionOf } from './compareQuestionOf'
import { modeName } from './ModesFrame'
import type { TabProps } from './GrowthTab'

interface Props extends TabProps {
  readonly analysis: NodeAnalysis
  readonly repeat: RecurrenceQuestion
  readonly node: NodeTargets | null
}

export function WorkingTab({ scope, name, filter, param, analysis, repeat, node }: Props) {
  const { t, language } = useText()
  const toast = useToast()
  const wordLabel = useWordLabel()
  const compare = compareQuestionOf(param)
  const causes = causesFrom(param('causes'))
  const measure = param('age') === 'days' ? 'days' : 'km'
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const question = planQuestion(param)
  const asked = JSON.stringify([scope, measure, question.which, compare, causes, language])
  const { answer } = useEngine(`working|${asked}`, async (engine) => ({
    ground: await askPlanGround(engine, scope, question.which),
    growth: await engine.growth(scope),
    life: isPart
      ? await engine.life(scope, { ...PLAIN_FIT, measure, which: 'original', modesBy: 'symptomCode' })
      : null,
    comparison: (await engine.compare(scope, compare, language)).comparison,
    causes:
      isPart && causes.length > 0
        ? await engine.causes(
            { ...scope, nodeId: scope.nodeId },
            { causes, isUsual: param('causes') === '', measure },
            language,
          )
        : null,
  }))
  if (answer === null) return <div className="skeleton" style={{ height: 420 }} aria-busy="true" />
  const { growth, life, ground, comparison, causes: several } = answer
  const plan = planOf({ ...ground, analysis, node }, question)
  const all = [
    ...workingOfNode(analysis),
    workingOfGrowth(growth),
    workingOfRateChange(analysis),
    ...(life === null ? [] : workingOfLife(life)),
    ...(life?.modes == null
      ? []
      : [workingOfModes(life.modes, life.lives.measure, (word) => modeName('symptomCode', word, wordLabel, t))]),
    ...workingOfPlan(plan),
    ...workingOfComparison(comparison, ({ word, label }) => t.compareGroupName(comparison.by, word, label)),
    ...(several?.status === 'fitted'
      ? [workingOfCauses(several, (column) => causeColumnName(several, column, t))]
      : []),
  ]
  return (
    <section className="card card-pad stack working" aria-label={t.workingTitle}>
      <div className="spread">
        <div>
          <h3>{t.workingTitle}</h3>
          <p className="small muted">{t.workingWhy}</p>
        </div>
        <button
          type="button"
          className="button"
          onClick={() => {
            exportRScript(analysis, growth, life, name, filter, {
              plan,
              comparison,
              causes: several,
            })
            toast(t.exportRDone)
          }}
        >
          <Download size={16} aria-hidden />
          {t.exportR}
        </button>
      </div>
      {all.map((working) => (
        <WorkingSection key={working.topic} working={working} repeat={repeat} />
      ))}
    </section>
  )
}

function topicName(topic: Working['topic'], t: Messages): string {
  if (isOneOf(PLAN_HELP_TOPICS, topic)) return t.planTopic(topic)
  return {
    pareto: t.chartPareto,
    trend: t.chartTrend,
    cumulative: t.chartCumulative,
    recurrence: t.chartRepeats,
    mtbf: t.kpiMdbf,
    scatter: t.workingScatter,
    ranking: t.chartRanking,
    compareRates: t.chartGroupRates,
    funnel: t.chartFunnel,
    compareLives: t.chartGroupLives,
    causes: t.chartCauses,
    modes: t.chartModes,
    growth: t.chartGrowth,
    weibull: `${t.chartWeibull} · ${t.groupName('original')}`,
    mcf: t.chartMcf,
  }[topic]
}

interface SectionProps {
  readonly working: Working
  readonly repeat: RecurrenceQuestion
}

/** One figure: its formula, every number that went into it, and where the formula comes from. */
function WorkingSection({ working, repeat }: SectionProps) {
  const { t, language } = useText()
  const title = topicName(working.topic, t)
  return (
    <section className="stack" aria-label={title}>
      <h3>{title}</h3>
      <p className="small">
        {formulaOf(working.topic, language)}
        {working.topic === 'recurrence'
          ? ` ${t.repeatsDefinition(String(repeat.days), String(repeat.km), repeat.sameSymptom)}`
          : ''}
      </p>
      {/* It scrolls sideways on a phone, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="figure-table" role="region" aria-label={title} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.workingStep}</th>
              <th scope="col" aria-label={t.chartFormula} />
              <th scope="col" className="number">
                {t.workingValue}
              </th>
            </tr>
          </thead>
          <tbody>
            {working.lines.map((line) => (
              <WorkingRow key={`${line.name}|${line.symbol}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {t.workingSource}
        {t.colon}
        {working.source}
      </p>
    </section>
  )
}

function WorkingRow({ line: { name: word, symbol, value, unit, why } }: { readonly line: Working['lines'][number] }) {
  const { language } = useText()
  const missing = why === undefined ? '—' : reasonWords(why, language)
  const shown = value === null ? missing : typeof value === 'number' ? formatFigure(value, language) : value
  return (
    <tr>
      <th scope="row">{workingWords(word, language)}</th>
      <td className="mono small">{symbol}</td>
      <td className="number">
        {shown} {value === null ? '' : unit}
      </td>
    </tr>
  )
}
