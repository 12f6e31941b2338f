/** What each step D0 to D8 of a problem must show before it can be approved, read from the records themselves. */
import type { StoredRecord } from '../records/tables'
import { cycleOf, inForce } from './caseFile'
import { waiversOf } from './decide'
import { STEPS, unsignedSteps, type Step } from './problemSteps'
import { isEmpty } from './requiredFields'

/** A problem with what its signatures are judged by, of the present cycle. */
export interface SignedProblem {
  readonly problem: StoredRecord<'problems'>
  readonly analyses: readonly StoredRecord<'rootCauseAnalyses'>[]
  /** Cancelled ones left out. */
  readonly actions: readonly StoredRecord<'correctiveActions'>[]
  readonly verifications: readonly StoredRecord<'effectVerifications'>[]
  /** The review board decided that there need not be a permanent action. */
  readonly isActionWaived: boolean
  readonly cycle: number
}

type WholeProblem = Omit<SignedProblem, 'isActionWaived' | 'cycle'> & {
  readonly failures: readonly StoredRecord<'failures'>[]
}

/** What is in force is what belongs to the latest cycle of its failures: what was proven before a reopening proves nothing now. */
export function signedProblem(whole: WholeProblem): SignedProblem {
  const [lead] = whole.failures.toSorted((a, b) => cycleOf(b) - cycleOf(a))
  const cycle = lead === undefined ? 1 : cycleOf(lead)
  const failure = { ...lead, cycle } as StoredRecord<'failures'>
  const { analyses, actions, verifications } = inForce({
    ...whole,
    failure,
    handlings: [],
    replacements: [],
    attachments: [],
  })
  const waived = whole.failures.flatMap((each) => waiversOf({ failure: each }).map(({ item }) => item))
  return {
    problem: whole.problem,
    cycle,
    analyses,
    actions,
    verifications,
    isActionWaived: waived.some((item) => item.includes('|permanent-action-needed|')),
  }
}

type ProblemField = keyof StoredRecord<'problems'>

/** One thing a step still needs. `about` names the record it is about, in its own words. */
export type StepLack =
  | { readonly kind: 'field'; readonly field: ProblemField }
  | { readonly kind: 'earlier'; readonly step: Step }
  | { readonly kind: RecordLack; readonly about: string }

/** Lacks that are put right in the records of the problem. */
export const RECORD_LACKS = [
  'containment',
  'containment-effect',
  'analysis',
  'analysis-approval',
  'escape',
  'action',
  'action-plan',
  'action-done',
  'containment-open',
  'verification',
] as const
export type RecordLack = (typeof RECORD_LACKS)[number]

const lack = (kind: RecordLack, about = ''): StepLack => ({ kind, about })
const emptyFields = (problem: StoredRecord<'problems'>, ...fields: readonly ProblemField[]): readonly StepLack[] =>
  fields.filter((field) => isEmpty(problem[field])).map((field) => ({ kind: 'field', field }))
const words = (action: { readonly description?: string }): string => action.description ?? ''

/** D3: what protects the customer until the cause is gone, and how well; or why nothing has to. */
function contained({ problem, actions }: SignedProblem): readonly StepLack[] {
  const containment = actions.filter(({ type }) => type === 'CONT')
  if (containment.length === 0) return isEmpty(problem.noContainmentWhy) ? [lack('containment')] : []
  return containment
    .filter(({ containmentEffPct }) => containmentEffPct === undefined)
    .map((action) => lack('containment-effect', words(action)))
}

/** D4: why it came about and why nobody noticed, each seen by a second person. */
function understood({ problem, analyses }: SignedProblem): readonly StepLack[] {
  if (analyses.length === 0) return [lack('analysis')]
  return [
    ...analyses
      .filter(({ approvedAt }) => isEmpty(approvedAt))
      .map(({ rootCauseText = '' }) => lack('analysis-approval', rootCauseText)),
    ...(problem.path === '8D' && analyses.every(({ escapeWhy }) => isEmpty(escapeWhy)) ? [lack('escape')] : []),
  ]
}

const permanentOf = ({ actions }: SignedProblem) => actions.filter(({ type }) => type === 'PERM')

/** D5: what will be done for good, by whom and by when. */
function chosen(file: SignedProblem): readonly StepLack[] {
  const permanent = permanentOf(file)
  if (permanent.length === 0) return file.isActionWaived ? [] : [lack('action')]
  return permanent
    .filter(({ owner, dueAt }) => isEmpty(owner) || isEmpty(dueAt))
    .map((action) => lack('action-plan', words(action)))
}

/** D6: it was done, and what contained the problem until then is taken away or dated. */
function done(file: SignedProblem): readonly StepLack[] {
  return [
    ...chosen(file).filter(({ kind }) => kind === 'action'),
    ...permanentOf(file)
      .filter(({ doneAt }) => isEmpty(doneAt))
      .map((action) => lack('action-done', words(action))),
    ...file.actions
      .filter(({ type, containmentUntil }) => type === 'CONT' && isEmpty(containmentUntil))
      .map((action) => lack('containment-open', words(action))),
  ]
}

const SHOWS: Readonly<Record<Step, (file: SignedProblem) => readonly StepLack[]>> = {
  D0: ({ problem }) => emptyFields(problem, 'title'),
  D1: ({ problem }) => emptyFields(problem, 'team'),
  D2: ({ problem }) => emptyFields(problem, 'isIsNot', 'quantified'),
  D3: contained,
  D4: understood,
  D5: chosen,
  D6: done,
  D7: ({ problem }) => emptyFields(problem, 'similarProducts'),
  D8: ({ verifications }) => (verifications.some(({ result }) => !isEmpty(result)) ? [] : [lack('verification')]),
}

/** What the step itself must show and does not. */
export const lacksOfStep = (file: SignedProblem, step: Step): readonly StepLack[] => SHOWS[step](file)

/** Everything against approving it: steps before it that are not approved, and what it must show. */
export const lacksForApproval = (file: SignedProblem, step: Step): readonly StepLack[] => [
  ...unsignedSteps(file.problem, file.cycle)
    .filter((earlier) => STEPS.indexOf(earlier) < STEPS.indexOf(step))
    .map((earlier): StepLack => ({ kind: 'earlier', step: earlier })),
  ...lacksOfStep(file, step),
]
