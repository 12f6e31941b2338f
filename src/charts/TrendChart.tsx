/** Failures per 10⁶ km by month against the common rate: which months are more than chance. */
import { useId } from 'react'
import { Bar, CartesianGrid, ComposedChart, usePlotArea, useYAxisScale, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { formatCount, formatFigure } from '../i18n/format'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { NotEstimable } from '../reliability/notEstimable'
import type { UChart } from '../reliability/uChart'
import { useText } from '../ui/LanguageContext'
import { coveringTicks, wholeTicks } from './axisTicks'
import { AxisTitles } from './AxisTitles'
import { BandMarks } from './BandMarks'
import { ChartLegend, DASH_DOTS, DASHES, type LegendItem } from './ChartLegend'
import { ChartStage } from './ChartStage'
import { Hatch } from './Hatch'
import { monthTicks } from './monthTicks'
import type { OnOpen } from './openedMark'
import { paintBar, type BarPlace } from './paintBar'
import { rateCeiling } from './rateCeiling'
import { RateLine } from './RateLine'
import { trendMarks } from './trendMarks'

interface Props {
  readonly label: string
  readonly months: readonly TrendMonth[]
  readonly chart: UChart | NotEstimable<string>
  readonly onOpen: OnOpen
}

interface Datum {
  readonly month: string
  readonly count: number
  readonly isPartial: boolean
}

const HEIGHT = 320
const NARROW_HEIGHT = 290
const COUNT_COLOUR = 'var(--series-6)'
const FEW_PERIODS = 12
const FEW_FAILURES = 2
/** The columns keep to the lower part when a rate is drawn above them. */
const COLUMN_HEADROOM = 2.1

export function TrendChart({ label, months, chart, onOpen }: Props) {
  const { t, language } = useText()
  const hatch = useId()
  if (months.length === 0) return null
  const data: readonly Datum[] = months.map(({ month, rows, isPartial }) => ({ month, count: rows.length, isPartial }))
  const most = Math.max(1, ...data.map(({ count }) => count))
  const rated = chart.status === 'estimated' ? chart : null
  const watched = rated?.points.filter((point) => point.status === 'estimated').length ?? 0
  const failures = data.reduce((sum, { count }) => sum + count, 0)
  const countTicks = rated === null ? coveringTicks(most).filter(Number.isInteger) : wholeTicks(most, 3)
  const countTop = rated === null ? Math.max(most, countTicks.at(-1) ?? 1) : most * COLUMN_HEADROOM
  const rateTicks = rated === null ? [] : coveringTicks(rateCeiling(rated))
  const ceiling = rateTicks.at(-1) ?? 1
  const marks = trendMarks(months, rated, t, language)
  const count = (value: unknown): string => formatCount(Number(value), language)
  const figure = (value: unknown): string => formatFigure(Number(value), language)
  const isOffTop =
    rated !== null &&
    rated.points.some((point) => point.status === 'estimated' && point.rate > ceiling && point.beyond === null)

  const legend: readonly LegendItem[] = [
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
    ...(rated?.points.some((point) => point.status === 'estimated' && point.beyond === 'above') === true
      ? [{ shape: 'diamond' as const, colour: 'var(--alarm)', text: t.chartAbove }]
      : []),
    ...(rated?.points.some((point) => point.status === 'estimated' && point.beyond === 'below') === true
      ? [{ shape: 'triangle-down' as const, colour: 'var(--text)', text: t.chartBelow }]
      : []),
    ...(isOffTop ? [{ shape: 'triangle-up' as const, colour: 'var(--series-1)', text: t.chartOffTop }] : []),
  ]
  const remarks = [
    ...(rated === null ? [t.chartNotNormalisedRemark] : []),
    ...(rated !== null && watched < FEW_PERIODS ? [t.chartFewPeriods(String(watched))] : []),
    ...(rated !== null && failures < FEW_FAILURES * months.length ? [t.chartSparseMonths] : []),
  ]

  return (
    <>
      <ChartStage label={label}>
        {(width, host) => {
          const countRoom = 14 + 7 * count(most).length
          const rateRoom = 14 + 7 * Math.max(...rateTicks.map((tick) => figure(tick).length), 0)
          const plotWidth = width - countRoom - (rated === null ? 8 : rateRoom)
          return (
            <ComposedChart
              data={[...data]}
              width={width}
              height={width < 560 ? NARROW_HEIGHT : HEIGHT}
              margin={{ top: 26, right: 4, bottom: 4, left: 4 }}
              accessibilityLayer={false}
              barCategoryGap="16%"
            >
              <Hatch id={hatch} colour={COUNT_COLOUR} />
              <CartesianGrid stroke="var(--line)" vertical={false} yAxisId={rated === null ? 'count' : 'rate'} />
              <XAxis
                dataKey="month"
                ticks={[
                  ...monthTicks(
                    months.map(({ month }) => month),
                    Math.floor(plotWidth / 62),
                  ),
                ]}
                interval={0}
                height={24}
                tick={{ className: 'chart-tick' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tickLine={{ stroke: 'var(--line-strong)' }}
              />
              <YAxis
                yAxisId="count"
                orientation={rated === null ? 'left' : 'right'}
                domain={[0, countTop]}
                ticks={[...countTicks]}
                tickFormatter={count}
                width={countRoom}
                tick={{ className: 'chart-tick' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tickLine={false}
              />
              {rated === null ? null : (
                <YAxis
                  yAxisId="rate"
                  domain={[0, ceiling]}
                  ticks={[...rateTicks]}
                  allowDataOverflow
                  tickFormatter={figure}
                  width={rateRoom}
                  tick={{ className: 'chart-tick' }}
                  axisLine={{ stroke: 'var(--line-strong)' }}
                  tickLine={false}
                />
              )}
              <Bar
                yAxisId="count"
                dataKey="count"
                isAnimationActive={false}
                maxBarSize={56}
                shape={(place: BarPlace & { payload?: Datum }) =>
                  paintBar(place, place.payload?.isPartial === true ? 'hatched' : 'pale', COUNT_COLOUR, hatch)
                }
              />
              {rated === null ? null : (
                <>
                  <ControlLimits chart={rated} ceiling={ceiling} />
                  <RateLine
                    chart={rated}
                    months={months}
                    ceiling={ceiling}
                    words={{ above: t.chartAbove, below: t.chartBelow }}
                    language={language}
                  />
                </>
              )}
              <AxisTitles
                {...(rated === null
                  ? { left: t.chartNotNormalisedAxis }
                  : { left: t.chartRateAxis, right: t.chartFailureAxis })}
              />
              <BandMarks marks={marks} along="x" host={host} width={width} onOpen={onOpen} />
            </ComposedChart>
          )
        }}
      </ChartStage>
      <ChartLegend items={legend} remarks={remarks} />
    </>
  )
}

/** The common rate, and its limits as one step per month, as wide as the month. */
function ControlLimits({ chart, ceiling }: { readonly chart: UChart; readonly ceiling: number }) {
  const plot = usePlotArea()
  const scale = useYAxisScale('rate')
  if (plot === undefined || scale === undefined) return null
  const band = plot.width / chart.points.length
  const stepsOf = (side: 'lower' | 'upper'): string => {
    let path = ''
    let isDrawing = false
    for (const [at, point] of chart.points.entries()) {
      const value = point.status === 'estimated' ? point[side] : Number.NaN
      if (!(value <= ceiling) || (side === 'lower' && value === 0)) {
        isDrawing = false
        continue
      }
      const y = Number(scale(value))
      path += `${isDrawing ? 'L' : 'M'}${plot.x + at * band} ${y}H${plot.x + (at + 1) * band}`
      isDrawing = true
    }
    return path
  }
  const center = Number(scale(chart.center))
  return (
    <ZIndexLayer zIndex={390}>
      <g className="chart-limits">
        <path
          d={`M${plot.x} ${center}H${plot.x + plot.width}`}
          style={{ stroke: 'var(--text-2)', strokeDasharray: DASH_DOTS }}
        />
        <path d={stepsOf('upper')} style={{ stroke: 'var(--text-3)', strokeDasharray: DASHES }} />
        <path d={stepsOf('lower')} style={{ stroke: 'var(--text-3)', strokeDasharray: DASHES }} />
      </g>
    </ZIndexLayer>
  )
}
