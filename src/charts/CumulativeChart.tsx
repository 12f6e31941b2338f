/** How failures add up over the distance run, beside the straight line of a rate that never changed. */
import { useMemo } from 'react'
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { formatCount, formatDay, formatFigure } from '../i18n/format'
import type { CumulativeDay } from '../metrics/cumulativeDays'
import { joinedRows } from '../metrics/rowGroups'
import { useText } from '../ui/LanguageContext'
import { coveringTicks } from './axisTicks'
import { AxisTitles } from './AxisTitles'
import { ChartLegend, DASHES } from './ChartLegend'
import { ChartStage } from './ChartStage'
import { clusterByGap } from './clusterByGap'
import { dayTicks } from './dayTicks'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'
import { thinPoints } from './thinPoints'

interface Props {
  readonly label: string
  /** In order. */
  readonly days: readonly CumulativeDay[]
  /** Part-kilometres of the whole period; 0 where none are known, then the drawing goes by date. */
  readonly exposureKm: number
  /** Something that may have changed the rate: drawn as an upright, with a straight line of its own on either side. */
  readonly change?: CumulativeChange
  readonly onOpen: OnOpen
}

export interface CumulativeChange {
  readonly day: number
  /** Part-kilometres from the start of the period to that day. */
  readonly exposureKm: number
  /** Failures before it. */
  readonly failures: number
  readonly label: string
}

interface Datum {
  readonly place: number
  readonly failures: number
}

const KM_PER_UNIT = 1e6
const NARROWEST_MARK = 5
const MOST_DOTS = 150
const ABOVE_LINES = 600
const COLOUR = 'var(--series-1)'

export function CumulativeChart({ label, days, exposureKm, change, onOpen }: Props) {
  const { t, language } = useText()
  const isByDate = !(exposureKm > 0)
  const total = days.at(-1)?.failures ?? 0
  const drawn = useMemo(() => thinPoints(days, 1000), [days])
  if (total === 0) return null
  const placeOf = ({ day, exposureKm }: Pick<CumulativeDay, 'day' | 'exposureKm'>): number =>
    isByDate ? day : exposureKm / KM_PER_UNIT
  const first = isByDate ? (days[0]?.day ?? 0) : 0
  const last = isByDate ? (days.at(-1)?.day ?? 0) + 1 : exposureKm / KM_PER_UNIT
  const corners = [
    { x: first, y: 0 },
    ...(change === undefined ? [] : [{ x: placeOf(change), y: change.failures }]),
    { x: last, y: total },
  ]
  const data: readonly Datum[] = [
    { place: first, failures: 0 },
    ...drawn.map((day) => ({ place: placeOf(day), failures: day.failures })),
    { place: last, failures: total },
  ]
  const ticksUp = coveringTicks(Math.max(1, total)).filter(Number.isInteger)
  const top = Math.max(total, ticksUp.at(-1) ?? 1)
  const count = (value: unknown): string => formatCount(Number(value), language)

  return (
    <>
      <ChartStage label={label}>
        {(width, host) => {
          const room = 14 + 7 * count(top).length
          const across = Math.max(2, Math.floor((width - room) / 84))
          const ticks = isByDate
            ? dayTicks(first, last, across)
            : coveringTicks(last, Math.min(10, across)).filter((tick) => tick <= last)
          return (
            <ComposedChart
              data={[...data]}
              width={width}
              height={width < 560 ? 290 : 320}
              margin={{ top: 26, right: 22, bottom: 22, left: 4 }}
              accessibilityLayer={false}
            >
              <CartesianGrid stroke="var(--line)" />
              <XAxis
                type="number"
                dataKey="place"
                domain={[first, last]}
                ticks={[...ticks]}
                interval={0}
                tickFormatter={(value) =>
                  isByDate ? formatDay(Number(value)).slice(0, 7) : formatFigure(Number(value), language)
                }
                height={26}
                tick={{ className: 'chart-tick' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tickLine={{ stroke: 'var(--line-strong)' }}
              />
              <YAxis
                type="number"
                domain={[0, top]}
                ticks={[...ticksUp]}
                tickFormatter={count}
                width={room}
                tick={{ className: 'chart-tick' }}
                axisLine={{ stroke: 'var(--line-strong)' }}
                tickLine={false}
              />
              {corners.slice(1).map((corner, at) => (
                <ReferenceLine
                  key={corner.x}
                  segment={[corners[at] ?? corner, corner]}
                  stroke="var(--text-3)"
                  strokeDasharray={DASHES}
                  strokeWidth={1.5}
                />
              ))}
              {change === undefined ? null : (
                <ReferenceLine
                  x={placeOf(change)}
                  stroke="var(--text)"
                  strokeWidth={1.5}
                  label={{
                    value: change.label,
                    position: placeOf(change) - first > (last - first) / 2 ? 'insideTopRight' : 'insideTopLeft',
                    className: 'chart-tick',
                  }}
                />
              )}
              <Line
                dataKey="failures"
                type="stepAfter"
                stroke={COLOUR}
                strokeWidth={1.75}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
              <AxisTitles left={t.chartCumulativeAxis} bottom={isByDate ? t.chartDateAxis : t.chartExposureAxis} />
              <DayMarks days={days} placeOf={placeOf} host={host} width={width} isByDate={isByDate} onOpen={onOpen} />
            </ComposedChart>
          )
        }}
      </ChartStage>
      <ChartLegend
        remarks={[
          ...(isByDate ? [t.chartNotNormalisedRemark] : []),
          ...(drawn.length < days.length ? [t.chartThinned(count(drawn.length), count(days.length))] : []),
        ]}
        items={[
          {
            shape: 'steps',
            colour: COLOUR,
            text: isByDate ? `${t.chartCumulativeSteps} · ${t.chartNotNormalised}` : t.chartCumulativeSteps,
          },
          {
            shape: 'dashes',
            colour: 'var(--text-3)',
            text:
              change !== undefined
                ? t.chartRateEitherSide
                : isByDate
                  ? t.chartConstantRateByDate
                  : t.chartConstantRate(formatFigure(total / (exposureKm / KM_PER_UNIT), language)),
          },
        ]}
      />
    </>
  )
}

interface DayMarksProps {
  readonly days: readonly CumulativeDay[]
  readonly placeOf: (day: CumulativeDay) => number
  readonly host: HTMLElement
  readonly width: number
  readonly isByDate: boolean
  readonly onOpen: OnOpen
}

/** Days too close for a finger or a mouse share one mark, so that every failure can be reached. */
function DayMarks({ days, placeOf, host, width, isByDate, onOpen }: DayMarksProps) {
  const { t, language } = useText()
  const plot = usePlotArea()
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  if (plot === undefined || toX === undefined || toY === undefined) return null
  const xs = days.map((day) => Number(toX(placeOf(day))))
  const groups = clusterByGap(xs, NARROWEST_MARK).flatMap(([from, to]) => {
    const members = days.slice(from, to)
    const [first, last] = [members[0], members.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [{ members, first, last, x: ((xs[from] ?? 0) + (xs[to - 1] ?? 0)) / 2, y: Number(toY(last.failures)) }]
  })
  const edges = [plot.x, ...groups.slice(1).map(({ x }, at) => (x + (groups[at]?.x ?? x)) / 2), plot.x + plot.width]
  const marks: readonly DrawnMark[] = groups.map(({ members, first, last }) => {
    const [from, to] = [formatDay(first.day), formatDay(last.day)]
    const name = from === to ? from : t.chartRange(from, to)
    const rows = joinedRows(members.map((day) => day.rows))
    return {
      key: String(first.day),
      name,
      rows,
      label: t.chartCumulativeLabel(name, formatCount(last.failures, language)),
      tip: [
        t.chartOfThese(formatCount(rows.length, language)),
        ...(isByDate ? [] : [t.chartExposureIs(formatFigure(last.exposureKm / KM_PER_UNIT, language))]),
      ],
    }
  })
  const boxes = groups.map(({ x, y }, at) => ({
    x: edges[at] ?? plot.x,
    y: plot.y,
    width: (edges[at + 1] ?? 0) - (edges[at] ?? 0),
    height: plot.height,
    dot: { x, y },
  }))
  return (
    <>
      {days.length > MOST_DOTS ? null : (
        <ZIndexLayer zIndex={ABOVE_LINES}>
          {days.map(({ day, failures }, at) => (
            <circle
              key={day}
              cx={xs[at]}
              cy={Number(toY(failures))}
              r={days.length <= 60 ? 3 : 2}
              style={{ fill: COLOUR }}
            />
          ))}
        </ZIndexLayer>
      )}
      <MarkLayer marks={marks} boxes={boxes} host={host} width={width} onOpen={onOpen} />
    </>
  )
}
