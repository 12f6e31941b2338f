/** A bar as Recharts asks for it, filled full, pale with an edge, or hatched with an edge. */
import { PALE } from './ChartLegend'

export type BarFill = 'full' | 'pale' | 'hatched'

export interface BarPlace {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
}

export function paintBar(
  { x = 0, y = 0, width = 0, height = 0 }: BarPlace,
  fill: BarFill,
  colour: string,
  hatch: string,
) {
  if (!(Math.abs(width) > 0 && Math.abs(height) > 0)) return <g />
  if (fill === 'full') return <rect x={x} y={y} width={width} height={height} style={{ fill: colour }} />
  if (fill === 'pale' && Math.min(width, height) < 5)
    return <rect x={x} y={y} width={width} height={height} style={{ fill: colour, fillOpacity: PALE * 1.8 }} />
  const inside = { x: x + 0.5, y: y + 0.5, width: Math.max(0.5, width - 1), height: Math.max(0.5, height - 1) }
  return fill === 'hatched' ? (
    <rect {...inside} fill={`url(#${hatch})`} style={{ stroke: colour }} />
  ) : (
    <rect {...inside} style={{ fill: colour, fillOpacity: PALE, stroke: colour }} />
  )
}
