/** A block of a board: the figures or the chart it names, over its own scope, each mark a door to its failures. */
import type { Scope } from '../../metrics/scope'
import { ChartFrame } from '../../charts/ChartFrame'
import { CumulativeChart } from '../../charts/CumulativeChart'
import { CumulativeTable } from '../../charts/CumulativeTable'
import type { OnOpen } from '../../charts/openedMark'
import { ParetoChart } from '../../charts/ParetoChart'
import { ParetoTable } from '../../charts/ParetoTable'
import { TrendChart } from '../../charts/TrendChart'
import { TrendTable } from '../../charts/TrendTable'
import { hasScope, type BoardBlock } from '../../domain/board'
import { oneOf } from '../../domain/closedSet'
import { dateOfDay } from '../../domain/moment'
import { formatCount, formatFigure } from '../../i18n/format'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import { PARETO_DIMENSIONS } from '../../metrics/nodeParetos'
import { DEFAULT_RECURRENCE } from '../../metrics/recurrence'
import { lastMonths } from '../../panels/lastMonths'
import type { OpenedRows } from '../../panels/RowsDrawer'
import { useEngine } from '../../panels/useEngine'
import { inMillions } from '../../reliability/perMillion'
import { useText } from '../../ui/LanguageContext'
import { AlertsBlock } from './AlertsBlock'
import { FiguresBlock } from './FiguresBlock'
import { OpenBlock } from './OpenBlock'
import { RankingBlock } from './RankingBlock'

interface Props {
  readonly block: BoardBlock
  /** Of the part it is about. */
  readonly name: string
  readonly onOpen: (rows: OpenedRows) => void
}

/** What every block over a scope is given. */
export interface ScopedProps {
  readonly analysis: NodeAnalysis
  readonly block: BoardBlock
  readonly title: string
  readonly subtitle: string
  readonly onOpen: OnOpen
}

export function Block({ block, name, onOpen }: Props) {
  if (block.kind === 'open') return <OpenBlock />
  if (block.kind === 'alerts') return <AlertsBlock />
  return <ScopedBlock block={block} name={name} onOpen={onOpen} />
}

function scopeOfBlock({ nodeId, vehicleType, depotId, months }: BoardBlock): Scope {
  const { from, to, ...everything } = lastMonths(months)
  return {
    ...everything,
    ...(months === 0 ? {} : { from: from ?? 0, to: to ?? 0 }),
    ...(nodeId === '' ? {} : { nodeId }),
    vehicleTypes: vehicleType === '' ? [] : [vehicleType],
    depotIds: depotId === '' ? [] : [depotId],
  }
}

function ScopedBlock({ block, name, onOpen }: Props) {
  const { t, language } = useText()
  const scope = scopeOfBlock(block)
  const { answer: analysis } = useEngine(
    hasScope(block.kind) ? `board|${language}|${JSON.stringify(scope)}` : null,
    (engine) => engine.node(scope, DEFAULT_RECURRENCE, language),
  )
  if (analysis === null) return <div className="skeleton" style={{ height: 260 }} />
  const { from = 0, to = 0 } = analysis.scope
  const exposure = `${formatFigure(inMillions(analysis.exposureKm), language)} × 10⁶ ${
    block.nodeId === '' ? t.kpiTrainKm : t.kpiPartKm
  }`
  const shown: ScopedProps = {
    analysis,
    block,
    title: `${name} — ${t.blockKindName(block.kind)}`,
    subtitle: t.chartSubtitle(
      formatCount(analysis.counted.length, language),
      exposure,
      [`${dateOfDay(from)} … ${dateOfDay(to - 1)}`, block.vehicleType].filter((part) => part !== '').join(t.listComma),
    ),
    onOpen: ({ label, rows }) => onOpen({ title: label, rows }),
  }
  switch (block.kind) {
    case 'pareto':
      return <ParetoBlock {...shown} />
    case 'trend':
      return <TrendBlock {...shown} />
    case 'cumulative':
      return <CumulativeBlock {...shown} />
    case 'ranking':
      return <RankingBlock {...shown} />
    default:
      return <FiguresBlock {...shown} />
  }
}

function ParetoBlock({ analysis, block, title, subtitle, onOpen }: ScopedProps) {
  const { t } = useText()
  const by = oneOf(PARETO_DIMENSIONS, block.by) ?? 'child'
  const shown = { label: t.dimensionName(by), bars: analysis.paretos[by], onOpen }
  return (
    <ChartFrame
      title={`${title}${t.colon}${t.dimensionName(by)}`}
      subtitle={subtitle}
      help="pareto"
      empty={analysis.counted.length === 0 ? t.nodeHistoryEmpty : null}
      table={<ParetoTable {...shown} />}
    >
      <ParetoChart {...shown} />
    </ChartFrame>
  )
}

function TrendBlock({ analysis, title, subtitle, onOpen }: ScopedProps) {
  const { t } = useText()
  const shown = { label: t.chartTrend, ...analysis.trend, onOpen }
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      help="trend"
      empty={analysis.trend.months.length === 0 ? t.nodeHistoryEmpty : null}
      table={<TrendTable {...shown} />}
    >
      <TrendChart {...shown} />
    </ChartFrame>
  )
}

function CumulativeBlock({ analysis, title, subtitle, onOpen }: ScopedProps) {
  const { t } = useText()
  const { cumulative: days, exposureKm } = analysis
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      help="cumulative"
      empty={days.length === 0 ? t.nodeHistoryEmpty : null}
      table={<CumulativeTable label={t.chartCumulative} days={days} onOpen={onOpen} />}
    >
      <CumulativeChart label={t.chartCumulative} days={days} exposureKm={exposureKm} onOpen={onOpen} />
    </ChartFrame>
  )
}
