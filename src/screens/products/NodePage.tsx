/** One node in numbers: KPIs with bounds, Pareto, trend, growth over exposure, recurrence; every mark opens its rows. */
import { Download } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useSearchParams } from 'wouter'
import { ChartFrame } from '../../charts/ChartFrame'
import { CumulativeChart } from '../../charts/CumulativeChart'
import { CumulativeTable } from '../../charts/CumulativeTable'
import { ParetoChart } from '../../charts/ParetoChart'
import { ParetoTable } from '../../charts/ParetoTable'
import { RepeatHistogram } from '../../charts/RepeatHistogram'
import { RepeatTable } from '../../charts/RepeatTable'
import { TrendChart } from '../../charts/TrendChart'
import { TrendTable } from '../../charts/TrendTable'
import { formatCount, formatFigure, formatP, formatShare, localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { PARETO_DIMENSIONS, type ParetoDimension } from '../../metrics/nodeParetos'
import { DEFAULT_RECURRENCE, type RecurrenceQuestion } from '../../metrics/recurrence'
import { periodAsDates, UNASSIGNED, type Scope } from '../../metrics/scope'
import { exportNodeSummary } from '../../panels/exportNodeSummary'
import { RowsDrawer, type OpenedRows } from '../../panels/RowsDrawer'
import { useEngine } from '../../panels/useEngine'
import type { ScopeChange } from '../../panels/useScope'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { GrowthTab } from './GrowthTab'
import { KpiStrip } from './KpiStrip'
import { LifeTab } from './LifeTab'
import { RepeatPairs } from './RepeatPairs'
import { WorkingTab } from './WorkingTab'

interface Props {
  readonly scope: Scope
  readonly change: (change: ScopeChange) => void
}

function questionOf(params: URLSearchParams): RecurrenceQuestion {
  const positive = (name: string, otherwise: number): number => {
    const value = Number(params.get(name))
    return params.has(name) && Number.isFinite(value) && value >= 0 ? value : otherwise
  }
  return {
    days: positive('rdays', DEFAULT_RECURRENCE.days),
    km: positive('rkm', DEFAULT_RECURRENCE.km),
    sameSymptom: params.get('rsym') === '1',
  }
}

const TABS = ['overview', 'growth', 'life', 'working'] as const
const tabName = (tab: (typeof TABS)[number], t: Messages): string =>
  ({ overview: t.tabOverview, growth: t.tabGrowth, life: t.tabLife, working: t.tabWorking })[tab]

export function NodePage({ scope }: Props) {
  const { t, language } = useText()
  const toast = useToast()
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const question = questionOf(params)
  const { answer, isOld } = useEngine(`node|${JSON.stringify([scope, question, language])}`, async (engine) => ({
    analysis: await engine.node(scope, question, language),
    node: scope.nodeId === undefined || scope.nodeId === UNASSIGNED ? null : await engine.nodeOf(scope.nodeId),
    choices: await engine.fleetChoices(language),
  }))
  const onOpen = useCallback(
    (mark: { readonly label: string; readonly rows: Uint32Array }) => setOpened({ title: mark.label, rows: mark.rows }),
    [],
  )
  const close = useCallback(() => setOpened(null), [])
  const setParam = (name: string, value: string): void =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )

  if (answer === null)
    return (
      <div className="stack">
        <div className="skeleton" style={{ height: 110 }} />
        <div className="skeleton" style={{ height: 320 }} />
      </div>
    )
  const { analysis, node, choices } = answer
  const name = node?.name ?? (scope.nodeId === UNASSIGNED ? t.treeUnassigned : t.treeAll)
  const [first, last] = periodAsDates(analysis.exposure.from, analysis.exposure.to)
  const chosenTrains = [
    ...(scope.vehicleTypes.length > 0 ? [scope.vehicleTypes.join('、')] : []),
    ...(scope.depotIds.length > 0
      ? [
          choices.depots
            .filter((depot) => scope.depotIds.includes(depot.id))
            .map((depot) => depot.label)
            .join('、'),
        ]
      : []),
  ]
  const trains = chosenTrains.length === 0 ? t.all : chosenTrains.join(t.semicolon)
  const filter = [
    t.populationName(scope.population),
    t.partBasisName(scope.partBasis),
    `${first} ～ ${last}`,
    ...chosenTrains,
  ].join(t.semicolon)
  const exposureWords = `${formatFigure(analysis.exposureKm / 1e6, language)} × 10⁶ ${node === null ? t.kpiTrainKm : t.kpiPartKm}`
  const subtitle = t.chartSubtitle(formatCount(analysis.counted.length, language), exposureWords, filter)
  const coverage = analysis.exposure.coverage
  const notes = coverage !== null && coverage < 0.8 ? [t.kpiCoverageLow(formatShare(coverage, language))] : []
  const undated = analysis.undated > 0 ? [t.undatedNote(formatCount(analysis.undated, language))] : []
  const [onlyChild, secondChild] = analysis.paretos.child
  const isLeaf = onlyChild !== undefined && secondChild === undefined && onlyChild.word === scope.nodeId
  const by: ParetoDimension =
    PARETO_DIMENSIONS.find((known) => known === params.get('by')) ?? (isLeaf ? 'symptomCode' : 'child')
  const bars = analysis.paretos[by]
  const repeats = analysis.recurrence.status === 'estimated' ? analysis.recurrence : null
  const repeatWords =
    repeats === null
      ? ''
      : `${t.repeatsShare(formatCount(repeats.repeats.length, language), formatCount(repeats.comparable, language), formatShare(repeats.share, language))}${repeats.medianDays === null ? '' : `${t.semicolon}${t.repeatsMedian(formatFigure(repeats.medianDays, language))}`}${t.semicolon}`

  const tab = TABS.find((known) => known === params.get('tab')) ?? 'overview'
  const tabProps = { scope, name, filter, onOpen, setParam, param: (key: string) => params.get(key) ?? '' }

  const download = async (): Promise<void> => {
    try {
      await exportNodeSummary(analysis, {
        language,
        nodeName: name,
        path: (node?.path ?? [name]).join(' / '),
        filterInWords: filter,
        populationName: t.populationName(scope.population),
        trainsInWords: trains,
        ...(node?.targetFpmk == null ? {} : { targetFpmk: node.targetFpmk }),
        repeat: question,
      })
    } catch (error) {
      toast(t.exportFailed(error instanceof Error ? error.message : String(error)))
    }
  }

  return (
    <div className="node-page" aria-busy={isOld}>
      <header className="spread">
        <div>
          {node === null || node.path.length < 2 ? null : (
            <p className="small muted">{node.path.slice(0, -1).join(' ▸ ')}</p>
          )}
          <h2 className="node-title">
            {name} {node === null ? null : <span className="mono muted small">{node.partNo}</span>}
          </h2>
        </div>
        <button type="button" className="button" onClick={() => void download()}>
          <Download size={16} aria-hidden />
          {t.exportSummary}
        </button>
      </header>
      <KpiStrip analysis={analysis} node={node} name={name} onOpen={onOpen} />
      <div className="tabs no-print" role="tablist" aria-label={t.nodeTabs}>
        {TABS.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`node-tab-${one}`}
            aria-selected={tab === one}
            aria-controls="node-tab-panel"
            className="tab"
            onClick={() => setParam('tab', one === 'overview' ? '' : one)}
          >
            {tabName(one, t)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="node-tab-panel" aria-labelledby={`node-tab-${tab}`}>
        {tab === 'growth' ? (
          <GrowthTab {...tabProps} />
        ) : tab === 'life' ? (
          <LifeTab {...tabProps} />
        ) : tab === 'working' ? (
          <WorkingTab {...tabProps} analysis={analysis} repeat={question} />
        ) : (
          <>
            <div className="chart-grid">
              <ChartFrame
                title={`${name} — ${t.chartPareto}`}
                subtitle={subtitle}
                help="pareto"
                empty={analysis.counted.length === 0 ? t.nodeHistoryEmpty : null}
                controls={
                  <label className="row small">
                    {t.paretoBy}
                    <select
                      className="input compact-input"
                      value={by}
                      onChange={(event) => setParam('by', event.target.value)}
                    >
                      {PARETO_DIMENSIONS.map((dimension) => (
                        <option key={dimension} value={dimension}>
                          {t.dimensionName(dimension)}
                        </option>
                      ))}
                    </select>
                  </label>
                }
                table={<ParetoTable label={t.dimensionName(by)} bars={bars} onOpen={onOpen} />}
              >
                <ParetoChart label={t.dimensionName(by)} bars={bars} onOpen={onOpen} />
              </ChartFrame>
              <ChartFrame
                title={`${name} — ${t.chartTrend}`}
                subtitle={`${subtitle}${t.semicolon}${laplaceWords(analysis, t, language)}`}
                notes={[...notes, ...undated]}
                help="trend"
                empty={analysis.trend.months.length === 0 ? t.nodeHistoryEmpty : null}
                table={
                  <TrendTable
                    label={t.chartTrend}
                    months={analysis.trend.months}
                    chart={analysis.trend.chart}
                    onOpen={onOpen}
                  />
                }
              >
                <TrendChart
                  label={t.chartTrend}
                  months={analysis.trend.months}
                  chart={analysis.trend.chart}
                  onOpen={onOpen}
                />
              </ChartFrame>
              <ChartFrame
                title={`${name} — ${t.chartCumulative}`}
                subtitle={subtitle}
                notes={undated}
                help="cumulative"
                empty={analysis.cumulative.length === 0 ? t.nodeHistoryEmpty : null}
                table={<CumulativeTable label={t.chartCumulative} days={analysis.cumulative} onOpen={onOpen} />}
              >
                <CumulativeChart
                  label={t.chartCumulative}
                  days={analysis.cumulative}
                  exposureKm={analysis.exposureKm}
                  onOpen={onOpen}
                />
              </ChartFrame>
              <ChartFrame
                title={`${name} — ${t.chartRepeats}`}
                subtitle={`${t.repeatsDefinition(formatCount(question.days, language), formatCount(question.km, language), question.sameSymptom)}${t.semicolon}${repeatWords}${filter}`}
                help="recurrence"
                empty={repeats === null || repeats.repeats.length === 0 ? t.repeatsPairsNone : null}
                controls={
                  <div className="row small">
                    <label className="row">
                      {t.repeatsDays}
                      <input
                        className="input compact-input tiny"
                        inputMode="numeric"
                        value={question.days}
                        onChange={(event) => setParam('rdays', event.target.value.replace(/\D/gu, ''))}
                      />
                    </label>
                    <label className="row">
                      {t.repeatsKm}
                      <input
                        className="input compact-input tiny"
                        inputMode="numeric"
                        value={question.km}
                        onChange={(event) => setParam('rkm', event.target.value.replace(/\D/gu, ''))}
                      />
                    </label>
                    <label className="row">
                      <input
                        type="checkbox"
                        checked={question.sameSymptom}
                        onChange={(event) => setParam('rsym', event.target.checked ? '1' : '')}
                      />
                      {t.repeatsSameSymptom}
                    </label>
                  </div>
                }
                table={
                  repeats === null ? null : <RepeatTable label={t.chartRepeats} recurrence={repeats} onOpen={onOpen} />
                }
              >
                {repeats === null ? null : (
                  <RepeatHistogram label={t.chartRepeats} recurrence={repeats} onOpen={onOpen} />
                )}
              </ChartFrame>
            </div>
            {repeats === null ? null : <RepeatPairs recurrence={repeats} onOpen={onOpen} />}
          </>
        )}
      </div>
      <p className="small muted">
        {t.build} {__BUILD__} · {localMoment().slice(0, 16).replace('T', ' ')}
      </p>
      {opened === null ? null : (
        <RowsDrawer
          opened={opened}
          filter={`${name}${t.semicolon}${filter}`}
          partBasis={scope.partBasis}
          onClose={close}
        />
      )}
    </div>
  )
}

function laplaceWords(analysis: NodeAnalysis, t: ReturnType<typeof useText>['t'], language: 'zh' | 'en'): string {
  const { laplace } = analysis
  if (laplace.status !== 'estimated' || !laplace.enough) return t.laplaceTooFew
  const verdict = laplace.pTwoSided > 0.1 ? t.laplaceNone : laplace.u > 0 ? t.laplaceWorse : t.laplaceBetter
  return t.laplaceText(verdict, formatFigure(laplace.u, language), formatP(laplace.pTwoSided, language))
}
