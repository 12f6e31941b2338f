/** Titles of the axes, written level: the left and right ones above their axis, the bottom one below the plot. */
import { useChartHeight, useChartWidth } from 'recharts'

interface Props {
  readonly left?: string
  readonly right?: string
  readonly bottom?: string
}

export function AxisTitles({ left, right, bottom }: Props) {
  const width = useChartWidth()
  const height = useChartHeight()
  if (width === undefined || height === undefined) return null
  return (
    <g className="chart-axis-title">
      {left === undefined ? null : (
        <text x={4} y={13}>
          {left}
        </text>
      )}
      {right === undefined ? null : (
        <text x={width - 4} y={13} textAnchor="end">
          {right}
        </text>
      )}
      {bottom === undefined ? null : (
        <text x={width / 2} y={height - 5} textAnchor="middle">
          {bottom}
        </text>
      )}
    </g>
  )
}
