/** The steps of the workflow as lines: to the next state, over several states, back below them, or over a band of states. */
import { useText } from '../../ui/LanguageContext'
import {
  BOX,
  columnOf,
  laneHeight,
  LINE,
  middleOf,
  PITCH,
  portsOf,
  type Edge,
  type WorkflowGeometry,
} from './workflowGeometry'

interface Props {
  readonly edge: Edge
  readonly geometry: WorkflowGeometry
}

const gatesOf = ({ step }: Edge): readonly string[] => (step.gates === 'all' ? ['G1–G7'] : step.gates)

/** A step to the state beside, with its gates and roles between the two boxes. */
export function NextEdge({ edge, geometry }: Props) {
  const x = middleOf(columnOf(geometry, edge.from[0] ?? 'DRAFT')) + BOX / 2
  const y = geometry.rowTop + 26
  const texts = [
    ...gatesOf(edge).map((text) => ({ text, look: 'map-gate' })),
    ...edge.step.roles.map((text) => ({ text, look: 'map-role' })),
  ]
  return (
    <g className="map-edge">
      <path d={`M${x} ${y}H${x + PITCH - BOX}`} markerEnd="url(#map-arrow)" />
      <Badge x={x + (PITCH - BOX) / 2 - 3} y={y - 14} number={edge.number} />
      {texts.map(({ text, look }, place) => (
        <text key={text} x={x + (PITCH - BOX) / 2} y={y + 14 + place * LINE} className={look}>
          {text}
        </text>
      ))}
    </g>
  )
}

/** A step over several columns: from and to its states by way of its lane. */
export function LaneEdge({ edge, geometry, isUpper }: Props & { readonly isUpper: boolean }) {
  const y = laneHeight(geometry, edge, isUpper)
  const ports = portsOf(geometry, edge, isUpper)
  const [left, right] = [Math.min(...ports.map(({ x }) => x)), Math.max(...ports.map(({ x }) => x))]
  return (
    <g className="map-edge">
      {right > left ? <path d={`M${left} ${y}H${right}`} /> : null}
      {ports.map(({ state, x, end, isTarget }) => (
        <path
          key={`${state}-${isTarget ? 'in' : 'out'}`}
          d={isTarget ? `M${x} ${y}V${end}` : `M${x} ${end}V${y}`}
          markerEnd={isTarget ? 'url(#map-arrow)' : undefined}
        />
      ))}
      <Name edge={edge} x={(left + right) / 2} y={y} />
    </g>
  )
}

/** A step that stays where it is, over all states it can be taken in. */
export function BandEdge({ edge, geometry }: Props) {
  const y = laneHeight(geometry, edge, true)
  const xs = edge.from.map((state) => middleOf(columnOf(geometry, state)))
  const [left, right] = [Math.min(...xs) - BOX / 2, Math.max(...xs) + BOX / 2]
  return (
    <g className="map-edge">
      <path className="map-band" d={`M${left} ${y + 6}V${y}H${right}V${y + 6}`} />
      <Name edge={edge} x={(left + right) / 2} y={y} />
    </g>
  )
}

function Name({ edge, x, y }: { readonly edge: Edge; readonly x: number; readonly y: number }) {
  const { t } = useText()
  const named = [t.stepName(edge.step.name), gatesOf(edge).join(' '), edge.step.roles.join(t.slash)]
  return (
    <>
      <Badge x={x} y={y} number={edge.number} />
      <text x={x + 12} y={y - 3} className="map-name">
        {named.filter((part) => part !== '').join(' · ')}
      </text>
    </>
  )
}

function Badge({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={8} className="map-badge" />
      <text x={x} y={y + 3.5} className="map-number">
        {number}
      </text>
    </g>
  )
}
