/**
 * The monthly rates as a broken line. A month beyond its limits has its own shape and says so in words; a month cut
 * off by the period is hollow; a rate above the end of the axis stands at the top edge with its value.
 */
import { usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts'
import { formatFigure } from '../i18n/format'
import type { Language } from '../i18n/translation'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { UChart } from '../reliability/uChart'
import { diamond, triangleDown, triangleUp } from './ChartLegend'
import { widthInEm } from './wrapLabel'

interface Props {
  readonly chart: UChart
  readonly months: readonly TrendMonth[]
  readonly ceiling: number
  readonly words: { readonly above: string; readonly below: string }
  readonly language: Language
}

const WORD_SIZE = 12
const ROOM_ABOVE = 24

export function RateLine({ chart, months, ceiling, words, language }: Props) {
  const plot = usePlotArea()
  const scale = useYAxisScale('rate')
  if (plot === undefined || scale === undefined) return null
  const band = plot.width / chart.points.length
  const radius = band < 9 ? 2 : band < 16 ? 2.5 : 3.5
  const points = chart.points.map((point, at) =>
    point.status === 'estimated'
      ? {
          at,
          x: plot.x + (at + 0.5) * band,
          y: Number(scale(Math.min(point.rate, ceiling))) + (point.rate > ceiling ? 7 : 0),
          rate: point.rate,
          beyond: point.beyond,
          run: point.run,
          isOffTop: point.rate > ceiling,
          isPartial: months[at]?.isPartial === true,
        }
      : null,
  )
  const line = points
    .map((point, at) => (point === null ? '' : `${points[at - 1] ? 'L' : 'M'}${point.x} ${point.y}`))
    .join('')
  const said = sayWhereThereIsRoom(
    points.filter((point) => point !== null && (point.beyond !== null || point.isOffTop)),
    plot,
    words,
    language,
  )

  return (
    <>
      <ZIndexLayer zIndex={400}>
        <path
          d={line}
          style={{ fill: 'none', stroke: 'var(--series-1)', strokeWidth: 1.75, strokeLinejoin: 'round' }}
        />
      </ZIndexLayer>
      <ZIndexLayer zIndex={600}>
        {points.map((point) => (point === null ? null : <Point key={point.at} point={point} radius={radius} />))}
        {said.map(({ at, x, y, anchor, text }) => (
          <text key={at} className="chart-word" x={x} y={y} textAnchor={anchor}>
            {text}
          </text>
        ))}
      </ZIndexLayer>
    </>
  )
}

interface PointProps {
  readonly point: Place & { readonly isPartial: boolean; readonly run: 'above' | 'below' | null }
  readonly radius: number
}

/** A month by its shape: beyond its limits, beyond the axis, cut off by the period, or like any other. */
function Point({ point, radius }: PointProps) {
  const edge = { stroke: 'var(--surface)', strokeWidth: 1 }
  if (point.beyond === 'above')
    return <path d={diamond(point.x, point.y, radius + 3)} style={{ fill: 'var(--alarm)', ...edge }} />
  if (point.beyond === 'below')
    return <path d={triangleDown(point.x, point.y, radius + 2.5)} style={{ fill: 'var(--text)', ...edge }} />
  if (point.isOffTop)
    return (
      <path
        d={triangleUp(point.x, point.y, radius + 2)}
        style={{ fill: 'var(--surface)', stroke: 'var(--series-1)', strokeWidth: 1.5 }}
      />
    )
  const colour = point.run === 'above' ? 'var(--alarm)' : point.run === 'below' ? 'var(--text)' : 'var(--series-1)'
  return (
    <circle
      cx={point.x}
      cy={point.y}
      r={radius}
      style={point.isPartial ? { fill: 'var(--surface)', stroke: colour, strokeWidth: 1.5 } : { fill: colour }}
    />
  )
}

interface Place {
  readonly at: number
  readonly x: number
  readonly y: number
  readonly rate: number
  readonly beyond: 'above' | 'below' | null
  readonly isOffTop: boolean
}

/** Words beside the points, left out where they would stand on a word already there; the shape still tells. */
function sayWhereThereIsRoom(
  points: readonly (Place | null)[],
  plot: { readonly x: number; readonly y: number; readonly width: number },
  words: Props['words'],
  language: Language,
) {
  const said: {
    at: number
    x: number
    y: number
    anchor: 'start' | 'middle' | 'end'
    text: string
    from: number
    to: number
  }[] = []
  for (const point of points) {
    if (point === null) continue
    const word = point.beyond === null ? '' : `${point.beyond === 'below' ? words.below : words.above} `
    const text = `${word}${formatFigure(point.rate, language)}${point.isOffTop ? ' ↑' : ''}`
    const wide = widthInEm(text) * WORD_SIZE
    const isBeside = point.y - plot.y < ROOM_ABOVE
    const isLeft = isBeside ? point.x + wide + 14 > plot.x + plot.width : point.x + wide / 2 > plot.x + plot.width
    const isRight = !isLeft && (isBeside || point.x - wide / 2 < plot.x)
    const anchor = isLeft ? 'end' : isRight ? 'start' : 'middle'
    const x = isLeft ? point.x - (isBeside ? 10 : -6) : isRight ? point.x + (isBeside ? 10 : -6) : point.x
    const from = isLeft ? x - wide : isRight ? x : x - wide / 2
    const place = {
      at: point.at,
      x,
      y: isBeside ? point.y + 4 : point.y - 10,
      anchor,
      text,
      from,
      to: from + wide,
    } as const
    if (
      said.some((other) => other.from < place.to + 6 && place.from < other.to + 6 && Math.abs(other.y - place.y) < 15)
    )
      continue
    said.push(place)
  }
  return said
}
