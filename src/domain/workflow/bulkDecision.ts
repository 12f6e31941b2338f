/**
 * One decision for many failures at once: whose they are, which path they take, how they are judged, and what became of
 * old rows. Each failure is looked at by itself; one that a gate stops is left as it is, and says which.
 */
import type { Moment } from '../moment'
import type { Failure } from '../records/failure'
import type { StoredRecord } from '../records/tables'
import { cycleOf, type CaseFile } from './caseFile'
import { isClosedFailure } from './closedRecords'
import { nextStep } from './askedFields'
import { decide } from './decide'
import { forcedPath, isLighter, type Path } from './forcedPath'
import type { GateContext } from './gates'
import type { Missing } from './missing'
import type { Role } from './roles'
import type { TransitionName } from './transitions'
import type { StepTaker } from './workflow'

/** What old rows can be said to be; whatever is worked here goes its way by its steps. */
export const BULK_STATES = ['CLOSED', 'SUBMITTED'] as const

export interface BulkDecision {
  readonly state?: (typeof BULK_STATES)[number]
  readonly owner?: string
  readonly path?: Path
  readonly relevance?: string
  readonly relevanceReason?: string
  readonly chargeable?: string
  readonly responsibleText?: string
}

const JUDGEMENT = ['relevance', 'relevanceReason', 'chargeable', 'responsibleText'] as const

/** What stops one failure, each in what it would have to be first. */
export type BulkStop =
  /** It is closed: who owns it and which way it goes is not decided any more. */
  | { readonly kind: 'closed' }
  /** It lies aside: cancelled, or merged into another. */
  | { readonly kind: 'aside' }
  /** It may not be worked more lightly than this. */
  | { readonly kind: 'path'; readonly path: Path }
  /** It is worked here, so that its state follows from its steps; the next one still needs this. */
  | {
      readonly kind: 'way'
      readonly step: TransitionName | null
      readonly missing: readonly Missing[]
      readonly roles: readonly Role[]
    }

export interface BulkRow {
  readonly id: string
  readonly no: string
  readonly stops: readonly BulkStop[]
  /** What is written; empty where nothing changes or something stops it. */
  readonly fields: Readonly<Partial<Record<keyof Failure, unknown>>>
}

/** It came out of a workbook and nobody has taken it on here. */
export const isHistory = (failure: StoredRecord<'failures'>): boolean =>
  failure.legacy === true &&
  failure.closedBy === undefined &&
  cycleOf(failure) === 1 &&
  failure.suspendedAt === undefined

/** States that a step alone leads to show that somebody worked on it, even where it came out of a workbook. */
const UNTOUCHED: ReadonlySet<string | undefined> = new Set([undefined, 'SUBMITTED', 'CLOSED', 'ARCHIVED', 'VERIFY'])

const ASIDE: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])

function stateFields(failure: StoredRecord<'failures'>, state: string, now: Moment) {
  if (failure.state === state) return {}
  return { state, stateSince: now, ...(state === 'CLOSED' ? {} : { closedAt: null, closeCode: null }) }
}

/**
 * @param person whoever takes the next step, where that is what stops it
 * @param isWhole the file holds everything, so that what the next step still needs can be told
 */
export function bulkRow(
  file: CaseFile,
  decision: BulkDecision,
  person: StepTaker,
  context: GateContext,
  isWhole: boolean,
): BulkRow {
  const { failure } = file
  const { state = '' } = failure
  const stops: BulkStop[] = []
  const fields: Partial<Record<keyof Failure, unknown>> = {}
  if (ASIDE.has(state)) stops.push({ kind: 'aside' })
  if (decision.state !== undefined) {
    if (isHistory(failure) && UNTOUCHED.has(failure.state))
      Object.assign(fields, stateFields(failure, decision.state, context.now))
    else stops.push(wayOf(file, person, context, isWhole))
  }
  const willBeClosed = decision.state === undefined ? isClosedFailure(failure) : decision.state === 'CLOSED'
  if (decision.owner !== undefined || decision.path !== undefined) {
    if (willBeClosed) stops.push({ kind: 'closed' })
    else if (decision.owner !== undefined) fields.owner = decision.owner
  }
  if (decision.path !== undefined && !willBeClosed) {
    const { path } = forcedPath(file, context.escalation)
    if (isLighter(decision.path, path)) stops.push({ kind: 'path', path })
    else fields.path = decision.path
  }
  for (const name of JUDGEMENT) if (decision[name] !== undefined) fields[name] = decision[name]
  if (decision.relevance === 'REL' && failure.relevanceReason !== undefined) fields.relevanceReason = null
  const changed = Object.entries(fields).filter(
    ([name, value]) => (failure[name as keyof Failure] ?? null) !== (value ?? null),
  )
  return { id: failure.id, no: failure.no ?? '', stops, fields: stops.length > 0 ? {} : Object.fromEntries(changed) }
}

function wayOf(file: CaseFile, person: StepTaker, context: GateContext, isWhole: boolean): BulkStop {
  const step = nextStep(file)
  if (step === null) return { kind: 'way', step: null, missing: [], roles: [] }
  const { missing, transition } = decide(step.name, file, person, context)
  return { kind: 'way', step: step.name, missing: isWhole ? missing : [], roles: transition.roles }
}

/** Why a decision cannot be given to any failure as it stands; null when it can. */
export type BulkLack = 'nothing' | 'reason-of-relevance'

export function bulkLack(decision: BulkDecision): BulkLack | null {
  if (Object.values(decision).every((value) => value === undefined || value === '')) return 'nothing'
  return decision.relevance === 'NREL' && (decision.relevanceReason ?? '') === '' ? 'reason-of-relevance' : null
}
