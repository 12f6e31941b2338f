/** The common rate, and its limits as one step per month, as wide as the month. */
import { usePlotArea, useYAxisScale, ZIndexLayer } from 'recharts'
import type { UChart } from '../reliability/uChart'
import { DASH_DOTS, DASHES } from './ChartLegend'

export function ControlLimits({ chart, ceiling }: { readonly chart: UChart; readonly ceiling: number }) {
  const plot = usePlotArea()
  const scale = useYAxisScale('rate')
  if (plot === undefined || scale === undefined) return null
  const band = plot.width / chart.points.length
  const stepsOf = (side: 'lower' | 'upper'): string => {
    let path = ''
    let isDrawing = false
    for (const [at, point] of chart.points.entries()) {
      const value = point.status === 'estimated' ? point[side] : Number.NaN
      if (!(value <= ceiling) || (side === 'lower' && value === 0)) {
        isDrawing = false
        continue
      }
      const y = Number(scale(value))
      path += `${isDrawing ? 'L' : 'M'}${plot.x + at * band} ${y}H${plot.x + (at + 1) * band}`
      isDrawing = true
    }
    return path
  }
  const center = Number(scale(chart.center))
  return (
    <ZIndexLayer zIndex={390}>
      <g className="chart-limits">
        <path
          d={`M${plot.x} ${center}H${plot.x + plot.width}`}
          style={{ stroke: 'var(--text-2)', strokeDasharray: DASH_DOTS }}
        />
        <path d={stepsOf('upper')} style={{ stroke: 'var(--text-3)', strokeDasharray: DASHES }} />
        <path d={stepsOf('lower')} style={{ stroke: 'var(--text-3)', strokeDasharray: DASHES }} />
      </g>
    </ZIndexLayer>
  )
}
