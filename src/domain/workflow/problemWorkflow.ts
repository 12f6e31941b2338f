/**
 * The workflow of a problem: every 8D step is signed or rejected, in whatever order the work came about, and what the
 * step lacks stops its approval, never its rejection.
 */
import type { StoredRecord } from '../records/tables'
import { emptyFieldsOfStep, signersOf, STEPS, type SignOff, type Step } from './problemSteps'
import type { Role } from './roles'
import { decideStep, type StepDecision, type Workflow, type WorkflowStep } from './workflow'

/** A problem with what its signatures are judged by. */
export interface SignedProblem {
  readonly problem: StoredRecord<'problems'>
  /** Of its analyses. */
  readonly authors: readonly string[]
}

/** `approve-D4`, `reject-D4`. */
export type ProblemTransitionName = `${'approve' | 'reject'}-${Step}`

export interface ProblemTransition extends WorkflowStep<Step> {
  readonly name: ProblemTransitionName
  readonly signs: Step
  readonly gates: readonly Step[]
  readonly asks: readonly 'why'[]
}

type Objection = 'own-analysis'
type EmptyField = ReturnType<typeof emptyFieldsOfStep>[number]

const approving = (step: Step): ProblemTransition => ({
  name: `approve-${step}`,
  signs: step,
  from: STEPS,
  to: step,
  gates: [step],
  roles: signersOf(step),
  asks: [],
})

/** A rejection leaves the problem at the step it had reached. */
const rejecting = (step: Step): ProblemTransition => ({
  ...approving(step),
  name: `reject-${step}`,
  to: null,
  gates: [],
  asks: ['why'],
})

export const PROBLEM_WORKFLOW: Workflow<Step, SignedProblem, ProblemTransition, null, EmptyField, Objection> = {
  states: STEPS,
  open: STEPS,
  steps: STEPS.flatMap((step) => [approving(step), rejecting(step)]),
  leadsOn: new Set(STEPS.map((step) => `approve-${step}` as const)),
  stateOf: ({ problem }) => problem.step ?? 'D0',
  missing: ({ gates }, { problem }) => gates.flatMap((step) => emptyFieldsOfStep(problem, step)),
  // Nobody approves the cause they found themselves.
  objections: ({ name }, { authors }, taker) =>
    name === 'approve-D4' && authors.includes(taker.name.trim()) ? ['own-analysis'] : [],
}

export type SignDecision = StepDecision<ProblemTransition, EmptyField, Objection>

/** May this sign-off be given? A rejection is open once it says why. */
export const decideSign = (
  file: SignedProblem,
  { step, by, result, comment }: Pick<SignOff, 'step' | 'by' | 'result' | 'comment'>,
  role: Role,
): SignDecision =>
  decideStep(
    PROBLEM_WORKFLOW,
    `${result === 'approved' ? 'approve' : 'reject'}-${step}`,
    file,
    { name: by, role },
    null,
    {
      why: comment,
    },
  )

export type StepRefusal = 'nobody-named' | 'role' | 'own-analysis' | 'fields-needed' | 'reason-needed'

/**
 * The first reason why a sign-off does not count, as one word for a button; null when it counts.
 * @param authors of the analyses of the problem
 */
export function stepRefusal(
  problem: StoredRecord<'problems'>,
  sign: Pick<SignOff, 'step' | 'by' | 'result' | 'comment'>,
  role: Role,
  authors: readonly string[],
): StepRefusal | null {
  const { refusals, missing, unanswered } = decideSign({ problem, authors }, sign, role)
  for (const reason of ['nobody-named', 'role', 'own-analysis'] as const) if (refusals.includes(reason)) return reason
  if (missing.length > 0) return 'fields-needed'
  return unanswered.length > 0 ? 'reason-needed' : null
}
