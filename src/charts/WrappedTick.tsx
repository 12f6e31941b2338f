/** A category written below or beside its axis in as many short lines as it needs. Recharts fills in the place. */
import { wrapLabel } from './wrapLabel'

interface Props {
  /** From the value on the axis to what people read. */
  readonly nameOf: (value: string) => string
  readonly side: 'below' | 'left'
  /** Room of one line in units of the font size. */
  readonly widthEm: number
  readonly most: number
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value: string | number }
}

export const TICK_SIZE = 12
export const TICK_LINE = 15

export function WrappedTick({ nameOf, side, widthEm, most, x = 0, y = 0, payload }: Props) {
  const text = nameOf(String(payload?.value ?? ''))
  const lines = wrapLabel(text, widthEm, most)
  const left = Number(x) - (side === 'below' ? 0 : 4)
  const first =
    side === 'below' ? Number(y) + TICK_SIZE - 3 : Number(y) - ((lines.length - 1) * TICK_LINE) / 2 + TICK_SIZE * 0.36
  return (
    <g className="chart-tick">
      <title>{text}</title>
      {lines
        .map((line, at) => ({ line, y: first + at * TICK_LINE }))
        .map(({ line, y }) => (
          <text key={y} x={left} y={y} textAnchor={side === 'below' ? 'middle' : 'end'}>
            {line}
          </text>
        ))}
    </g>
  )
}
