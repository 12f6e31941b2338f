/**
 * The workflow of a problem: its 8D steps are approved in their order. What a step must show, and a step before it that is
 * not approved, stop its approval, never its rejection.
 */
import { isHeld } from '../positions'
import { signersOf, STEPS, type SignOff, type Step } from './problemSteps'
import type { Role } from './roles'
import { lacksForApproval, type SignedProblem, type StepLack } from './stepEvidence'
import { decideStep, type StepDecision, type Workflow, type WorkflowStep } from './workflow'

/** `approve-D4`, `reject-D4`. */
export type ProblemTransitionName = `${'approve' | 'reject'}-${Step}`

export interface ProblemTransition extends WorkflowStep<Step> {
  readonly name: ProblemTransitionName
  readonly signs: Step
  readonly gates: readonly Step[]
  readonly asks: readonly 'why'[]
}

type Objection = 'own-analysis'

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

export const PROBLEM_WORKFLOW: Workflow<Step, SignedProblem, ProblemTransition, null, StepLack, Objection> = {
  states: STEPS,
  open: STEPS,
  steps: STEPS.flatMap((step) => [approving(step), rejecting(step)]),
  leadsOn: new Set(STEPS.map((step) => `approve-${step}` as const)),
  stateOf: ({ problem }) => problem.step ?? 'D0',
  isHeld: ({ problem, analyses }) =>
    isHeld('problems', problem) || analyses.some((one) => isHeld('rootCauseAnalyses', one)),
  missing: ({ gates }, file) => gates.flatMap((step) => lacksForApproval(file, step)),
  // Nobody approves the cause they found themselves.
  objections: ({ name }, { analyses }, taker) =>
    name === 'approve-D4' && analyses.some(({ author }) => author === taker.name.trim()) ? ['own-analysis'] : [],
}

export type SignDecision = StepDecision<ProblemTransition, StepLack, Objection>

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

export type StepRefusal = 'held' | 'nobody-named' | 'role' | 'own-analysis' | 'lacks' | 'reason-needed'

/** The first reason why a sign-off does not count, as one word for a button; null when it counts. */
export function stepRefusal(
  file: SignedProblem,
  sign: Pick<SignOff, 'step' | 'by' | 'result' | 'comment'>,
  role: Role,
): StepRefusal | null {
  const { refusals, missing, unanswered } = decideSign(file, sign, role)
  for (const reason of ['held', 'nobody-named', 'role', 'own-analysis'] as const)
    if (refusals.includes(reason)) return reason
  if (missing.length > 0) return 'lacks'
  return unanswered.length > 0 ? 'reason-needed' : null
}
