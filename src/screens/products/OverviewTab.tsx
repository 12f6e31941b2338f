/** What failed, when, how it adds up and what came back: four charts of one node, every mark opens its rows. */
import { oneOf } from '../../domain/closedSet'
import { companyFieldsOfTable, isCompanyKey } from '../../domain/companyFields'
import type { CompanyKey } from '../../domain/records/companyField'
import type { Fields } from '../../domain/records/field'
import { companyColumns } from '../../metrics/columnDescriptions'
import { useCompanyFields } from '../../panels/useCompanyFields'
import { useEngine } from '../../panels/useEngine'
import { inMillions } from '../../reliability/perMillion'
import { ChartFrame } from '../../charts/ChartFrame'
import { CumulativeChart } from '../../charts/CumulativeChart'
import { CumulativeTable } from '../../charts/CumulativeTable'
import { ParetoChart } from '../../charts/ParetoChart'
import { ParetoTable } from '../../charts/ParetoTable'
import { TrendChart } from '../../charts/TrendChart'
import { TrendTable } from '../../charts/TrendTable'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { formatCount, formatFigure, formatP, formatShare } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { PARETO_DIMENSIONS, type ParetoDimension } from '../../metrics/nodeParetos'
import type { RecurrenceQuestion } from '../../metrics/recurrence'
import { useText } from '../../ui/LanguageContext'
import type { TabProps } from './GrowthTab'
import { RankingFrame } from './RankingFrame'
import { RepeatPairs } from './RepeatPairs'
import { RepeatsFrame } from './RepeatsFrame'

interface Props extends TabProps {
  readonly analysis: NodeAnalysis
  readonly repeat: RecurrenceQuestion
  /** Whether a part is looked at, and its exposure is its own. */
  readonly isPart: boolean
}

/** What every frame of the overview needs. */
interface FrameProps extends TabProps {
  readonly analysis: NodeAnalysis
  readonly subtitle: string
}

export function OverviewTab({ repeat, isPart, ...shown }: Props) {
  const { t, language } = useText()
  const { analysis, filter, onOpen } = shown
  const exposure = `${formatFigure(inMillions(analysis.exposureKm), language)} × 10⁶ ${isPart ? t.kpiPartKm : t.kpiTrainKm}`
  const subtitle = t.chartSubtitle(formatCount(analysis.counted.length, language), exposure, filter)
  const recurrence = analysis.recurrence.status === 'estimated' ? analysis.recurrence : null
  return (
    <>
      <div className="chart-grid">
        <ParetoFrame {...shown} subtitle={subtitle} />
        <TrendFrame {...shown} subtitle={subtitle} />
        <CumulativeFrame {...shown} subtitle={subtitle} />
        <RepeatsFrame {...shown} recurrence={recurrence} question={repeat} />
        <RankingFrame {...shown} subtitle={subtitle} />
      </div>
      {recurrence === null ? null : <RepeatPairs recurrence={recurrence} onOpen={onOpen} />}
    </>
  )
}

/** A node without parts below it is looked at by symptom, unless the address says otherwise. */
function dimensionOf(
  analysis: NodeAnalysis,
  nodeId: string | undefined,
  chosen: string,
  company: Fields,
): ParetoDimension | CompanyKey {
  if (isCompanyKey(chosen) && company[chosen] !== undefined) return chosen
  const [onlyChild, secondChild] = analysis.paretos.child
  const isLeaf = onlyChild !== undefined && secondChild === undefined && onlyChild.word === nodeId
  return oneOf(PARETO_DIMENSIONS, chosen) ?? (isLeaf ? 'symptomCode' : 'child')
}

function ParetoFrame({ analysis, scope, name, subtitle, param, setParam, onOpen }: FrameProps) {
  const { t, language } = useText()
  const company = companyFieldsOfTable(useCompanyFields(), 'failures')
  const by = dimensionOf(analysis, scope.nodeId, param('by'), company)
  const { answer: bars } = useEngine(
    isCompanyKey(by) ? `company-pareto|${by}|${language}|${JSON.stringify(scope)}` : null,
    (engine) => (isCompanyKey(by) ? engine.companyPareto(scope, by, language) : Promise.resolve([])),
  )
  const shown = {
    label: isCompanyKey(by) ? (company[by]?.[language] ?? by) : t.dimensionName(by),
    bars: isCompanyKey(by) ? (bars ?? []) : analysis.paretos[by],
    onOpen,
  }
  const grouped = companyColumns(company).text.filter((name) => company[name]?.kind !== 'date')
  return (
    <ChartFrame
      title={`${name} — ${t.chartPareto}`}
      subtitle={subtitle}
      help="pareto"
      empty={analysis.counted.length === 0 ? t.nodeHistoryEmpty : null}
      controls={
        <label className="row small">
          {t.paretoBy}
          <select className="input compact-input" value={by} onChange={(event) => setParam('by', event.target.value)}>
            {PARETO_DIMENSIONS.map((dimension) => (
              <option key={dimension} value={dimension}>
                {t.dimensionName(dimension)}
              </option>
            ))}
            {grouped.map((name) => (
              <option key={name} value={name}>
                {company[name]?.[language]}
              </option>
            ))}
          </select>
        </label>
      }
      table={<ParetoTable {...shown} />}
    >
      <ParetoChart {...shown} />
    </ChartFrame>
  )
}

const undatedNotes = ({ undated }: NodeAnalysis, t: Messages, language: Language): readonly string[] =>
  undated > 0 ? [t.undatedNote(formatCount(undated, language))] : []

function TrendFrame({ analysis, name, subtitle, onOpen }: FrameProps) {
  const { t, language } = useText()
  const { coverage } = analysis.exposure
  const { months, chart } = analysis.trend
  const shown = { label: t.chartTrend, months, chart, onOpen }
  return (
    <ChartFrame
      title={`${name} — ${t.chartTrend}`}
      subtitle={`${subtitle}${t.semicolon}${laplaceWords(analysis, t, language)}`}
      notes={[
        ...(coverage !== null && analysis.isRateInDoubt ? [t.kpiCoverageLow(formatShare(coverage, language))] : []),
        ...undatedNotes(analysis, t, language),
      ]}
      help="trend"
      empty={months.length === 0 ? t.nodeHistoryEmpty : null}
      table={<TrendTable {...shown} />}
    >
      <TrendChart {...shown} />
    </ChartFrame>
  )
}

function laplaceWords({ laplace, clock }: NodeAnalysis, t: Messages, language: Language): string {
  if (laplace.status !== 'estimated' || !laplace.enough) return t.laplaceTooFew
  const verdict = laplace.pTwoSided > 0.1 ? t.laplaceNone : laplace.u > 0 ? t.laplaceWorse : t.laplaceBetter
  return t.laplaceText(verdict, clock, formatFigure(laplace.u, language), formatP(laplace.pTwoSided, language))
}

function CumulativeFrame({ analysis, name, subtitle, onOpen }: FrameProps) {
  const { t, language } = useText()
  const { cumulative: days, exposureKm } = analysis
  return (
    <ChartFrame
      title={`${name} — ${t.chartCumulative}`}
      subtitle={subtitle}
      notes={undatedNotes(analysis, t, language)}
      help="cumulative"
      empty={days.length === 0 ? t.nodeHistoryEmpty : null}
      table={<CumulativeTable label={t.chartCumulative} days={days} onOpen={onOpen} />}
    >
      <CumulativeChart label={t.chartCumulative} days={days} exposureKm={exposureKm} onOpen={onOpen} />
    </ChartFrame>
  )
}
