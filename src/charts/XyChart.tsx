/**
 * Points, lines and a band on two numeric scales that may be logarithmic or of probability: places come already on
 * the scale, ticks with their words.
 */
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import { AXIS_LOOK, TICK_LINES } from './axisLook'
import { AxisTitles } from './AxisTitles'
import { ChartStage } from './ChartStage'
import type { DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'
import { XyDrawing } from './XyDrawing'

export interface Tick {
  readonly at: number
  readonly text: string
}

export interface XyAxis {
  readonly title: string
  readonly from: number
  readonly to: number
  /** @param room how many labels have space */
  readonly ticks: (room: number) => readonly Tick[]
}

export type Place = readonly [x: number, y: number]

export interface XyLine {
  readonly key: string
  readonly places: readonly Place[]
  readonly colour: string
  readonly dashes?: string
  readonly isStep?: boolean
  readonly isFaint?: boolean
}

export interface XyBand {
  readonly key: string
  readonly colour: string
  readonly isStep?: boolean
  readonly places: readonly (readonly [x: number, low: number, high: number])[]
}

/** One thing that can be pointed at; `joined` describes several too close to be told apart. */
export interface XyMark {
  readonly x: number
  readonly y: number
  readonly rows: Uint32Array
}

export interface XySymbol {
  readonly shape: 'dot' | 'diamond'
  readonly colour: string
}

export interface XyChartProps<M extends XyMark> {
  readonly label: string
  readonly x: XyAxis
  readonly y: XyAxis
  readonly bands: readonly XyBand[]
  readonly lines: readonly XyLine[]
  /** By x. */
  readonly marks: readonly M[]
  readonly dotColour: string
  /** Where points do not all look alike. */
  readonly symbolOf?: (mark: M) => XySymbol
  readonly describe: (marks: readonly M[]) => Omit<DrawnMark, 'rows'>
  readonly onOpen: OnOpen
}

const TICK_ROOM = 76

export function XyChart<M extends XyMark>({ label, ...drawn }: XyChartProps<M>) {
  const { x, y } = drawn
  return (
    <ChartStage label={label} isStill={drawn.marks.length === 0}>
      {(width, host) => {
        const height = width < 560 ? 310 : 360
        const yTicks = y.ticks(Math.floor((height - 80) / 24))
        const room = 14 + 7 * Math.max(...yTicks.map(({ text }) => text.length), 1)
        const xTicks = x.ticks(Math.max(2, Math.floor((width - room) / TICK_ROOM)))
        const wordOf =
          (ticks: readonly Tick[]) =>
          (value: unknown): string =>
            ticks.find(({ at }) => at === Number(value))?.text ?? ''
        return (
          <ComposedChart
            data={[
              { x: x.from, y: y.from },
              { x: x.to, y: y.to },
            ]}
            width={width}
            height={height}
            margin={{ top: 26, right: 22, bottom: 22, left: 4 }}
            accessibilityLayer={false}
          >
            <CartesianGrid stroke="var(--line)" />
            <XAxis
              type="number"
              dataKey="x"
              domain={[x.from, x.to]}
              ticks={xTicks.map(({ at }) => at)}
              interval={0}
              allowDataOverflow
              tickFormatter={wordOf(xTicks)}
              height={26}
              {...AXIS_LOOK}
              tickLine={TICK_LINES}
            />
            <YAxis
              type="number"
              dataKey="y"
              domain={[y.from, y.to]}
              ticks={yTicks.map(({ at }) => at)}
              interval={0}
              allowDataOverflow
              tickFormatter={wordOf(yTicks)}
              width={room}
              {...AXIS_LOOK}
              tickLine={false}
            />
            <AxisTitles left={y.title} bottom={x.title} />
            <XyDrawing {...drawn} host={host} width={width} />
          </ComposedChart>
        )
      }}
    </ChartStage>
  )
}
