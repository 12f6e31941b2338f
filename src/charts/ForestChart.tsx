/** Figures with their intervals one below the other, against one line: what leaves the line out stands apart. Each opens its rows. */
import { ComposedChart } from 'recharts'
import { ChartLegend, diamond, type LegendItem } from './ChartLegend'
import { ChartStage } from './ChartStage'
import { MarkLayer, type DrawnMark } from './MarkLayer'
import type { OnOpen } from './openedMark'
import type { XyAxis } from './XyChart'

export interface ForestItem {
  readonly key: string
  readonly name: string
  /** Null: there is an interval, but no estimate; the ends are null where nothing bounds them. All on the scale of the axis. */
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** Stands apart from the line, by a test. */
  readonly isSignal: boolean
  /** Read out, and the first line of the tip. */
  readonly label: string
  readonly tip: readonly string[]
  readonly rows: Uint32Array
}

interface Props {
  readonly label: string
  readonly items: readonly ForestItem[]
  readonly axis: XyAxis
  /** What all are set against; null where there is nothing. */
  readonly line: number | null
  readonly legend: readonly LegendItem[]
  readonly onOpen: OnOpen
}

const ROW = 34
const TOP = 6
const FOOT = 34
const SIDE = 16
const MARK = 'var(--series-1)'
const SIGNAL = 'var(--alarm)'
/** Letters of a name that fit before the drawing begins; beside a wide drawing only. */
const NAME_WIDTH = 200
const WIDE = 620

export const forestColour = (isSignal: boolean): string => (isSignal ? SIGNAL : MARK)

export function ForestChart({ label, items, axis, line, legend, onOpen }: Props) {
  return (
    <>
      <ChartStage label={label}>
        {(width, host) => {
          const left = width >= WIDE ? NAME_WIDTH : SIDE
          const height = TOP + ROW * items.length + FOOT
          const across = width - left - SIDE
          const isWide = width >= WIDE
          const x = (value: number): number =>
            left + Math.max(0, Math.min(1, (value - axis.from) / (axis.to - axis.from))) * across
          return (
            <ComposedChart data={[]} width={width} height={height} accessibilityLayer={false}>
              <Ground axis={axis} line={line} x={x} height={height} room={across} />
              {items.map((item, at) => (
                <ItemLine key={item.key} item={item} y={TOP + ROW * at} left={left} x={x} isWide={isWide} />
              ))}
              <MarkLayer
                marks={items.map(markOf)}
                boxes={items.map(({ value, lower, upper }, at) => ({
                  x: 0,
                  y: TOP + ROW * at,
                  width,
                  height: ROW,
                  dot: { x: x(value ?? upper ?? lower ?? axis.from), y: TOP + ROW * at + middleOf(isWide) },
                }))}
                host={host}
                width={width}
                onOpen={onOpen}
              />
            </ComposedChart>
          )
        }}
      </ChartStage>
      <ChartLegend items={legend} />
    </>
  )
}

/** Where in its row an interval is drawn: beside its name, or below it. */
const middleOf = (isWide: boolean): number => (isWide ? ROW / 2 : 24)

const markOf = ({ key, name, label, tip, rows }: ForestItem): DrawnMark => ({ key, name, label, tip, rows })

interface GroundProps extends Pick<Props, 'axis' | 'line'> {
  readonly x: (value: number) => number
  readonly height: number
  readonly room: number
}

function Ground({ axis, line, x, height, room }: GroundProps) {
  const floor = height - FOOT
  const ticks = axis.ticks(Math.max(2, Math.floor(room / 76)))
  return (
    <g>
      {ticks.map(({ at, text }) => (
        <g key={at}>
          <path d={`M${x(at)} ${TOP}V${floor}`} style={{ stroke: 'var(--line)' }} />
          <text className="chart-tick" x={x(at)} y={floor + 14} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {line === null ? null : (
        <path d={`M${x(line)} ${TOP}V${floor}`} style={{ stroke: 'var(--text-2)', strokeDasharray: '6 3 1 3' }} />
      )}
      <text className="chart-tick" x={x(axis.to)} y={height - 4} textAnchor="end">
        {axis.title}
      </text>
    </g>
  )
}

interface ItemProps {
  readonly item: ForestItem
  readonly y: number
  readonly left: number
  readonly x: (value: number) => number
  readonly isWide: boolean
}

function ItemLine({ item: { name, value, lower, upper, isSignal }, y, left, x, isWide }: ItemProps) {
  const colour = forestColour(isSignal)
  const middle = y + middleOf(isWide)
  const [from, to] = [x(lower ?? -Infinity), x(upper ?? Infinity)]
  const shown = isWide && name.length > SHOWN ? `${name.slice(0, SHOWN - 1)}…` : name
  return (
    <>
      <text
        className="chart-tick"
        x={isWide ? left - 10 : left}
        y={isWide ? middle + 4 : y + 13}
        textAnchor={isWide ? 'end' : 'start'}
        style={{ fill: 'var(--text)' }}
      >
        {shown}
      </text>
      <path d={`M${from} ${middle}H${to}`} style={{ stroke: colour, strokeWidth: 2 }} />
      {lower === null ? null : <path d={`M${from} ${middle - 4}V${middle + 4}`} style={{ stroke: colour }} />}
      {upper === null ? (
        <path
          d={`M${to - 6} ${middle - 4}L${to} ${middle}L${to - 6} ${middle + 4}`}
          style={{ fill: 'none', stroke: colour }}
        />
      ) : (
        <path d={`M${to} ${middle - 4}V${middle + 4}`} style={{ stroke: colour }} />
      )}
      {value === null ? null : isSignal ? (
        <path d={diamond(x(value), middle, 6)} style={{ fill: colour }} />
      ) : (
        <circle cx={x(value)} cy={middle} r={4.5} style={{ fill: colour }} />
      )}
    </>
  )
}

const SHOWN = 24
