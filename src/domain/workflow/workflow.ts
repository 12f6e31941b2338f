/**
 * A workflow as one table of steps, whatever it is a workflow of. Guards, buttons, the list of what is missing, the tasks
 * that wait for somebody and the printed drawing all read that table; a new kind of record brings its table and the few
 * questions only it can answer.
 */
import { isOneOf } from '../closedSet'
import type { Role } from './roles'

/** One step a record can take. */
export interface WorkflowStep<State extends string> {
  readonly name: string
  readonly from: readonly State[]
  /** null: the state stays; `previous`: where it came from. */
  readonly to: State | 'previous' | null
  /** `all`: every gate on the way of the record again, because records may have changed since it passed them. */
  readonly gates: readonly string[] | 'all'
  readonly roles: readonly Role[]
  /** What the person is asked for while taking the step. */
  readonly asks: readonly string[]
}

/** The table alone: enough for the way, for who is waited for, and for the drawing. */
export interface WorkflowTable<State extends string, Step extends WorkflowStep<State> = WorkflowStep<State>> {
  /** In the order of the way, what lies aside after it. */
  readonly states: readonly State[]
  /** States in which somebody has something to do. */
  readonly open: readonly State[]
  readonly steps: readonly Step[]
  /** Steps that lead on to the end; the others are ways aside or back. */
  readonly leadsOn: ReadonlySet<Step['name']>
}

export type AnswersTo<Step extends { readonly asks: readonly string[] }> = Readonly<
  Partial<Record<Step['asks'][number], string>>
>

/** Who takes a step. */
export interface StepTaker {
  readonly name: string
  readonly role: Role
}

/**
 * The workflow of one kind of record.
 * @typeParam File       a record with everything its way stands on
 * @typeParam Context    what is decided with beside it: the time, the limits of the company, what happened elsewhere
 * @typeParam Lack       one item a gate still needs
 * @typeParam Objection  why a step is refused beyond state, role and name: separation of duties, the board, the path
 */
export interface Workflow<
  State extends string,
  File,
  Step extends WorkflowStep<State>,
  Context,
  Lack,
  Objection extends string,
> extends WorkflowTable<State, Step> {
  readonly stateOf: (file: File) => string | undefined
  /** Whether two devices took a step of it without seeing each other, and nobody has chosen yet. */
  readonly isHeld: (file: File) => boolean
  /** Everything the gates of the step still need, waived items left out. */
  readonly missing: (step: Step, file: File, context: Context, answers: AnswersTo<Step>) => readonly Lack[]
  readonly objections: (
    step: Step,
    file: File,
    taker: StepTaker,
    context: Context,
    answers: AnswersTo<Step>,
  ) => readonly Objection[]
}

/** What keeps a step from being open, whatever the workflow. */
export type CommonRefusal = 'held' | 'wrong-state' | 'role' | 'nobody-named'

/** May this record take this step now, by this person? Every reason against it stands here at once. */
export interface StepDecision<Step extends { readonly asks: readonly string[] }, Lack, Objection extends string> {
  readonly transition: Step
  readonly refusals: readonly (CommonRefusal | Objection)[]
  readonly missing: readonly Lack[]
  /** Questions not answered yet. */
  readonly unanswered: readonly Step['asks'][number][]
  readonly isOpen: boolean
}

/** @throws RangeError when the workflow has no step of that name */
export function decideStep<
  State extends string,
  File,
  Step extends WorkflowStep<State>,
  Context,
  Lack,
  Objection extends string,
>(
  workflow: Workflow<State, File, Step, Context, Lack, Objection>,
  name: Step['name'],
  file: File,
  taker: StepTaker,
  context: Context,
  answers: AnswersTo<Step>,
): StepDecision<Step, Lack, Objection> {
  const transition = workflow.steps.find((known) => known.name === name)
  if (transition === undefined) throw new RangeError(`there is no step ${name}`)
  const refusals: (CommonRefusal | Objection)[] = []
  if (workflow.isHeld(file)) refusals.push('held')
  if (!transition.from.some((state) => state === workflow.stateOf(file))) refusals.push('wrong-state')
  refusals.push(...workflow.objections(transition, file, taker, context, answers))
  if (!transition.roles.includes(taker.role)) refusals.push('role')
  if (taker.name.trim() === '') refusals.push('nobody-named')
  const missing = workflow.missing(transition, file, context, answers)
  const isAnswered = (asked: Step['asks'][number]): boolean => (answers[asked] ?? '').trim() !== ''
  const unanswered = transition.asks.filter((asked) => !isAnswered(asked))
  const isOpen = refusals.length === 0 && missing.length === 0 && unanswered.length === 0
  return { transition, refusals, missing, unanswered, isOpen }
}

/**
 * The states a record goes through when nothing turns it back.
 * @param start where it begins
 * @param isTaken does a step belong to the way looked at?
 */
export function wayFrom<State extends string, Step extends WorkflowStep<State>>(
  { steps, leadsOn }: WorkflowTable<State, Step>,
  start: State,
  isTaken: (step: Step) => boolean,
): readonly State[] {
  const way: State[] = [start]
  for (;;) {
    const at = way.at(-1)
    const next = steps.find(
      (step) =>
        isOneOf(step.from, at) && leadsOn.has(step.name) && step.to !== null && step.to !== 'previous' && isTaken(step),
    )?.to
    if (next === undefined || next === null || next === 'previous' || way.includes(next)) return way
    way.push(next)
  }
}

/** Steps that take a record on from this state; one that leaves the state as it is takes nothing on. */
export const stepsOnwardFrom = <State extends string, Step extends WorkflowStep<State>>(
  { steps, leadsOn }: WorkflowTable<State, Step>,
  state: State,
): readonly Step[] => steps.filter(({ name, from, to }) => to !== null && leadsOn.has(name) && from.includes(state))

/** The open states in which a record waits for somebody of this role to take it on, in the order of the way. */
export const statesAwaiting = <State extends string>(table: WorkflowTable<State>, role: Role): readonly State[] =>
  table.states.filter(
    (state) => table.open.includes(state) && stepsOnwardFrom(table, state).some(({ roles }) => roles.includes(role)),
  )

/** Where a step leads: `previous` is any state from which a step leads to where it starts. */
export function targetsIn<State extends string>(
  { states, steps }: WorkflowTable<State>,
  { from, to }: Pick<WorkflowStep<State>, 'from' | 'to'>,
): readonly State[] {
  if (to === null) return []
  if (to !== 'previous') return [to]
  return states.filter((state) =>
    steps.some((step) => step.from.includes(state) && step.to !== null && from.some((start) => start === step.to)),
  )
}
