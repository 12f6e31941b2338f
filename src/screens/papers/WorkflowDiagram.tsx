/** The workflow drawn from its table: the way to closing in a row, ways back below it, short cuts above. */
import { oneOf } from '../../domain/closedSet'
import type { Path } from '../../domain/workflow/forcedPath'
import {
  PRIORITIES,
  LIMITED_STATES,
  pathsThrough,
  type LimitKey,
  type TimeLimits,
} from '../../domain/workflow/timeLimits'
import { statesOnWay, type FailureState } from '../../domain/workflow/transitions'
import type { PlacedState } from '../../domain/workflow/workflowMap'
import { formatFigure } from '../../i18n/format'
import { useCodes } from '../../panels/useCodes'
import { useText } from '../../ui/LanguageContext'
import { BandEdge, LaneEdge, NextEdge } from './WorkflowEdges'
import { ASIDE_HEIGHT, BOX, BOX_HEIGHT, LINE, middleOf, workflowGeometry } from './workflowGeometry'
import './workflowDiagram.css'

interface Props {
  readonly limits: TimeLimits
  /** Where a failure stands, and its path. */
  readonly at: FailureState | null
  readonly path: Path | null
  readonly pathName: (path: Path) => string
}

export function WorkflowDiagram({ limits, at, path, pathName }: Props) {
  const { t } = useText()
  const { label } = useCodes()
  const limitLines = useLimitLines(limits, pathName)
  const geometry = workflowGeometry()
  return (
    <svg
      className="workflow-map"
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
      role="img"
      aria-label={t.mapPicture}
    >
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
      {geometry.upper.map((edge) =>
        edge.kind === 'stay' ? (
          <BandEdge key={edge.number} edge={edge} geometry={geometry} />
        ) : (
          <LaneEdge key={`${edge.number}-${edge.kind}`} edge={edge} geometry={geometry} isUpper />
        ),
      )}
      {geometry.lower.map((edge) => (
        <LaneEdge key={`${edge.number}-${edge.kind}`} edge={edge} geometry={geometry} isUpper={false} />
      ))}
      {geometry.next.map((edge) => (
        <NextEdge key={edge.number} edge={edge} geometry={geometry} />
      ))}
      {geometry.states.map((placed) => (
        <StateBox
          key={placed.state}
          placed={placed}
          top={placed.isAside ? geometry.asideTop : geometry.rowTop}
          name={label('CL-STATE', placed.state)}
          limits={limitLines(placed.state)}
          isNow={placed.state === at}
          isOff={path !== null && !placed.isAside && !statesOnWay(path).includes(placed.state)}
        />
      ))}
    </svg>
  )
}

/** The time limits of a state, one line each. */
function useLimitLines(limits: TimeLimits, pathName: Props['pathName']): (state: FailureState) => readonly string[] {
  const { t, language } = useText()
  const line = (name: string, key: LimitKey): readonly string[] => {
    const limit = limits[key]
    return limit === undefined
      ? []
      : [`${name} ${t.limitShort(formatFigure(limit.amount, language), limit.unit)}`.trim()]
  }
  return (state) => {
    const limited = oneOf(LIMITED_STATES, state)
    if (limited === undefined) return []
    const paths = pathsThrough(limited)
    return [
      ...(paths.length === 0 ? line('', limited) : paths.flatMap((own) => line(pathName(own), `${limited}.${own}`))),
      ...(limited === 'HANDLING' ? PRIORITIES.flatMap((priority) => line(priority, `HANDLING.${priority}`)) : []),
    ]
  }
}

interface BoxProps {
  readonly placed: PlacedState<FailureState>
  readonly top: number
  readonly name: string
  readonly limits: readonly string[]
  readonly isNow: boolean
  /** Not on the way of the path that is shown. */
  readonly isOff: boolean
}

function StateBox({ placed: { column, isAside }, top, name, limits, isNow, isOff }: BoxProps) {
  const middle = middleOf(column)
  return (
    <g className={`map-state${isAside ? ' is-aside' : ''}${isNow ? ' is-now' : ''}${isOff ? ' is-off' : ''}`}>
      <rect x={middle - BOX / 2} y={top} width={BOX} height={isAside ? ASIDE_HEIGHT : BOX_HEIGHT} rx={5} />
      <text x={middle} y={top + 15} className="map-title">
        {isNow ? '● ' : ''}
        {name}
      </text>
      {limits.map((line, place) => (
        <text key={line} x={middle} y={top + (isAside ? 28 : 31) + place * LINE} className="map-limit">
          {line}
        </text>
      ))}
    </g>
  )
}
