/** Failures per 10⁶ km by month against the common rate: which months are more than chance. */
import { useId } from 'react'
import { formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import { useText } from '../ui/LanguageContext'
import { ChartLegend, type LegendItem } from './ChartLegend'
import { ChartStage } from './ChartStage'
import type { OnOpen } from './openedMark'
import { COUNT_COLOUR, TrendDrawing } from './TrendDrawing'
import { trendScale, type TrendData, type TrendScale } from './trendScale'

interface Props extends TrendData {
  readonly label: string
  readonly onOpen: OnOpen
}

const FEW_PERIODS = 12
const FEW_FAILURES = 2

export function TrendChart({ label, months, chart, onOpen }: Props) {
  const { t, language } = useText()
  const hatch = useId()
  if (months.length === 0) return null
  const scale = trendScale({ months, chart })
  return (
    <>
      <ChartStage label={label}>
        {(width, host) => (
          <TrendDrawing months={months} scale={scale} hatch={hatch} width={width} host={host} onOpen={onOpen} />
        )}
      </ChartStage>
      <ChartLegend items={legendOf(scale, t, language)} remarks={remarksOn(scale, t)} />
    </>
  )
}

function legendOf({ data, rated, ceiling }: TrendScale, t: Messages, language: Language): readonly LegendItem[] {
  const points = rated?.points.filter((point) => point.status === 'estimated') ?? []
  const isOffTop = points.some((point) => point.rate > ceiling && point.beyond === null)
  return [
    ...(rated === null
      ? []
      : [
          { shape: 'dotted-line' as const, colour: 'var(--series-1)', text: t.chartRateLegend },
          {
            shape: 'dash-dots' as const,
            colour: 'var(--text-2)',
            text: t.chartCenterLegend(formatFigure(rated.center, language)),
          },
          { shape: 'dashes' as const, colour: 'var(--text-3)', text: t.chartLimitsLegend },
        ]),
    {
      shape: 'pale-bar',
      colour: COUNT_COLOUR,
      text: rated === null ? `${t.chartCountLegend} · ${t.chartNotNormalised}` : t.chartCountLegend,
    },
    ...(data.some(({ isPartial }) => isPartial)
      ? [{ shape: 'hatched-bar' as const, colour: COUNT_COLOUR, text: t.chartPartial }]
      : []),
    ...(points.some(({ beyond }) => beyond === 'above')
      ? [{ shape: 'diamond' as const, colour: 'var(--alarm)', text: t.chartAbove }]
      : []),
    ...(points.some(({ beyond }) => beyond === 'below')
      ? [{ shape: 'triangle-down' as const, colour: 'var(--text)', text: t.chartBelow }]
      : []),
    ...(points.some(({ run }) => run === 'above')
      ? [{ shape: 'dot' as const, colour: 'var(--alarm)', text: t.chartRunAbove }]
      : []),
    ...(points.some(({ run }) => run === 'below')
      ? [{ shape: 'dot' as const, colour: 'var(--text)', text: t.chartRunBelow }]
      : []),
    ...(isOffTop ? [{ shape: 'triangle-up' as const, colour: 'var(--series-1)', text: t.chartOffTop }] : []),
  ]
}

function remarksOn({ data, rated }: TrendScale, t: Messages): readonly string[] {
  if (rated === null) return [t.chartNotNormalisedRemark]
  const watched = rated.points.filter((point) => point.status === 'estimated').length
  const failures = data.reduce((sum, { count }) => sum + count, 0)
  return [
    ...(watched < FEW_PERIODS ? [t.chartFewPeriods(String(watched))] : []),
    ...(failures < FEW_FAILURES * data.length ? [t.chartSparseMonths] : []),
  ]
}
