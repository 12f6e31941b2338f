/** Where the boxes and lines of the drawn workflow lie, in the units of its picture. */
import { FAILURE_TABLE, statesOnWay, type FailureState, type Transition } from '../../domain/workflow/transitions'
import { workflowMap, type PlacedEdge, type PlacedState } from '../../domain/workflow/workflowMap'

export type Edge = PlacedEdge<FailureState, Transition>

export const PITCH = 124
export const BOX = 88
export const BOX_HEIGHT = 118
export const ASIDE_HEIGHT = 34
/** From one line of text to the next. */
export const LINE = 12
const LANE = 25

export interface WorkflowGeometry {
  readonly width: number
  readonly height: number
  readonly rowTop: number
  readonly rowBottom: number
  readonly asideTop: number
  readonly states: readonly PlacedState<FailureState>[]
  readonly next: readonly Edge[]
  /** Short cuts and steps that stay, above the row. */
  readonly upper: readonly Edge[]
  /** Ways back and aside, below it. */
  readonly lower: readonly Edge[]
}

/** How is the workflow laid out? */
export function workflowGeometry(): WorkflowGeometry {
  const { columns, states, edges } = workflowMap(FAILURE_TABLE, statesOnWay('standard'))
  const upper = edges.filter(({ kind }) => kind === 'skip' || kind === 'stay')
  const lower = edges.filter(({ kind }) => kind === 'back' || kind === 'aside')
  const rowTop = upper.length * LANE + 16
  const rowBottom = rowTop + BOX_HEIGHT
  const asideTop = rowBottom + (Math.max(...lower.map(({ lane }) => lane ?? 0)) + 1) * LANE + 24
  return {
    width: columns * PITCH,
    height: asideTop + ASIDE_HEIGHT + 6,
    rowTop,
    rowBottom,
    asideTop,
    states,
    next: edges.filter(({ kind }) => kind === 'next'),
    upper,
    lower,
  }
}

export const middleOf = (column: number): number => column * PITCH + PITCH / 2

export const placeOf = ({ states }: WorkflowGeometry, state: FailureState): PlacedState<FailureState> | undefined =>
  states.find((placed) => placed.state === state)

export const columnOf = (geometry: WorkflowGeometry, state: FailureState): number =>
  placeOf(geometry, state)?.column ?? 0

/** How high does the lane of an edge lie? */
export const laneHeight = ({ rowTop, rowBottom }: WorkflowGeometry, { lane }: Edge, isUpper: boolean): number =>
  isUpper ? rowTop - 12 - (lane ?? 0) * LANE : rowBottom + 16 + (lane ?? 0) * LANE

/** Lines of one side that meet a column stand side by side, in the order of their lanes. */
function portOf(geometry: WorkflowGeometry, edge: Edge, column: number, isUpper: boolean): number {
  const meeting = (isUpper ? geometry.upper : geometry.lower).filter(
    ({ kind, from, to }) =>
      kind !== 'stay' && [...from, ...to].some((state) => placeOf(geometry, state)?.column === column),
  )
  const apart = Math.min(18, (BOX - 12) / Math.max(1, meeting.length))
  return middleOf(column) + (meeting.indexOf(edge) - (meeting.length - 1) / 2) * apart
}

export interface Port {
  readonly state: FailureState
  /** Whether the step leads there, or from there. */
  readonly isTarget: boolean
  readonly x: number
  /** Where the line meets the box. */
  readonly end: number
}

/** Where does an edge meet the boxes of its states? */
export function portsOf(geometry: WorkflowGeometry, edge: Edge, isUpper: boolean): readonly Port[] {
  const { rowTop, rowBottom, asideTop } = geometry
  return [
    ...edge.from.map((state) => ({ state, isTarget: false })),
    ...edge.to.map((state) => ({ state, isTarget: true })),
  ].map((port) => ({
    ...port,
    x: portOf(geometry, edge, columnOf(geometry, port.state), isUpper),
    end: placeOf(geometry, port.state)?.isAside === true ? asideTop : isUpper ? rowTop : rowBottom,
  }))
}
