/** A cumulative chart as it is drawn: steps of failures, straight lines of constant rates, and the change between them. */
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatCount, formatDay, formatFigure } from '../i18n/format'
import type { CumulativeDay } from '../metrics/cumulativeDays'
import { useText } from '../ui/LanguageContext'
import { AXIS_LOOK, TICK_LINES } from './axisLook'
import { coveringTicks } from './axisTicks'
import { AxisTitles } from './AxisTitles'
import { DASHES } from './ChartLegend'
import { COLOUR, DayMarks, KM_PER_UNIT } from './DayMarks'
import { dayTicks } from './dayTicks'
import type { OnOpen } from './openedMark'

export interface CumulativeData {
  /** In order. */
  readonly days: readonly CumulativeDay[]
  /** Part-kilometres of the whole period; 0 where none are known, then the drawing goes by date. */
  readonly exposureKm: number
  /** Something that may have changed the rate: drawn as an upright, with a straight line of its own on either side. */
  readonly change?: CumulativeChange | undefined
}

export interface CumulativeChange {
  readonly day: number
  /** Part-kilometres from the start of the period to that day. */
  readonly exposureKm: number
  /** Failures before it. */
  readonly failures: number
  readonly label: string
}

interface Props extends CumulativeData {
  /** The days whose steps are drawn, thinned out where they are many. */
  readonly drawn: readonly CumulativeDay[]
  readonly width: number
  readonly host: HTMLElement
  readonly onOpen: OnOpen
}

/** From where to where the drawing goes, and where a day stands: by exposure, or by date where none is known. */
function acrossOf({ days, exposureKm }: CumulativeData) {
  const isByDate = !(exposureKm > 0)
  return {
    isByDate,
    first: isByDate ? (days[0]?.day ?? 0) : 0,
    last: isByDate ? (days.at(-1)?.day ?? 0) + 1 : exposureKm / KM_PER_UNIT,
    placeOf: ({ day, exposureKm: km }: Pick<CumulativeDay, 'day' | 'exposureKm'>): number =>
      isByDate ? day : km / KM_PER_UNIT,
  }
}

export function CumulativeDrawing({ drawn, width, host, onOpen, ...cumulative }: Props) {
  const { t, language } = useText()
  const { days, change } = cumulative
  const { isByDate, first, last, placeOf } = acrossOf(cumulative)
  const total = days.at(-1)?.failures ?? 0
  const data = [
    { place: first, failures: 0 },
    ...drawn.map((day) => ({ place: placeOf(day), failures: day.failures })),
    { place: last, failures: total },
  ]
  const corners = [
    { x: first, y: 0 },
    ...(change === undefined ? [] : [{ x: placeOf(change), y: change.failures }]),
    { x: last, y: total },
  ]
  const ticksUp = coveringTicks(Math.max(1, total)).filter(Number.isInteger)
  const top = Math.max(total, ticksUp.at(-1) ?? 1)
  const count = (value: unknown): string => formatCount(Number(value), language)
  const room = 14 + 7 * count(top).length
  const across = Math.max(2, Math.floor((width - room) / 84))
  const ticks = isByDate
    ? dayTicks(first, last, across)
    : coveringTicks(last, Math.min(10, across)).filter((tick) => tick <= last)
  return (
    <ComposedChart
      data={data}
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
        {...AXIS_LOOK}
        tickLine={TICK_LINES}
      />
      <YAxis
        type="number"
        domain={[0, top]}
        ticks={[...ticksUp]}
        tickFormatter={count}
        width={room}
        {...AXIS_LOOK}
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
}
