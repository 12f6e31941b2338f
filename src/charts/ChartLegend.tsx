/** What the shapes of a drawing stand for. Also read by the picture export, which draws it into the image. */
import { useId, type ReactNode } from 'react'
import { Hatch } from './Hatch'

export type LegendShape =
  | 'bar'
  | 'pale-bar'
  | 'hatched-bar'
  | 'dot'
  | 'line'
  | 'dotted-line'
  | 'dashes'
  | 'dash-dots'
  | 'steps'
  | 'diamond'
  | 'triangle-up'
  | 'triangle-down'

export interface LegendItem {
  readonly shape: LegendShape
  /** A CSS colour, always a variable. */
  readonly colour: string
  readonly text: string
}

const KEY_WIDTH = 24
const KEY_HEIGHT = 12
const NO_REMARKS: readonly string[] = []

export function ChartLegend({
  items,
  remarks = NO_REMARKS,
}: {
  readonly items: readonly LegendItem[]
  readonly remarks?: readonly string[]
}) {
  return (
    <>
      <ul className="chart-legend">
        {items.map((item) => (
          <li key={item.shape + item.text}>
            <svg width={KEY_WIDTH} height={KEY_HEIGHT} aria-hidden="true">
              <LegendKey shape={item.shape} colour={item.colour} />
            </svg>
            <span>{item.text}</span>
          </li>
        ))}
      </ul>
      {remarks.map((remark) => (
        <p key={remark} className="chart-remark">
          {remark}
        </p>
      ))}
    </>
  )
}

function LegendKey({ shape, colour }: { readonly shape: LegendShape; readonly colour: string }): ReactNode {
  const hatch = useId()
  const line = { fill: 'none', stroke: colour, strokeWidth: 2 }
  switch (shape) {
    case 'bar':
      return <rect x={3} y={1} width={18} height={10} style={{ fill: colour }} />
    case 'pale-bar':
      return <rect x={3.5} y={1.5} width={17} height={9} style={{ fill: colour, fillOpacity: PALE, stroke: colour }} />
    case 'hatched-bar':
      return (
        <>
          <Hatch id={hatch} colour={colour} />
          <rect x={3.5} y={1.5} width={17} height={9} fill={`url(#${hatch})`} style={{ stroke: colour }} />
        </>
      )
    case 'dot':
      return <circle cx={12} cy={6} r={3.5} style={{ fill: colour }} />
    case 'line':
      return <path d="M0 6H24" style={line} />
    case 'dotted-line':
      return (
        <>
          <path d="M0 6H24" style={line} />
          <circle cx={12} cy={6} r={3.5} style={{ fill: colour }} />
        </>
      )
    case 'dashes':
      return <path d="M0 6H24" style={{ ...line, strokeWidth: 1.5, strokeDasharray: DASHES }} />
    case 'dash-dots':
      return <path d="M0 6H24" style={{ ...line, strokeWidth: 1.5, strokeDasharray: DASH_DOTS }} />
    case 'steps':
      return <path d="M0 9H12V3H24" style={line} />
    case 'diamond':
      return <path d={diamond(12, 6, 5.5)} style={{ fill: colour }} />
    case 'triangle-up':
      return <path d={triangleUp(12, 6, 5)} style={{ fill: 'var(--surface)', stroke: colour, strokeWidth: 1.5 }} />
    case 'triangle-down':
      return <path d={triangleDown(12, 6, 5.5)} style={{ fill: colour }} />
  }
}

export const PALE = 0.28
export const DASHES = '6 4'
export const DASH_DOTS = '8 3 2 3'
export const diamond = (x: number, y: number, r: number): string =>
  `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
export const triangleDown = (x: number, y: number, r: number): string =>
  `M${x - r} ${y - r * 0.8}H${x + r}L${x} ${y + r}Z`
export const triangleUp = (x: number, y: number, r: number): string =>
  `M${x - r} ${y + r * 0.8}H${x + r}L${x} ${y - r}Z`
