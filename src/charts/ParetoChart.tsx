/** The few categories that make most failures: bars from the largest down, and the share they reach together. */
import { useId } from 'react'
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatCount, formatShare } from '../i18n/format'
import type { ParetoBar } from '../metrics/nodeParetos'
import { useText } from '../ui/LanguageContext'
import { ticksToTotal } from './axisTicks'
import { AxisTitles } from './AxisTitles'
import { BandMarks } from './BandMarks'
import { ChartLegend, DASHES } from './ChartLegend'
import { ChartStage } from './ChartStage'
import { foldTail } from './foldTail'
import { Hatch } from './Hatch'
import type { DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'
import { paintBar, type BarFill, type BarPlace } from './paintBar'
import { TICK_LINE, TICK_SIZE, WrappedTick } from './WrappedTick'
import { widthInEm, wrapText } from './wrapLabel'

interface Props {
  /** What the categories are, for screen readers: `故障现象`. */
  readonly label: string
  readonly bars: readonly ParetoBar[]
  readonly onOpen: OnOpen
}

const CUT = 0.8
const LARGE_REST = 0.15
const NARROW = 560
const LINES_BELOW = 3
const LINES_BESIDE = 3
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const COLOUR = 'var(--series-1)'

const percent = (share: unknown): string => String(Math.round(Number(share) * 100))

interface Datum {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly cumulative: number
  readonly fill: BarFill
}

export function ParetoChart({ label, bars, onOpen }: Props) {
  const { t, language } = useText()
  const hatch = useId()
  if (bars.length === 0) return null
  const folded = foldTail(bars)
  const total = bars.reduce((sum, bar) => sum + bar.rows.length, 0)
  const data: readonly Datum[] = folded.map((bar, at) => ({
    key: String(at),
    label: bar.folded > 1 ? t.chartOther(formatCount(bar.folded, language)) : bar.label === '' ? t.notKnown : bar.label,
    count: bar.rows.length,
    cumulative: bar.cumulative,
    fill: bar.folded > 1 ? 'hatched' : bar.vital ? 'full' : 'pale',
  }))
  const marks: readonly DrawnMark[] = folded.map((bar, at) => {
    const name = data[at]?.label ?? ''
    return {
      key: String(at),
      name,
      rows: bar.rows,
      label: t.chartBarLabel(name, formatCount(bar.rows.length, language), formatShare(bar.share, language)),
      tip: [t.chartCumulativeTo(formatShare(bar.cumulative, language))],
    }
  })
  const rest = folded.at(-1)
  const remarks =
    rest !== undefined && rest.folded > 1 && rest.share > LARGE_REST
      ? [t.chartOtherLarge(formatShare(rest.share, language))]
      : []
  const counts = ticksToTotal(total)
  const nameOf = (key: string): string => data[Number(key)]?.label ?? ''
  const count = (value: unknown): string => formatCount(Number(value), language)

  const drawing = (width: number, host: HTMLElement) => {
    const countRoom = 16 + 7 * count(total).length
    const bandEm = (width - countRoom - 40) / data.length / TICK_SIZE - 0.4
    const fitsBelow = data.every(({ label }) => {
      const lines = wrapText(label, bandEm)
      return (
        lines.length <= LINES_BELOW &&
        label.split(/[\s-]+/).every((word) => /[⺀-鿿]/u.test(word) || widthInEm(word) <= bandEm)
      )
    })
    const isLevel = width < NARROW || !fitsBelow
    const shape = (place: BarPlace & { payload?: Datum }) =>
      paintBar(place, place.payload?.fill ?? 'full', COLOUR, hatch)
    const common = { data: [...data], width, accessibilityLayer: false as const, barCategoryGap: '18%' }
    const line = {
      dataKey: 'cumulative',
      type: 'linear' as const,
      stroke: 'var(--text-2)',
      strokeWidth: 1.5,
      dot: { r: 3, fill: 'var(--text-2)', stroke: 'none' },
      activeDot: false as const,
      isAnimationActive: false,
    }
    if (isLevel) {
      const labelEm = Math.min(Math.max(...data.map(({ label }) => widthInEm(label))) + 0.6, (width * 0.36) / TICK_SIZE)
      const most = Math.max(...data.map(({ label }) => Math.min(LINES_BESIDE, wrapText(label, labelEm).length)))
      const height = 74 + data.length * Math.max(26, most * TICK_LINE + 8)
      return (
        <ComposedChart
          {...common}
          layout="vertical"
          height={height}
          margin={{ top: 22, right: 18, bottom: 22, left: 4 }}
        >
          <Hatch id={hatch} colour={COLOUR} />
          <CartesianGrid stroke="var(--line)" horizontal={false} xAxisId="count" />
          <YAxis
            type="category"
            dataKey="key"
            width={labelEm * TICK_SIZE + 8}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tick={<WrappedTick nameOf={nameOf} side="left" widthEm={labelEm} most={LINES_BESIDE} />}
          />
          <XAxis
            xAxisId="count"
            type="number"
            domain={[0, total]}
            ticks={[...counts]}
            tickFormatter={count}
            height={26}
            tick={{ className: 'chart-tick' }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickLine={false}
          />
          <XAxis
            xAxisId="share"
            orientation="top"
            type="number"
            domain={[0, 1]}
            ticks={SHARES}
            tickFormatter={percent}
            height={24}
            tick={{ className: 'chart-tick' }}
            axisLine={{ stroke: 'var(--line-strong)' }}
            tickLine={false}
          />
          <Bar xAxisId="count" dataKey="count" isAnimationActive={false} shape={shape} maxBarSize={26} />
          <ReferenceLine xAxisId="share" x={CUT} stroke="var(--text-3)" strokeDasharray={DASHES} />
          <Line xAxisId="share" {...line} />
          <AxisTitles right={t.chartCumulativeShareAxis} bottom={t.chartFailureAxis} />
          <BandMarks marks={marks} along="y" host={host} width={width} onOpen={onOpen} />
        </ComposedChart>
      )
    }
    const lines = Math.max(...data.map(({ label }) => wrapText(label, bandEm).length))
    return (
      <ComposedChart {...common} height={300 + lines * TICK_LINE} margin={{ top: 26, right: 4, bottom: 4, left: 4 }}>
        <Hatch id={hatch} colour={COLOUR} />
        <CartesianGrid stroke="var(--line)" vertical={false} yAxisId="count" />
        <XAxis
          dataKey="key"
          interval={0}
          height={lines * TICK_LINE + 10}
          tickLine={false}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tick={<WrappedTick nameOf={nameOf} side="below" widthEm={bandEm} most={LINES_BELOW} />}
        />
        <YAxis
          yAxisId="count"
          domain={[0, total]}
          ticks={[...counts]}
          tickFormatter={count}
          width={countRoom}
          tick={{ className: 'chart-tick' }}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
        />
        <YAxis
          yAxisId="share"
          orientation="right"
          domain={[0, 1]}
          ticks={SHARES}
          tickFormatter={percent}
          width={40}
          tick={{ className: 'chart-tick' }}
          axisLine={{ stroke: 'var(--line-strong)' }}
          tickLine={false}
        />
        <Bar yAxisId="count" dataKey="count" isAnimationActive={false} shape={shape} maxBarSize={72} />
        <ReferenceLine yAxisId="share" y={CUT} stroke="var(--text-3)" strokeDasharray={DASHES} />
        <Line yAxisId="share" {...line} />
        <AxisTitles left={t.chartFailureAxis} right={t.chartCumulativeShareAxis} />
        <BandMarks marks={marks} along="x" host={host} width={width} onOpen={onOpen} />
      </ComposedChart>
    )
  }

  return (
    <>
      <ChartStage label={label}>{drawing}</ChartStage>
      <ChartLegend
        remarks={remarks}
        items={[
          { shape: 'bar', colour: COLOUR, text: t.chartVitalLegend },
          ...(data.some(({ fill }) => fill === 'pale')
            ? [{ shape: 'pale-bar' as const, colour: COLOUR, text: t.chartOrdinaryLegend }]
            : []),
          ...(rest !== undefined && rest.folded > 1
            ? [
                {
                  shape: 'hatched-bar' as const,
                  colour: COLOUR,
                  text: t.chartOther(formatCount(rest.folded, language)),
                },
              ]
            : []),
          { shape: 'dotted-line', colour: 'var(--text-2)', text: t.chartCumulativeLegend },
          { shape: 'dashes', colour: 'var(--text-3)', text: t.chartCutLegend },
        ]}
      />
    </>
  )
}
