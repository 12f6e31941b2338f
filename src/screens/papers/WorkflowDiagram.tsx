/** The workflow drawn from its table: the way to closing in a row, ways back below it, short cuts above. */
import {
  PRIORITIES,
  LIMITED_STATES,
  pathsThrough,
  type LimitKey,
  type TimeLimits,
} from '../../domain/workflow/timeLimits'
import { PATHS, type Path } from '../../domain/workflow/forcedPath'
import { FAILURE_TABLE, statesOnWay, type FailureState, type Transition } from '../../domain/workflow/transitions'
import { workflowMap, type PlacedEdge, type PlacedState } from '../../domain/workflow/workflowMap'
import { formatFigure } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import './workflowDiagram.css'

type Edge = PlacedEdge<FailureState, Transition>

const PITCH = 124
const BOX = 88
const BOX_HEIGHT = 118
const ASIDE_HEIGHT = 34
const LANE = 25
const LINE = 12

interface Props {
  readonly limits: TimeLimits
  /** Where a failure stands, and its path. */
  readonly at: FailureState | null
  readonly path: Path | null
  readonly pathName: (path: Path) => string
}

export function WorkflowDiagram({ limits, at, path, pathName }: Props) {
  const { t, language } = useText()
  const { label } = useCodes()
  const { columns, states, edges } = workflowMap(FAILURE_TABLE, statesOnWay('standard'))
  const upper = edges.filter(({ kind }) => kind === 'skip' || kind === 'stay')
  const lower = edges.filter(({ kind }) => kind === 'back' || kind === 'aside')
  const rowTop = upper.length * LANE + 16
  const rowBottom = rowTop + BOX_HEIGHT
  const asideTop = rowBottom + (Math.max(...lower.map(({ lane }) => lane ?? 0)) + 1) * LANE + 24
  const height = asideTop + ASIDE_HEIGHT + 6
  const placeOf = new Map(states.map((placed) => [placed.state, placed]))
  const middle = (column: number): number => column * PITCH + PITCH / 2
  /** Lines of one side that meet a column stand side by side, in the order of their lanes. */
  const portOf = (side: readonly Edge[], edge: Edge, column: number): number => {
    const meeting = side.filter(
      ({ kind, from, to }) =>
        kind !== 'stay' && [...from, ...to].some((state) => placeOf.get(state)?.column === column),
    )
    return (
      middle(column) +
      (meeting.indexOf(edge) - (meeting.length - 1) / 2) * Math.min(18, (BOX - 12) / Math.max(1, meeting.length))
    )
  }
  const limitLines = (state: FailureState): readonly string[] => {
    const limited = LIMITED_STATES.find((known) => known === state)
    if (limited === undefined) return []
    const line = (name: string, key: LimitKey): readonly string[] => {
      const limit = limits[key]
      return limit === undefined
        ? []
        : [`${name} ${t.limitShort(formatFigure(limit.amount, language), limit.unit)}`.trim()]
    }
    const paths = pathsThrough(limited)
    return [
      ...(paths.length === 0 ? line('', limited) : paths.flatMap((own) => line(pathName(own), `${limited}.${own}`))),
      ...(limited === 'HANDLING' ? PRIORITIES.flatMap((priority) => line(priority, `HANDLING.${priority}`)) : []),
    ]
  }
  const gatesOf = ({ step }: Edge): readonly string[] => (step.gates === 'all' ? ['G1–G7'] : step.gates)
  const isOff = (state: FailureState): boolean =>
    path !== null &&
    PATHS.every((known) => known !== path || !statesOnWay(known).includes(state)) &&
    placeOf.get(state)?.isAside === false
  const badge = (x: number, y: number, { number }: Edge) => (
    <g>
      <circle cx={x} cy={y} r={8} className="map-badge" />
      <text x={x} y={y + 3.5} className="map-number">
        {number}
      </text>
    </g>
  )
  const named = (edge: Edge): string =>
    [t.stepName(edge.step.name), gatesOf(edge).join(' '), edge.step.roles.join(t.slash)]
      .filter((part) => part !== '')
      .join(' · ')

  const lane = (edge: Edge, side: readonly Edge[], isUpper: boolean) => {
    const y = isUpper ? rowTop - 12 - (edge.lane ?? 0) * LANE : rowBottom + 16 + (edge.lane ?? 0) * LANE
    const endOf = (state: FailureState): number => {
      const placed = placeOf.get(state)
      return placed?.isAside === true ? asideTop : isUpper ? rowTop : rowBottom
    }
    const ports = [
      ...edge.from.map((state) => ({ state, isTarget: false })),
      ...edge.to.map((state) => ({ state, isTarget: true })),
    ].map((end) => ({ ...end, x: portOf(side, edge, placeOf.get(end.state)?.column ?? 0) }))
    const [left, right] = [Math.min(...ports.map(({ x }) => x)), Math.max(...ports.map(({ x }) => x))]
    return (
      <g key={`${edge.number}-${edge.kind}`} className="map-edge">
        {right > left ? <path d={`M${left} ${y}H${right}`} /> : null}
        {ports.map(({ state, x, isTarget }) => (
          <path
            key={`${state}-${isTarget ? 'in' : 'out'}`}
            d={isTarget ? `M${x} ${y}V${endOf(state)}` : `M${x} ${endOf(state)}V${y}`}
            markerEnd={isTarget ? 'url(#map-arrow)' : undefined}
          />
        ))}
        {badge((left + right) / 2, y, edge)}
        <text x={(left + right) / 2 + 12} y={y - 3} className="map-name">
          {named(edge)}
        </text>
      </g>
    )
  }

  const band = (edge: Edge) => {
    const y = rowTop - 12 - (edge.lane ?? 0) * LANE
    const xs = edge.from.map((state) => middle(placeOf.get(state)?.column ?? 0))
    const [left, right] = [Math.min(...xs) - BOX / 2, Math.max(...xs) + BOX / 2]
    return (
      <g key={edge.number} className="map-edge">
        <path className="map-band" d={`M${left} ${y + 6}V${y}H${right}V${y + 6}`} />
        {badge((left + right) / 2, y, edge)}
        <text x={(left + right) / 2 + 12} y={y - 3} className="map-name">
          {named(edge)}
        </text>
      </g>
    )
  }

  const box = ({ state, column, isAside }: PlacedState<FailureState>) => {
    const [x, y] = [middle(column) - BOX / 2, isAside ? asideTop : rowTop]
    const lines = limitLines(state)
    const isNow = state === at
    return (
      <g
        key={state}
        className={`map-state${isAside ? ' is-aside' : ''}${isNow ? ' is-now' : ''}${isOff(state) ? ' is-off' : ''}`}
      >
        <rect x={x} y={y} width={BOX} height={isAside ? ASIDE_HEIGHT : BOX_HEIGHT} rx={5} />
        <text x={middle(column)} y={y + 15} className="map-title">
          {isNow ? '● ' : ''}
          {label('CL-STATE', state)}
        </text>
        {lines.map((line, place) => (
          <text key={line} x={middle(column)} y={y + (isAside ? 28 : 31) + place * LINE} className="map-limit">
            {line}
          </text>
        ))}
      </g>
    )
  }

  return (
    <svg className="workflow-map" viewBox={`0 0 ${columns * PITCH} ${height}`} role="img" aria-label={t.mapPicture}>
      <defs>
        <marker
          id="map-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {upper.map((edge) => (edge.kind === 'stay' ? band(edge) : lane(edge, upper, true)))}
      {lower.map((edge) => lane(edge, lower, false))}
      {edges
        .filter(({ kind }) => kind === 'next')
        .map((edge) => {
          const x = middle(placeOf.get(edge.from[0] ?? 'DRAFT')?.column ?? 0) + BOX / 2
          const y = rowTop + 26
          return (
            <g key={edge.number} className="map-edge">
              <path d={`M${x} ${y}H${x + PITCH - BOX}`} markerEnd="url(#map-arrow)" />
              {badge(x + (PITCH - BOX) / 2 - 3, y - 14, edge)}
              {[
                ...gatesOf(edge).map((text) => ({ text, look: 'map-gate' })),
                ...edge.step.roles.map((text) => ({ text, look: 'map-role' })),
              ].map(({ text, look }, place) => (
                <text key={text} x={x + (PITCH - BOX) / 2} y={y + 14 + place * LINE} className={look}>
                  {text}
                </text>
              ))}
            </g>
          )
        })}
      {states.map(box)}
    </svg>
  )
}
