/**
 * Points, lines and a band on two numeric scales that may be logarithmic or of probability: places come already on
 * the scale, ticks with their words.
 */
import { CartesianGrid, ComposedChart, usePlotArea, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { useId, useMemo } from 'react'
import { AxisTitles } from './AxisTitles'
import { ChartStage } from './ChartStage'
import { clusterByGap } from './clusterByGap'
import { DotLayer, MOST_CIRCLES, type Dot } from './DotLayer'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'
import { thinPoints } from './thinPoints'

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

interface Props<M extends XyMark> {
  readonly label: string
  readonly x: XyAxis
  readonly y: XyAxis
  readonly bands: readonly XyBand[]
  readonly lines: readonly XyLine[]
  /** By x. */
  readonly marks: readonly M[]
  readonly dotColour: string
  readonly describe: (marks: readonly M[]) => Omit<DrawnMark, 'rows'>
  readonly onOpen: OnOpen
}

const NARROWEST_MARK = 5
const FEW_DOTS = 80
const MOST_CORNERS = 2000
const TICK_ROOM = 76
const ABOVE_LINES = 600

export function XyChart<M extends XyMark>({ label, x, y, bands, lines, marks, dotColour, describe, onOpen }: Props<M>) {
  return (
    <ChartStage label={label}>
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
              tick={{ className: 'chart-tick' }}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tickLine={{ stroke: 'var(--line-strong)' }}
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
              tick={{ className: 'chart-tick' }}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tickLine={false}
            />
            <AxisTitles left={y.title} bottom={x.title} />
            <Drawing
              x={x}
              y={y}
              bands={bands}
              lines={lines}
              marks={marks}
              dotColour={dotColour}
              describe={describe}
              host={host}
              width={width}
              onOpen={onOpen}
            />
          </ComposedChart>
        )
      }}
    </ChartStage>
  )
}

function Drawing<M extends XyMark>({
  x,
  y,
  bands,
  lines,
  marks,
  dotColour,
  describe,
  host,
  width,
  onOpen,
}: Omit<Props<M>, 'label'> & { readonly host: HTMLElement; readonly width: number }) {
  const plot = usePlotArea()
  const clip = useId()
  const dots = useMemo(
    () => (plot === undefined ? [] : marks.map((mark) => placeIn(plot, x, y, mark))),
    // Numbers instead of objects: an axis and a plot are made anew with every drawing, with the same ends.
    // oxlint-disable-next-line react/exhaustive-deps
    [marks, plot?.x, plot?.y, plot?.width, plot?.height, x.from, x.to, y.from, y.to],
  )
  if (plot === undefined) return null
  const toX = (value: number): number => placeIn(plot, x, y, { x: value, y: y.from }).x
  const toY = (value: number): number => placeIn(plot, x, y, { x: x.from, y: value }).y
  const pathOf = (places: readonly Place[], isStep: boolean): string =>
    places
      .map(([at, value], index) =>
        index === 0 ? `M${toX(at)} ${toY(value)}` : isStep ? `H${toX(at)}V${toY(value)}` : `L${toX(at)} ${toY(value)}`,
      )
      .join('')
  const bandPath = ({ places, isStep = false }: XyBand): string => {
    const lower = places.map(([at, low]) => [at, low] as const)
    const upper = places.map(([at, , high]) => [at, high] as const)
    if (!isStep) return `${pathOf(upper, false)}L${pathOf(lower.toReversed(), false).slice(1)}Z`
    // Walked back, a step falls before it goes left.
    const back = lower
      .toReversed()
      .map(
        ([at, low], index, all) =>
          `${index === 0 ? 'L' : ''}${index === 0 ? `${toX(at)} ${toY(low)}` : `V${toY(low)}H${toX(at)}`}${index === all.length - 1 ? 'Z' : ''}`,
      )
      .join('')
    return pathOf(upper, true) + back
  }
  const xs = dots.map((dot) => dot.x)
  const clusters = clusterByGap(xs, NARROWEST_MARK).map(([from, to]) => ({
    members: marks.slice(from, to),
    x: ((xs[from] ?? 0) + (xs[to - 1] ?? 0)) / 2,
  }))
  const edges = [
    plot.x,
    ...clusters.slice(1).map((cluster, at) => (cluster.x + (clusters[at]?.x ?? 0)) / 2),
    plot.x + plot.width,
  ]
  const drawn: readonly DrawnMark[] = clusters.map(({ members }) => ({
    ...describe(members),
    rows: Uint32Array.from(members.flatMap(({ rows }) => [...rows])),
  }))
  const boxes = clusters.map(({ members, x: at }, index) => ({
    x: edges[index] ?? plot.x,
    y: plot.y,
    width: (edges[index + 1] ?? 0) - (edges[index] ?? 0),
    height: plot.height,
    dot: { x: at, y: toY(members.at(-1)?.y ?? 0) },
  }))
  return (
    <>
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y - 4} width={plot.width + 4} height={plot.height + 8} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {bands.map((band) => (
          <path
            key={band.key}
            d={bandPath({ ...band, places: thinPoints(band.places, MOST_CORNERS) })}
            style={{ fill: band.colour, fillOpacity: 0.16, stroke: 'none' }}
          />
        ))}
        {lines.map(({ key, places, colour, dashes, isStep = false, isFaint = false }) => (
          <path
            key={key}
            d={pathOf(thinPoints(places, MOST_CORNERS), isStep)}
            style={{
              fill: 'none',
              stroke: colour,
              strokeWidth: 1.75,
              strokeDasharray: dashes ?? 'none',
              strokeOpacity: isFaint ? 0.4 : 1,
            }}
          />
        ))}
      </g>
      <ZIndexLayer zIndex={ABOVE_LINES}>
        <DotLayer
          dots={dots}
          radius={marks.length <= FEW_DOTS ? 3 : marks.length <= MOST_CIRCLES ? 2 : 1.5}
          colour={dotColour}
          area={{ x: plot.x - 4, y: plot.y - 4, width: plot.width + 8, height: plot.height + 8 }}
        />
      </ZIndexLayer>
      <MarkLayer marks={drawn} boxes={boxes} host={host} width={width} onOpen={onOpen} />
    </>
  )
}

/** Where a value stands in the plot; far outside it, just beyond its edge. */
function placeIn(
  plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  x: XyAxis,
  y: XyAxis,
  { x: across, y: up }: Dot,
): Dot {
  const height = Math.max(y.from - 9, Math.min(y.to + 9, up))
  return {
    x: plot.x + ((across - x.from) / (x.to - x.from)) * plot.width,
    y: plot.y + plot.height - ((height - y.from) / (y.to - y.from)) * plot.height,
  }
}
