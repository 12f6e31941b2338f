/** A trend as it is drawn: a column of failures a month, and where the distance is known its rate above. */
import { Bar, CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import { formatCount, formatFigure } from '../i18n/format'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import { useText } from '../ui/LanguageContext'
import { AXIS_LOOK, TICK_LINES } from './axisLook'
import { AxisTitles } from './AxisTitles'
import { BandMarks } from './BandMarks'
import { ControlLimits } from './ControlLimits'
import { Hatch } from './Hatch'
import { monthTicks } from './monthTicks'
import type { OnOpen } from './openedMark'
import { paintBar, type BarPlace } from './paintBar'
import { RateLine } from './RateLine'
import { trendMarks } from './trendMarks'
import type { TrendDatum, TrendScale } from './trendScale'

interface Props {
  readonly months: readonly TrendMonth[]
  readonly scale: TrendScale
  /** The id of the hatching of months cut off by the period. */
  readonly hatch: string
  readonly width: number
  readonly host: HTMLElement
  readonly onOpen: OnOpen
}

export const COUNT_COLOUR = 'var(--series-6)'
const HEIGHT = 320
const NARROW_HEIGHT = 290

export function TrendDrawing({ months, scale, hatch, width, host, onOpen }: Props) {
  const { t, language } = useText()
  const { data, rated, most, countTicks, countTop, rateTicks, ceiling } = scale
  const count = (value: unknown): string => formatCount(Number(value), language)
  const figure = (value: unknown): string => formatFigure(Number(value), language)
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
        {...AXIS_LOOK}
        tickLine={TICK_LINES}
      />
      <YAxis
        yAxisId="count"
        orientation={rated === null ? 'left' : 'right'}
        domain={[0, countTop]}
        ticks={[...countTicks]}
        tickFormatter={count}
        width={countRoom}
        {...AXIS_LOOK}
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
          {...AXIS_LOOK}
          tickLine={false}
        />
      )}
      <Bar
        yAxisId="count"
        dataKey="count"
        isAnimationActive={false}
        maxBarSize={56}
        shape={(place: BarPlace & { payload?: TrendDatum }) =>
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
      <BandMarks marks={trendMarks(months, rated, t, language)} along="x" host={host} width={width} onOpen={onOpen} />
    </ComposedChart>
  )
}
