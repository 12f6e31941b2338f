/** A Pareto chart as it is drawn: bars that stand with their labels below, or lie with their labels beside them. */
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatCount } from '../i18n/format'
import { useText } from '../ui/LanguageContext'
import { AXIS_LOOK } from './axisLook'
import { AxisTitles } from './AxisTitles'
import { BandMarks } from './BandMarks'
import { DASHES } from './ChartLegend'
import { Hatch } from './Hatch'
import type { OnOpen } from './openedMark'
import { paintBar, type BarPlace } from './paintBar'
import type { ParetoBars, ParetoDatum } from './paretoBars'
import { TICK_LINE, TICK_SIZE, WrappedTick } from './WrappedTick'
import { widthInEm, wrapText } from './wrapLabel'

interface Props {
  readonly bars: ParetoBars
  /** The id of the hatching of the folded bar. */
  readonly hatch: string
  readonly width: number
  readonly host: HTMLElement
  readonly onOpen: OnOpen
}

export const COLOUR = 'var(--series-1)'
const CUT = 0.8
const NARROW = 560
const LINES_BELOW = 3
const LINES_BESIDE = 3
const SHARES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const SHARE_LINE = {
  dataKey: 'cumulative',
  type: 'linear',
  stroke: 'var(--text-2)',
  strokeWidth: 1.5,
  dot: { r: 3, fill: 'var(--text-2)', stroke: 'none' },
  activeDot: false,
  isAnimationActive: false,
} as const

const percent = (share: unknown): string => String(Math.round(Number(share) * 100))

/** The axis of the shares, whichever way the bars run. */
const SHARE_AXIS = { domain: [0, 1], ticks: SHARES, tickFormatter: percent, ...AXIS_LOOK, tickLine: false }

/** What both drawings say of their numbers and labels. */
function useBarWords({ data, ticks }: ParetoBars) {
  const { language } = useText()
  const count = (value: unknown): string => formatCount(Number(value), language)
  const most = ticks.at(-1) ?? 1
  return {
    countAxis: { domain: [0, most], ticks: [...ticks], tickFormatter: count, ...AXIS_LOOK, tickLine: false },
    countRoom: 16 + 7 * count(most).length,
    nameOf: (key: string): string => data[Number(key)]?.counted ?? '',
  }
}

/** The axis of the bars' names, whichever way they run. */
const NAME_AXIS = { dataKey: 'key', interval: 0, tickLine: false, axisLine: { stroke: 'var(--line-strong)' } } as const

const shapeOf = (hatch: string) => (place: BarPlace & { payload?: ParetoDatum }) =>
  paintBar(place, place.payload?.fill ?? 'full', COLOUR, hatch)

export function ParetoDrawing(props: Props) {
  const { bars, width } = props
  const { countRoom } = useBarWords(bars)
  const bandEm = (width - countRoom - 40) / bars.data.length / TICK_SIZE - 0.4
  const fitsBelow = bars.data.every(
    ({ counted }) =>
      wrapText(counted, bandEm).length <= LINES_BELOW &&
      counted.split(/[\s-]+/).every((word) => /[⺀-鿿]/u.test(word) || widthInEm(word) <= bandEm),
  )
  return width < NARROW || !fitsBelow ? <LyingBars {...props} /> : <StandingBars {...props} bandEm={bandEm} />
}

function LyingBars({ bars, hatch, width, host, onOpen }: Props) {
  const { t } = useText()
  const { data, marks } = bars
  const { countAxis, nameOf } = useBarWords(bars)
  const labelEm = Math.min(Math.max(...data.map(({ counted }) => widthInEm(counted))) + 0.6, (width * 0.36) / TICK_SIZE)
  const most = Math.max(...data.map(({ counted }) => Math.min(LINES_BESIDE, wrapText(counted, labelEm).length)))
  const height = 74 + data.length * Math.max(26, most * TICK_LINE + 8)
  return (
    <ComposedChart
      data={[...data]}
      width={width}
      accessibilityLayer={false}
      barCategoryGap="18%"
      layout="vertical"
      height={height}
      margin={{ top: 22, right: 18, bottom: 22, left: 4 }}
    >
      <Hatch id={hatch} colour={COLOUR} />
      <CartesianGrid stroke="var(--line)" horizontal={false} xAxisId="count" />
      <YAxis
        {...NAME_AXIS}
        type="category"
        width={labelEm * TICK_SIZE + 8}
        tick={<WrappedTick nameOf={nameOf} side="left" widthEm={labelEm} most={LINES_BESIDE} />}
      />
      <XAxis xAxisId="count" type="number" height={26} {...countAxis} />
      <XAxis xAxisId="share" orientation="top" type="number" height={24} {...SHARE_AXIS} />
      <Bar xAxisId="count" dataKey="count" isAnimationActive={false} shape={shapeOf(hatch)} maxBarSize={26} />
      <ReferenceLine xAxisId="share" x={CUT} stroke="var(--text-3)" strokeDasharray={DASHES} />
      <Line xAxisId="share" {...SHARE_LINE} />
      <AxisTitles right={t.chartCumulativeShareAxis} bottom={t.chartFailureAxis} />
      <BandMarks marks={marks} along="y" host={host} width={width} onOpen={onOpen} />
    </ComposedChart>
  )
}

function StandingBars({ bars, hatch, width, host, onOpen, bandEm }: Props & { readonly bandEm: number }) {
  const { t } = useText()
  const { data, marks } = bars
  const { countAxis, countRoom, nameOf } = useBarWords(bars)
  const lines = Math.max(...data.map(({ counted }) => wrapText(counted, bandEm).length))
  return (
    <ComposedChart
      data={[...data]}
      width={width}
      accessibilityLayer={false}
      barCategoryGap="18%"
      height={300 + lines * TICK_LINE}
      margin={{ top: 26, right: 4, bottom: 4, left: 4 }}
    >
      <Hatch id={hatch} colour={COLOUR} />
      <CartesianGrid stroke="var(--line)" vertical={false} yAxisId="count" />
      <XAxis
        {...NAME_AXIS}
        height={lines * TICK_LINE + 10}
        tick={<WrappedTick nameOf={nameOf} side="below" widthEm={bandEm} most={LINES_BELOW} />}
      />
      <YAxis yAxisId="count" width={countRoom} {...countAxis} />
      <YAxis yAxisId="share" orientation="right" width={40} {...SHARE_AXIS} />
      <Bar yAxisId="count" dataKey="count" isAnimationActive={false} shape={shapeOf(hatch)} maxBarSize={72} />
      <ReferenceLine yAxisId="share" y={CUT} stroke="var(--text-3)" strokeDasharray={DASHES} />
      <Line yAxisId="share" {...SHARE_LINE} />
      <AxisTitles left={t.chartFailureAxis} right={t.chartCumulativeShareAxis} />
      <BandMarks marks={marks} along="x" host={host} width={width} onOpen={onOpen} />
    </ComposedChart>
  )
}
