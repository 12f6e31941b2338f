/**
 * Where each state and step of the workflow stands when it is drawn: the way from draft to archive in one row, what lies
 * aside below it. Everything comes from the table of steps; a step added there appears here.
 */
import type { Path } from './forcedPath'
import { statesOnWay, STATES, WORKFLOW, type FailureState, type Transition } from './transitions'

export interface PlacedState {
  readonly state: FailureState
  readonly column: number
  /** On the way to closing, or aside of it. */
  readonly isAside: boolean
}

/**
 * `next`: to the column beside. `skip`: further on, drawn above. `back`: to an earlier column, drawn below. `aside`: to or from
 * a state aside, drawn below too. `stay`: the state does not change.
 */
export type EdgeKind = 'next' | 'skip' | 'stay' | 'back' | 'aside'

export interface PlacedEdge {
  /** The place of the step in the table, from 1: the number it has on the drawing and in the list. */
  readonly number: number
  readonly step: Transition
  readonly kind: EdgeKind
  readonly from: readonly FailureState[]
  readonly to: readonly FailureState[]
  /** Counted away from the row; null for `next`. Ways back and ways aside have lanes of their own, as they lie in different columns. */
  readonly lane: number | null
}

export interface WorkflowMap {
  readonly columns: number
  readonly states: readonly PlacedState[]
  readonly edges: readonly PlacedEdge[]
}

/** The path with the most states. */
const FULL: Path = 'standard'

/** Where a step leads: `previous` is any state a step leads on from to where it starts. */
export function targetsOf({ from, to }: Transition): readonly FailureState[] {
  if (to === null) return []
  return to === 'previous'
    ? STATES.filter((state) =>
        WORKFLOW.some(
          (step) => step.from.includes(state) && step.to !== null && from.some((start) => start === step.to),
        ),
      )
    : [to]
}

function placeStates(): readonly PlacedState[] {
  const way = statesOnWay(FULL)
  const placed: PlacedState[] = way.map((state, column) => ({ state, column, isAside: false }))
  const taken = new Set<number>()
  for (const state of STATES.filter((known) => !way.includes(known))) {
    const beside = WORKFLOW.filter((step) => step.to === state)
      .flatMap(({ from }) => from.map((start) => way.indexOf(start)))
      .filter((column) => column >= 0)
    let column = Math.max(0, Math.min(...beside, way.length - 1))
    while (taken.has(column)) column += 1
    taken.add(column)
    placed.push({ state, column, isAside: true })
  }
  return placed
}

/** A step whose ends lie differently (submitting a draft, submitting a returned report) is drawn as one edge a kind. */
export function workflowMap(): WorkflowMap {
  const states = placeStates()
  const placeOf = new Map(states.map((placed) => [placed.state, placed]))
  const kindOf = (from: FailureState, to: FailureState): EdgeKind => {
    const [start, end] = [placeOf.get(from), placeOf.get(to)]
    if (start === undefined || end === undefined || start.isAside || end.isAside) return 'aside'
    return end.column === start.column + 1 ? 'next' : end.column > start.column ? 'skip' : 'back'
  }
  const edges = WORKFLOW.flatMap((step, at): Omit<PlacedEdge, 'lane'>[] => {
    const number = at + 1
    if (step.to === null) return [{ number, step, kind: 'stay', from: step.from, to: step.from }]
    const pairs = step.from.flatMap((from) =>
      targetsOf(step)
        .filter((to) => to !== from)
        .map((to) => ({ from, to, kind: kindOf(from, to) })),
    )
    return (['next', 'skip', 'back', 'aside'] as const).flatMap((kind) => {
      const own = pairs.filter((pair) => pair.kind === kind)
      return own.length === 0
        ? []
        : [
            {
              number,
              step,
              kind,
              from: [...new Set(own.map(({ from }) => from))],
              to: [...new Set(own.map(({ to }) => to))],
            },
          ]
    })
  })
  const columnsOf = ({ from, to }: Omit<PlacedEdge, 'lane'>): readonly number[] =>
    [...from, ...to].map((state) => placeOf.get(state)?.column ?? 0)
  const spanOf = (edge: Omit<PlacedEdge, 'lane'>): number => Math.max(...columnsOf(edge)) - Math.min(...columnsOf(edge))
  const laneOf = new Map<Omit<PlacedEdge, 'lane'>, number>()
  const isUpper = ({ kind }: Omit<PlacedEdge, 'lane'>): boolean => kind === 'skip' || kind === 'stay'
  // Short ones next to the row, so that fewer lines cross; each has a lane of its own, because its name stands on it.
  for (const side of [
    edges.filter(isUpper),
    edges.filter(({ kind }) => kind === 'back'),
    edges.filter(({ kind }) => kind === 'aside'),
  ])
    side
      .toSorted((a, b) => spanOf(a) - spanOf(b) || a.number - b.number)
      .forEach((edge, lane) => laneOf.set(edge, lane))
  return {
    columns: Math.max(...states.map(({ column }) => column)) + 1,
    states,
    edges: edges.map((edge) => ({ ...edge, lane: laneOf.get(edge) ?? null })),
  }
}
