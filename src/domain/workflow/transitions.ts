/**
 * Every step a failure can take, as one table. Guards, buttons, the list of what is missing and the printed diagram all
 * read it; nothing else knows which state may follow which.
 */
import { isOneOf } from '../closedSet'
import type { Path } from './forcedPath'
import type { Gate } from './missing'
import type { Capability, Permission, Role } from './roles'
import { statesAwaiting, wayFrom, type WorkflowStep, type WorkflowTable } from './workflow'

export const STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'HANDLING',
  'ANALYSIS',
  'ACTION',
  'VERIFY',
  'CLOSE_REVIEW',
  'CLOSED',
  'ARCHIVED',
  'CANCELLED',
  'MERGED',
] as const
export type FailureState = (typeof STATES)[number]

export const TRANSITIONS = [
  'submit',
  'return',
  'accept',
  'merge',
  'cancel',
  'finishHandling',
  'finishLight',
  'approveAnalysis',
  'closeWithoutAction',
  'backToHandling',
  'finishActions',
  'causeDisproved',
  'effective',
  'notEffective',
  'close',
  'rejectClosing',
  'archive',
  'reopen',
  'suspend',
  'resume',
] as const
export type TransitionName = (typeof TRANSITIONS)[number]

/** What the person is asked for while taking the step. */
export type Asked = 'why' | 'target' | 'reopenCode' | 'resumeOn' | 'closeCode'

export interface Transition extends WorkflowStep<FailureState> {
  readonly name: TransitionName
  readonly gates: readonly Gate[] | 'all'
  /** Of gate G4 only what counts and who answers, without an analysis. */
  readonly onlyClassification?: boolean
  readonly needs: readonly [Permission, Capability]
  readonly asks: readonly Asked[]
  readonly when?: 'light-path' | 'full-path'
}

const OPEN: readonly FailureState[] = ['SUBMITTED', 'HANDLING', 'ANALYSIS', 'ACTION', 'VERIFY', 'CLOSE_REVIEW']

export const WORKFLOW: readonly Transition[] = [
  {
    name: 'submit',
    from: ['DRAFT', 'RETURNED'],
    to: 'SUBMITTED',
    gates: ['G1'],
    needs: ['C', 'report'],
    roles: ['FSE', 'SSM', 'CS'],
    asks: [],
  },
  {
    name: 'return',
    from: ['SUBMITTED'],
    to: 'RETURNED',
    gates: [],
    needs: ['A', 'accept'],
    roles: ['SSM', 'REL', 'QAL'],
    asks: ['why'],
  },
  {
    name: 'accept',
    from: ['SUBMITTED'],
    to: 'HANDLING',
    gates: ['G1', 'G2'],
    needs: ['A', 'accept'],
    roles: ['SSM', 'REL', 'QAL'],
    asks: [],
  },
  {
    name: 'merge',
    from: ['SUBMITTED'],
    to: 'MERGED',
    gates: [],
    needs: ['A', 'accept'],
    roles: ['SSM', 'REL', 'QAL'],
    asks: ['target', 'why'],
  },
  {
    name: 'cancel',
    from: ['DRAFT', 'SUBMITTED'],
    to: 'CANCELLED',
    gates: [],
    needs: ['C', 'report'],
    roles: ['FSE', 'SSM'],
    asks: ['why'],
  },
  {
    name: 'finishHandling',
    from: ['HANDLING'],
    to: 'ANALYSIS',
    gates: ['G3'],
    needs: ['U', 'handle'],
    roles: ['FSE', 'SSM'],
    asks: [],
    when: 'full-path',
  },
  {
    name: 'finishLight',
    from: ['HANDLING'],
    to: 'CLOSE_REVIEW',
    gates: ['G3', 'G4'],
    onlyClassification: true,
    needs: ['A', 'handle'],
    roles: ['SSM'],
    asks: [],
    when: 'light-path',
  },
  {
    name: 'approveAnalysis',
    from: ['ANALYSIS'],
    to: 'ACTION',
    gates: ['G4'],
    needs: ['A', 'analyse'],
    roles: ['QAL', 'FRB'],
    asks: [],
  },
  {
    name: 'closeWithoutAction',
    from: ['ANALYSIS'],
    to: 'CLOSE_REVIEW',
    gates: ['G4'],
    needs: ['U', 'analyse'],
    roles: ['REL'],
    asks: ['closeCode', 'why'],
  },
  {
    name: 'backToHandling',
    from: ['ANALYSIS'],
    to: 'HANDLING',
    gates: [],
    needs: ['U', 'analyse'],
    roles: ['REL'],
    asks: ['why'],
  },
  {
    name: 'finishActions',
    from: ['ACTION'],
    to: 'VERIFY',
    gates: ['G5'],
    needs: ['A', 'act'],
    roles: ['QAL'],
    asks: [],
  },
  {
    name: 'causeDisproved',
    from: ['ACTION'],
    to: 'ANALYSIS',
    gates: [],
    needs: ['U', 'analyse'],
    roles: ['REL'],
    asks: ['why'],
  },
  {
    name: 'effective',
    from: ['VERIFY'],
    to: 'CLOSE_REVIEW',
    gates: ['G6'],
    needs: ['C', 'verify'],
    roles: ['QC', 'REL', 'QAL'],
    asks: [],
  },
  {
    name: 'notEffective',
    from: ['VERIFY'],
    to: 'ACTION',
    gates: [],
    needs: ['C', 'verify'],
    roles: ['QC', 'REL', 'QAL'],
    asks: ['why'],
  },
  {
    name: 'close',
    from: ['CLOSE_REVIEW'],
    to: 'CLOSED',
    gates: 'all',
    needs: ['A', 'close'],
    roles: ['QAL', 'FRB'],
    asks: [],
  },
  {
    name: 'rejectClosing',
    from: ['CLOSE_REVIEW'],
    to: 'previous',
    gates: [],
    needs: ['A', 'close'],
    roles: ['QAL', 'FRB'],
    asks: ['why'],
  },
  { name: 'archive', from: ['CLOSED'], to: 'ARCHIVED', gates: [], needs: ['A', 'close'], roles: ['QAL'], asks: [] },
  {
    name: 'reopen',
    from: ['CLOSED', 'ARCHIVED'],
    to: 'ANALYSIS',
    gates: [],
    needs: ['A', 'close'],
    roles: ['QAL', 'FRB'],
    asks: ['reopenCode', 'why'],
  },
  {
    name: 'suspend',
    from: OPEN,
    to: null,
    gates: [],
    needs: ['A', 'accept'],
    roles: ['SSM', 'REL', 'QAL'],
    asks: ['why', 'resumeOn'],
  },
  { name: 'resume', from: OPEN, to: null, gates: [], needs: ['A', 'accept'], roles: ['SSM', 'REL', 'QAL'], asks: [] },
]

/** The name a step has in the log. */
export type StepCommand = `step-${TransitionName}`
export const commandOfStep = (name: TransitionName): StepCommand => `step-${name}`

/** A waiver, or a signature: who takes back a rejection would bring back the approval before it. */
const SIGNED: ReadonlySet<string> = new Set([
  'waive',
  'sign-step',
  'sign-meeting',
  'submit-analysis',
  'approve-analysis',
])

/**
 * Was this change a step of the workflow, a waiver or a signature? Such a change is not taken back by an undo, which would
 * let anybody reopen or close: it goes back the way the workflow goes back.
 */
export const isWorkflowStep = (command: string): boolean => command.startsWith('step-') || SIGNED.has(command)

/** Steps that lead on to closing; the others are ways aside or back. */
const LEADS_ON: ReadonlySet<TransitionName> = new Set<TransitionName>([
  'submit',
  'accept',
  'finishHandling',
  'finishLight',
  'approveAnalysis',
  'finishActions',
  'effective',
  'close',
  'archive',
  'resume',
])

export const leadsOn = (name: TransitionName): boolean => LEADS_ON.has(name)

/** Is the step one of this path? */
export const isOnPath = ({ when }: Pick<Transition, 'when'>, path: Path): boolean =>
  when === undefined || (when === 'light-path') === (path === 'light')

/** The table of the failure's workflow, for the way, the roles waited for and the drawing. */
export const FAILURE_TABLE: WorkflowTable<FailureState, Transition> = {
  states: STATES,
  open: OPEN,
  steps: WORKFLOW,
  leadsOn: LEADS_ON,
}

/** The states a failure of this path goes through when nothing turns it back, from its draft to the archive. */
export const statesOnWay = (path: Path): readonly FailureState[] =>
  wayFrom(FAILURE_TABLE, 'DRAFT', (step) => isOnPath(step, path))

/** The states in which a failure waits for somebody of this role to take it on towards closing, in the order of the way. */
export const statesWaitingFor = (role: Role): readonly FailureState[] => statesAwaiting(FAILURE_TABLE, role)

export const isState = (state: string | undefined): state is FailureState => isOneOf(STATES, state)

export const isOpen = (state: string | undefined): boolean => isOneOf(OPEN, state) || state === 'RETURNED'
