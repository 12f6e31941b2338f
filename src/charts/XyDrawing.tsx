/** What is drawn in the plot of a chart on two numeric scales: bands, lines, dots, and marks that can be opened. */
import { useId, useMemo } from 'react'
import { usePlotArea, ZIndexLayer } from 'recharts'
import { diamond } from './ChartLegend'
import { clusterByGap } from './clusterByGap'
import { DotLayer, MOST_CIRCLES, type Dot } from './DotLayer'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import { thinPoints } from './thinPoints'
import type { XyChartProps, XyMark, XySymbol } from './XyChart'
import { placeIn, xyPaths, type Plot, type XyPaths } from './xyPaths'

const NARROWEST_MARK = 5
const FEW_DOTS = 80
const MOST_CORNERS = 2000
const ABOVE_LINES = 600

interface Props<M extends XyMark> extends Omit<XyChartProps<M>, 'label'> {
  readonly host: HTMLElement
  readonly width: number
}

export function XyDrawing<M extends XyMark>(props: Props<M>) {
  const { x, y, bands, lines, marks, dotColour, symbolOf, ...rest } = props
  const plot = usePlotArea()
  const clip = useId()
  const dots = useMemo(
    () => (plot === undefined ? [] : marks.map((mark) => placeIn(plot, x, y, mark))),
    // Numbers instead of objects: an axis and a plot are made anew with every drawing, with the same ends.
    // oxlint-disable-next-line react/exhaustive-deps
    [marks, plot?.x, plot?.y, plot?.width, plot?.height, x.from, x.to, y.from, y.to],
  )
  if (plot === undefined) return null
  const { describe, host, width, onOpen } = rest
  const heightOf = (value: number): number => placeIn(plot, x, y, { x: x.from, y: value }).y
  const { drawn, boxes } = joinedMarks(marks, dots, plot, describe, heightOf)
  return (
    <>
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y - 4} width={plot.width + 4} height={plot.height + 8} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <Lines bands={bands} lines={lines} paths={xyPaths(plot, x, y)} />
      </g>
      <ZIndexLayer zIndex={ABOVE_LINES}>
        {symbolOf === undefined ? (
          <DotLayer
            dots={dots}
            radius={marks.length <= FEW_DOTS ? 3 : marks.length <= MOST_CIRCLES ? 2 : 1.5}
            colour={dotColour}
            area={{ x: plot.x - 4, y: plot.y - 4, width: plot.width + 8, height: plot.height + 8 }}
          />
        ) : (
          <Symbols dots={dots} symbols={marks.map(symbolOf)} />
        )}
      </ZIndexLayer>
      <MarkLayer marks={drawn} boxes={boxes} host={host} width={width} onOpen={onOpen} />
    </>
  )
}

function Symbols({ dots, symbols }: { readonly dots: readonly Dot[]; readonly symbols: readonly XySymbol[] }) {
  return dots.map(({ x, y }, at) => {
    const { shape, colour } = symbols[at] ?? { shape: 'dot', colour: '' }
    // Points never move among themselves: their place in the list is who they are.
    // oxlint-disable-next-line react/no-array-index-key
    const key = at
    return shape === 'diamond' ? (
      <path key={key} d={diamond(x, y, 6.5)} style={{ fill: colour }} />
    ) : (
      <circle key={key} cx={x} cy={y} r={4.5} style={{ fill: colour }} />
    )
  })
}

interface LinesProps extends Pick<XyChartProps<XyMark>, 'bands' | 'lines'> {
  readonly paths: XyPaths
}

function Lines({ bands, lines, paths }: LinesProps) {
  return (
    <>
      {bands.map((band) => (
        <path
          key={band.key}
          d={paths.bandOf({ ...band, places: thinPoints(band.places, MOST_CORNERS) })}
          style={{ fill: band.colour, fillOpacity: 0.16, stroke: 'none' }}
        />
      ))}
      {lines.map(({ key, places, colour, dashes, isStep = false, isFaint = false }) => (
        <path
          key={key}
          d={paths.lineOf(thinPoints(places, MOST_CORNERS), isStep)}
          style={{
            fill: 'none',
            stroke: colour,
            strokeWidth: 1.75,
            strokeDasharray: dashes ?? 'none',
            strokeOpacity: isFaint ? 0.4 : 1,
          }}
        />
      ))}
    </>
  )
}

/** Marks too close for a finger or a mouse become one; the plot is shared out among them from top to bottom. */
function joinedMarks<M extends XyMark>(
  marks: readonly M[],
  dots: readonly Dot[],
  plot: Plot,
  describe: XyChartProps<M>['describe'],
  heightOf: (value: number) => number,
) {
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
    dot: { x: at, y: heightOf(members.at(-1)?.y ?? 0) },
  }))
  return { drawn, boxes }
}
