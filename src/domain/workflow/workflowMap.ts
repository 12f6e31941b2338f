/**
 * Where each state and step of the workflow stands when it is drawn: the way from draft to archive in one row, what lies
 * aside below it. Everything comes from the table of steps; a step added there appears here.
 */
import { targetsIn, type WorkflowStep, type WorkflowTable } from './workflow'

export interface PlacedState<State extends string> {
  readonly state: State
  readonly column: number
  /** On the way to closing, or aside of it. */
  readonly isAside: boolean
}

/**
 * `next`: to the column beside. `skip`: further on, drawn above. `back`: to an earlier column, drawn below. `aside`: to or from
 * a state aside, drawn below too. `stay`: the state does not change.
 */
export type EdgeKind = 'next' | 'skip' | 'stay' | 'back' | 'aside'

export interface PlacedEdge<State extends string, Step extends WorkflowStep<State>> {
  /** The place of the step in the table, from 1: the number it has on the drawing and in the list. */
  readonly number: number
  readonly step: Step
  readonly kind: EdgeKind
  readonly from: readonly State[]
  readonly to: readonly State[]
  /** Counted away from the row; null for `next`. Ways back and ways aside have lanes of their own, as they lie in different columns. */
  readonly lane: number | null
}

export interface WorkflowMap<State extends string, Step extends WorkflowStep<State>> {
  readonly columns: number
  readonly states: readonly PlacedState<State>[]
  readonly edges: readonly PlacedEdge<State, Step>[]
}

function placeStates<State extends string>(
  { states, steps }: WorkflowTable<State>,
  way: readonly State[],
): readonly PlacedState<State>[] {
  const placed: PlacedState<State>[] = way.map((state, column) => ({ state, column, isAside: false }))
  const taken = new Set<number>()
  for (const state of states.filter((known) => !way.includes(known))) {
    const beside = steps
      .filter((step) => step.to === state)
      .flatMap(({ from }) => from.map((start) => way.indexOf(start)))
      .filter((column) => column >= 0)
    let column = Math.max(0, Math.min(...beside, way.length - 1))
    while (taken.has(column)) column += 1
    taken.add(column)
    placed.push({ state, column, isAside: true })
  }
  return placed
}

type Edge<State extends string, Step extends WorkflowStep<State>> = Omit<PlacedEdge<State, Step>, 'lane'>

/**
 * A step whose ends lie differently (submitting a draft, submitting a returned report) is drawn as one edge a kind.
 * @param way the longest way through the states; it is the row of the drawing
 */
export function workflowMap<State extends string, Step extends WorkflowStep<State>>(
  table: WorkflowTable<State, Step>,
  way: readonly State[],
): WorkflowMap<State, Step> {
  const states = placeStates(table, way)
  const placeOf = new Map(states.map((placed) => [placed.state, placed]))
  const kindOf = (from: State, to: State): EdgeKind => {
    const [start, end] = [placeOf.get(from), placeOf.get(to)]
    if (start === undefined || end === undefined || start.isAside || end.isAside) return 'aside'
    return end.column === start.column + 1 ? 'next' : end.column > start.column ? 'skip' : 'back'
  }
  const edges = table.steps.flatMap((step, at): Edge<State, Step>[] => {
    const number = at + 1
    if (step.to === null) return [{ number, step, kind: 'stay', from: step.from, to: step.from }]
    const pairs = step.from.flatMap((from) =>
      targetsIn(table, step)
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
  return {
    columns: Math.max(...states.map(({ column }) => column)) + 1,
    states,
    edges: inLanes(edges, (state) => placeOf.get(state)?.column ?? 0),
  }
}

/** Short ones next to the row, so that fewer lines cross; each has a lane of its own, because its name stands on it. */
function inLanes<State extends string, Step extends WorkflowStep<State>>(
  edges: readonly Edge<State, Step>[],
  columnOf: (state: State) => number,
): readonly PlacedEdge<State, Step>[] {
  const spanOf = ({ from, to }: Edge<State, Step>): number => {
    const columns = [...from, ...to].map(columnOf)
    return Math.max(...columns) - Math.min(...columns)
  }
  const laneOf = new Map<Edge<State, Step>, number>()
  for (const side of [
    edges.filter(({ kind }) => kind === 'skip' || kind === 'stay'),
    edges.filter(({ kind }) => kind === 'back'),
    edges.filter(({ kind }) => kind === 'aside'),
  ])
    side
      .toSorted((a, b) => spanOf(a) - spanOf(b) || a.number - b.number)
      .forEach((edge, lane) => laneOf.set(edge, lane))
  return edges.map((edge) => ({ ...edge, lane: laneOf.get(edge) ?? null }))
}
