/** May this failure take this step now, by this person? Either the change it makes, or every reason against it. */
import { storedList, textsIn } from '../storedList'
import type { Moment } from '../moment'
import { isHeld } from '../positions'
import type { StoredRecord } from '../records/tables'
import { cycleOf, inForce, type CaseFile } from './caseFile'
import { CLOSED_WITHOUT_ACTION, missingAt, missingClassification, type GateContext } from './gates'
import { forcedPath, pathOf } from './forcedPath'
import { GATES, missingKey, type Gate, type Missing, type MissingReason } from './missing'
import { separationRefusal, type SeparationRefusal } from './separation'
import { pausesOf } from './timeLimits'
import {
  commandOfStep,
  FAILURE_TABLE,
  isOnPath,
  WORKFLOW,
  type FailureState,
  type Transition,
  type TransitionName,
} from './transitions'
import {
  decideStep,
  type AnswersTo,
  type CommonRefusal,
  type StepDecision,
  type StepTaker,
  type Workflow,
} from './workflow'

export type Answers = AnswersTo<Transition>

/** What the workflow of failures refuses beyond state, role and name. */
type Objection =
  | 'suspended'
  | 'not-suspended'
  | 'wrong-path'
  | SeparationRefusal
  | 'board-needed'
  | 'only-own-draft'
  | 'close-code-not-for-this'

/** Why a step is not open at all, before anything is asked. */
export type Refusal = CommonRefusal | Objection

/** May this failure take this step now? A waiver by the review board takes an item off what is missing. */
export type Decision = StepDecision<Transition, Missing, Objection>

/** Proof that cannot always be had. What identifies or judges a failure is never waived. */
const WAIVABLE: ReadonlySet<MissingReason> = new Set<MissingReason>([
  'permanent-action-needed',
  'cause-without-action',
  'not-effective',
  'window-too-short',
  'exposure-too-small',
  'retrofit-incomplete',
  'action-open',
  'photo-needed',
  'custody-needed',
])

/** May a review board let a failure pass without this? Of an old workbook it may also waive what nobody wrote down then. */
export const isWaivable = (missing: Missing, { failure }: CaseFile): boolean =>
  WAIVABLE.has(missing.reason) ||
  (failure.legacy === true && (missing.gate === 'G1' || missing.gate === 'G3') && missing.reason !== 'in-the-future')

export interface Waiver {
  readonly item: string
  readonly by: string
  readonly at: Moment
  readonly why: string
  readonly cycle: number
}

/** Waivers of the present cycle. */
export const waiversOf = ({ failure }: Pick<CaseFile, 'failure'>): readonly Waiver[] =>
  storedList(failure.waivers, (entry) => {
    const texts = textsIn(entry, ['item', 'by', 'at', 'why'])
    const cycle = cycleOf(failure)
    return texts !== null && entry['cycle'] === cycle ? { ...texts, cycle } : null
  })

/** A board decides where the path was forced, or is 8D. */
export const needsBoard = (file: CaseFile, context: GateContext): boolean =>
  pathOf(file) === '8D' || forcedPath(file, context.escalation).path !== 'light'

export const FAILURE_WORKFLOW: Workflow<FailureState, CaseFile, Transition, GateContext, Missing, Objection> = {
  ...FAILURE_TABLE,
  stateOf: ({ failure }) => failure.state,
  isHeld: ({ failure, analyses, actions, verifications }) =>
    isHeld('failures', failure) ||
    analyses.some((one) => isHeld('rootCauseAnalyses', one)) ||
    actions.some((one) => isHeld('correctiveActions', one)) ||
    verifications.some((one) => isHeld('effectVerifications', one)),
  missing: (step, file, context, { closeCode }) =>
    missingFor(
      step,
      closeCode === undefined || !step.asks.includes('closeCode')
        ? file
        : { ...file, failure: { ...file.failure, closeCode } },
      context,
    ),
  objections,
}

export const decide = (
  name: TransitionName,
  file: CaseFile,
  person: StepTaker,
  context: GateContext,
  answers: Answers = {},
): Decision => decideStep(FAILURE_WORKFLOW, name, file, person, context, answers)

/** Every step that leaves the present state, open or not, in the order of the table. */
export const decisionsFor = (file: CaseFile, person: StepTaker, context: GateContext): readonly Decision[] =>
  WORKFLOW.filter((transition) => transition.from.some((state) => state === file.failure.state))
    .map(({ name }) => decide(name, file, person, context))
    .filter(({ refusals }) => !refusals.some((refusal) => refusal === 'wrong-path' || refusal === 'not-suspended'))

/** The gates on the way of this failure: a light path has no analysis, and what is not ours needs no action. */
export function gatesOf(file: CaseFile): readonly Gate[] {
  if (pathOf(file) === 'light') return ['G1', 'G2', 'G3', 'G4', 'G7']
  return CLOSED_WITHOUT_ACTION.has(file.failure.closeCode ?? '') ? ['G1', 'G2', 'G3', 'G4', 'G7'] : GATES
}

function missingFor(transition: Transition, file: CaseFile, context: GateContext): readonly Missing[] {
  const waived = new Set(waiversOf(file).map(({ item }) => item))
  const gates = transition.gates === 'all' ? gatesOf(file) : transition.gates
  const isClassificationEnough = transition.onlyClassification === true || pathOf(file) === 'light'
  const needed = gates.flatMap((gate) =>
    gate === 'G4' && isClassificationEnough ? missingClassification(file) : missingAt(gate, file, context),
  )
  return needed.filter((missing) => !(isWaivable(missing, file) && waived.has(missingKey(missing))))
}

function objections(
  { name, when }: Transition,
  file: CaseFile,
  person: StepTaker,
  context: GateContext,
  answers: Answers,
): readonly Objection[] {
  const { failure } = file
  const isSuspended = failure.suspendedAt !== undefined
  const { analyses, actions } = inForce(file)
  const separated = separationRefusal(commandOfStep(name), person, { failures: [failure], analyses, actions })
  const isBoardStep = name === 'close' || name === 'approveAnalysis' || name === 'rejectClosing'
  return [
    ...(isSuspended && name !== 'resume' ? ['suspended' as const] : []),
    ...(!isSuspended && name === 'resume' ? ['not-suspended' as const] : []),
    ...(!isOnPath({ when }, pathOf(file)) ? ['wrong-path' as const] : []),
    ...(separated === null ? [] : [separated]),
    ...(isBoardStep && person.role === 'QAL' && needsBoard(file, context) ? ['board-needed' as const] : []),
    ...(name === 'cancel' && person.role === 'FSE' && !(failure.state === 'DRAFT' && failure.reporter === person.name)
      ? ['only-own-draft' as const]
      : []),
    ...(name === 'closeWithoutAction' &&
    answers.closeCode !== undefined &&
    !CLOSED_WITHOUT_ACTION.has(answers.closeCode)
      ? ['close-code-not-for-this' as const]
      : []),
  ]
}

/** The state a rejected closing goes back to: where the path was before it asked to be closed. */
export function stateBeforeClosing(file: CaseFile): FailureState {
  if (pathOf(file) === 'light') return 'HANDLING'
  return CLOSED_WITHOUT_ACTION.has(file.failure.closeCode ?? '') ? 'ANALYSIS' : 'VERIFY'
}

/**
 * What an open step writes into the failure.
 * @throws RangeError when the step is not open; ask `decide` first
 */
export function effectOf(
  decision: Decision,
  file: CaseFile,
  person: StepTaker,
  now: Moment,
  answers: Answers = {},
): Partial<Record<keyof StoredRecord<'failures'>, unknown>> {
  if (!decision.isOpen) throw new RangeError(`step ${decision.transition.name} is not open`)
  const { name, to } = decision.transition
  const state = to === 'previous' ? stateBeforeClosing(file) : to
  const moved = state === null ? {} : { state, stateSince: now, sentBackWhy: null }
  switch (name) {
    case 'return':
    case 'backToHandling':
    case 'causeDisproved':
    case 'notEffective':
    case 'rejectClosing':
      return { ...moved, sentBackWhy: answers.why }
    case 'merge':
      return { ...moved, mergedInto: answers.target, closeCode: 'C6', closedAt: now, closedBy: person.name }
    case 'cancel':
      return { ...moved, closeCode: 'C9', closedAt: now, closedBy: person.name }
    case 'closeWithoutAction':
      return { ...moved, closeCode: answers.closeCode }
    case 'close':
      return { ...moved, closedAt: now, closedBy: person.name }
    // What came back was not understood: a light path ends here.
    case 'reopen':
      return {
        ...moved,
        cycle: cycleOf(file.failure) + 1,
        reopenCode: answers.reopenCode,
        reopenWhy: answers.why,
        ...(pathOf(file) === 'light' ? { path: 'standard' } : {}),
        closeCode: null,
        closedAt: null,
        closedBy: null,
        costMark: null,
        customerAnsweredAt: null,
      }
    case 'suspend':
      return { suspendedAt: now, suspendedWhy: answers.why, resumeOn: answers.resumeOn }
    case 'resume':
      return {
        pauses: [
          ...pausesOf(file.failure),
          { from: file.failure.suspendedAt ?? now, to: now, why: file.failure.suspendedWhy ?? '' },
        ],
        suspendedAt: null,
        suspendedWhy: null,
        resumeOn: null,
      }
    default:
      return moved
  }
}
