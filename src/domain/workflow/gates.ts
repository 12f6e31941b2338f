/**
 * Gates G1 to G7: what must be true before a failure goes on. Each gate answers with every missing item at once, none of
 * them hidden behind another, and each names the record and field where it is put right.
 */
import { custodyOf } from '../custody'
import { missingForSubmit, type MissingItem } from '../filingGate'
import { dayNumber, isMoment, type Moment } from '../moment'
import type { StoredRecord } from '../records/tables'
import { everyWhy, isProven, readWhyTree } from '../whyTree'
import { meetingsOf, outcomeOf } from './boardMeetings'
import { cycleOf, inForce, type CaseFile } from './caseFile'
import { forcedPath, isLighter, pathOf, type EscalationContext } from './forcedPath'
import type { Gate, Missing, MissingReason } from './missing'
import { isEmpty, missingCompanyFields, missingFields } from './requiredFields'
import { unsignedSteps } from './problemSteps'

export interface GateContext {
  /** Local civil time of the device, to the minute. */
  readonly now: Moment
  readonly escalation: EscalationContext
  readonly limits: VerificationLimits
}

/** How long and how far must be run without the failure before an action may be called effective. */
export interface VerificationLimits {
  readonly windowDays: number
  readonly kmPerTrain: number
}

export const DEFAULT_LIMITS: VerificationLimits = { windowDays: 90, kmPerTrain: 30_000 }

const REPLACING: ReadonlySet<string> = new Set(['SWAP_NEW', 'EXCH_REPL'])
const PROVISIONAL: ReadonlySet<string> = new Set(['TEMP', 'RESTR'])
const RETURNED: ReadonlySet<string> = new Set(['REPAIR', 'RTV', 'ANALYSIS'])
/** Removed parts that somebody else takes over; the others are back in stock, used on, or stay with the customer. */
const TAKEN_OVER: ReadonlySet<string> = new Set(['AWAIT', 'REPAIR', 'RTV', 'REWORK_E', 'REWORK_N', 'SCRAP', 'ANALYSIS'])
/** Closed without an analysis of ours: nothing found, or not our responsibility. */
export const CLOSED_WITHOUT_ACTION: ReadonlySet<string> = new Set(['C3', 'C4'])

const onFailure = (
  gate: Gate,
  { failure }: CaseFile,
  field: keyof StoredRecord<'failures'>,
  reason: MissingReason,
  detail?: string,
): Missing => ({
  gate,
  table: 'failures',
  record: failure.id,
  field,
  reason,
  ...(detail === undefined ? {} : { detail }),
})

/** The report says what happened, where, when and how it was found. */
function reported(file: CaseFile, { now }: GateContext): readonly Missing[] {
  return missingForSubmit(file.failure, now).map(({ field, why }) => onFailure('G1', file, field, reasonOf(why)))
}

/** What was stored has been read; of the reasons of a form only those of an old report remain. */
function reasonOf(why: MissingItem['why']): MissingReason {
  switch (why) {
    case 'missing':
    case 'too-short':
    case 'in-the-future':
    case 'not-precise-enough':
    case 'not-a-date':
      return why
    default:
      return 'not-a-number'
  }
}

/** Somebody took it in: graded, owned, compared with what is known, and on a path that is thorough enough. */
function accepted(file: CaseFile, { escalation }: GateContext): readonly Missing[] {
  const { failure } = file
  const { path } = forcedPath(file, escalation)
  const needsPhoto = failure.severity === '1' || failure.severity === '2'
  const hasPhoto = file.attachments.some(
    (attachment) => attachment.mime?.startsWith('image/') === true && attachment.deletedReason === undefined,
  )
  return [
    ...missingFields('G2', 'failures', failure),
    ...(failure.path !== undefined && isLighter(pathOf(file), path)
      ? [onFailure('G2', file, 'path', 'path-too-light', path)]
      : []),
    ...(needsPhoto && !hasPhoto
      ? [{ gate: 'G2', table: 'attachments', record: null, field: null, reason: 'photo-needed' } as const]
      : []),
  ]
}

/** The station finished: what was done, what came off and went on, and whether the failure was really there. */
function handled(file: CaseFile): readonly Missing[] {
  const last = file.handlings.at(-1)
  const verified = missingFields('G3', 'failures', file.failure)
  if (last === undefined)
    return [{ gate: 'G3', table: 'handlings', record: null, field: null, reason: 'handling-needed' }, ...verified]
  const onHandling = (field: keyof StoredRecord<'handlings'>, reason: MissingReason): Missing => ({
    gate: 'G3',
    table: 'handlings',
    record: last.id,
    field,
    reason,
  })
  const isProvisional = PROVISIONAL.has(last.result ?? '')
  return [
    ...missingFields('G3', 'handlings', last, (field) => pathOf(file) !== 'light' || !NOT_ON_LIGHT.has(field)),
    ...(isProvisional && isEmpty(last.restrictions) ? [onHandling('restrictions', 'restrictions-needed')] : []),
    ...((isProvisional || last.method === 'MONITOR') && isEmpty(last.nextCheckAt)
      ? [onHandling('nextCheckAt', 'check-date-needed')]
      : []),
    ...replaced(file, REPLACING.has(last.method ?? '')),
    ...verified,
  ]
}

function replaced({ replacements }: CaseFile, isExpected: boolean): readonly Missing[] {
  if (replacements.length === 0)
    return isExpected
      ? [{ gate: 'G3', table: 'replacements', record: null, field: null, reason: 'replacement-needed' }]
      : []
  const mains = replacements.filter((line) => line.isMainFault === true)
  return [
    ...replacements.flatMap((line): readonly Missing[] => {
      const at = (field: keyof StoredRecord<'replacements'>, reason: MissingReason): Missing => ({
        gate: 'G3',
        table: 'replacements',
        record: line.id,
        field,
        reason,
      })
      const hasReason = !isEmpty(line.noSerialReason)
      return [
        ...missingFields('G3', 'replacements', line),
        ...(isEmpty(line.removedSerial) && !hasReason ? [at('removedSerial', 'serial-or-reason')] : []),
        ...(isEmpty(line.installedSerial) && !hasReason ? [at('installedSerial', 'serial-or-reason')] : []),
        ...(['position', 'reason'] as const)
          .filter((field) => isEmpty(line[field]))
          .map((field) => at(field, 'missing')),
        ...(TAKEN_OVER.has(line.removedDisposition ?? '') && custodyOf(line).length === 0
          ? [at('custody', 'custody-needed')]
          : []),
      ]
    }),
    ...(mains.length === 0
      ? [
          {
            gate: 'G3',
            table: 'replacements',
            record: replacements[0]?.id ?? null,
            field: 'isMainFault',
            reason: 'main-fault-needed',
          } as const,
        ]
      : []),
    ...mains.slice(1).map((line): Missing => ({
      gate: 'G3',
      table: 'replacements',
      record: line.id,
      field: 'isMainFault',
      reason: 'one-main-fault-only',
    })),
  ]
}

/** What a gate asks for only in a case that is not decided yet, each with the reason it would have. */
export function conditionalAt(gate: Gate, { failure, handlings, replacements }: CaseFile): readonly MissingReason[] {
  switch (gate) {
    case 'G2':
      return isEmpty(failure.severity) ? ['photo-needed'] : []
    case 'G3':
      return handlings.length === 0 && replacements.length === 0 ? ['replacement-needed', 'custody-needed'] : []
    default:
      return []
  }
}

/** On the light path nobody asks how long it took and what it may have been; the measure says enough. */
const NOT_ON_LIGHT: ReadonlySet<string> = new Set(['prelimCause', 'prelimCauseCat', 'diagH', 'repairH'])

/** What counts and who answers for it; asked on every path. */
function classified(file: CaseFile): readonly Missing[] {
  const { failure } = file
  return [
    ...missingFields('G4', 'failures', failure, (field) => field !== 'actualSerial'),
    ...(failure.relevance === 'NREL' && isEmpty(failure.relevanceReason)
      ? [onFailure('G4', file, 'relevanceReason', 'missing')]
      : []),
    ...(['relevance', 'chargeable'] as const)
      .filter((field) => failure[field] === 'PEND')
      .map((field) => onFailure('G4', file, field, 'still-pending')),
  ]
}

/** The cause is known, proven, and seen by a second person. */
function analysed(whole: CaseFile): readonly Missing[] {
  const file = inForce(whole)
  const { failure } = file
  const path = pathOf(file)
  const isOurs = !CLOSED_WITHOUT_ACTION.has(failure.closeCode ?? '')
  const linked =
    path === 'light' || file.problem !== null || !isOurs ? [] : [onFailure('G4', file, 'problemId', 'problem-needed')]
  const latest = file.analyses.at(-1)
  const signatures = unsigned(file, 'G4', ['D0', 'D1', 'D2', 'D3', 'D4'])
  // What an analysis goes through is said before there is one, so that nothing appears only when the item before is done.
  if (latest === undefined)
    return [
      ...(['analysis-needed', 'not-submitted', 'not-approved'] as const).map((reason): Missing => ({
        gate: 'G4',
        table: 'rootCauseAnalyses',
        record: null,
        field: null,
        reason,
      })),
      ...linked,
      ...signatures,
    ]
  const at = (field: keyof StoredRecord<'rootCauseAnalyses'>, reason: MissingReason): Missing => ({
    gate: 'G4',
    table: 'rootCauseAnalyses',
    record: latest.id,
    field,
    reason,
  })
  const wasReturned = file.replacements.some((line) => RETURNED.has(line.removedDisposition ?? ''))
  const isProvenBy = (tree: 'occurWhy' | 'escapeWhy'): boolean => everyWhy(readWhyTree(latest[tree])).some(isProven)
  return [
    ...missingFields('G4', 'rootCauseAnalyses', latest, (field) => field !== 'benchFinding' || wasReturned),
    ...(!isEmpty(latest.occurWhy) && !isProvenBy('occurWhy') ? [at('occurWhy', 'evidence-needed')] : []),
    ...(path === '8D' && !isProvenBy('escapeWhy')
      ? [at('escapeWhy', isEmpty(latest.escapeWhy) ? 'missing' : 'evidence-needed')]
      : []),
    ...(path === '8D' && isEmpty(latest.escapePoint) ? [at('escapePoint', 'missing')] : []),
    ...(latest.reproduced === 'notDone' && isEmpty(latest.notReproducedWhy) ? [at('notReproducedWhy', 'missing')] : []),
    ...(!isEmpty(latest.reviewer) && latest.reviewer === latest.author ? [at('reviewer', 'reviewer-is-author')] : []),
    ...(isEmpty(latest.approvedAt) && isEmpty(latest.submittedAt) ? [at('submittedAt', 'not-submitted')] : []),
    ...(isEmpty(latest.approvedAt) ? [at('approvedAt', 'not-approved')] : []),
    ...linked,
    ...signatures,
  ]
}

/** Every cause has a permanent action, done, documented, with where it holds and how it will be proven. */
function implemented(whole: CaseFile): readonly Missing[] {
  const file = inForce(whole)
  const permanent = file.actions.filter((action) => action.type === 'PERM')
  const [onlyAnalysis, secondAnalysis] = file.analyses
  const covered = new Set(
    permanent.map((action) => action.causeId ?? (secondAnalysis === undefined ? onlyAnalysis?.id : undefined)),
  )
  const uncovered = permanent.length === 0 ? [] : file.analyses.filter((analysis) => !covered.has(analysis.id))
  return [
    ...(permanent.length === 0
      ? [
          {
            gate: 'G5',
            table: 'correctiveActions',
            record: null,
            field: null,
            reason: 'permanent-action-needed',
          } as const,
        ]
      : []),
    ...uncovered.map((analysis): Missing => ({
      gate: 'G5',
      table: 'correctiveActions',
      record: null,
      field: 'causeId',
      reason: 'cause-without-action',
      detail: analysis.rootCauseText ?? '',
    })),
    ...file.actions.flatMap((action) => actionImplemented(file, action)),
    ...unsigned(file, 'G5', ['D5', 'D6']),
  ]
}

const FOR_PERMANENT: ReadonlySet<string> = new Set(['changeDocNo', 'effKind', 'effValue', 'effectiveAt', 'criteria'])
const FOR_RETROFIT: ReadonlySet<string> = new Set(['scopeUnits', 'doneUnits'])

function actionImplemented({ attachments }: CaseFile, action: StoredRecord<'correctiveActions'>): readonly Missing[] {
  const at = (field: keyof StoredRecord<'correctiveActions'>, reason: MissingReason, detail?: string): Missing => ({
    gate: 'G5',
    table: 'correctiveActions',
    record: action.id,
    field,
    reason,
    ...(detail === undefined ? {} : { detail }),
  })
  const hasFile = attachments.some(
    (attachment) => attachment.ownerId === action.id && attachment.deletedReason === undefined,
  )
  const applies = (field: string): boolean => {
    if (FOR_PERMANENT.has(field))
      return action.type === 'PERM' && !(field === 'effValue' && action.effKind === 'dateFrom')
    if (FOR_RETROFIT.has(field)) return action.type === 'RETRO'
    if (field === 'containmentUntil') return false
    return field !== 'evidence' || !hasFile
  }
  return [
    ...missingFields('G5', 'correctiveActions', action, applies),
    ...(action.type === 'CONT' && isEmpty(action.containmentUntil) ? [at('containmentUntil', 'containment-open')] : []),
    ...(action.type === 'RETRO' && (action.doneUnits ?? 0) < (action.scopeUnits ?? 0)
      ? [at('doneUnits', 'retrofit-incomplete', `${action.doneUnits ?? 0} / ${action.scopeUnits ?? 0}`)]
      : []),
  ]
}

/** It was watched long and far enough, and it worked. */
function verified(whole: CaseFile, { now, limits }: GateContext): readonly Missing[] {
  const file = inForce(whole)
  const latest = file.verifications.at(-1)
  if (latest === undefined)
    return [{ gate: 'G6', table: 'effectVerifications', record: null, field: null, reason: 'verification-needed' }]
  const at = (field: keyof StoredRecord<'effectVerifications'>, reason: MissingReason, detail?: string): Missing => ({
    gate: 'G6',
    table: 'effectVerifications',
    record: latest.id,
    field,
    reason,
    ...(detail === undefined ? {} : { detail }),
  })
  const { windowStart = '', windowEnd = '' } = latest
  const isWindow = isMoment(windowStart) && isMoment(windowEnd)
  // An action that holds for single items is watched item by item.
  const kmPerTrain = (latest.exposureKm ?? 0) / Math.max(1, latest.items ?? latest.trains ?? 1)
  return [
    ...missingFields('G6', 'effectVerifications', latest),
    ...(isWindow && dayNumber(windowEnd) > dayNumber(now.slice(0, 10))
      ? [at('windowEnd', 'window-not-over', windowEnd)]
      : []),
    ...(isWindow && dayNumber(windowEnd) - dayNumber(windowStart) < limits.windowDays
      ? [at('windowEnd', 'window-too-short', String(limits.windowDays))]
      : []),
    ...(!((latest.exposureKm ?? 0) > 0)
      ? [at('exposureKm', 'exposure-needed')]
      : kmPerTrain < limits.kmPerTrain
        ? [at('exposureKm', 'exposure-too-small', String(limits.kmPerTrain))]
        : []),
    ...(file.actions.some((action) => !isEmpty(action.owner) && action.owner === latest.verifier)
      ? [at('verifier', 'verifier-is-owner')]
      : []),
    ...(!isEmpty(latest.result) && latest.result !== 'EFF' ? [at('result', 'not-effective')] : []),
    ...(!isEmpty(latest.decision) && latest.decision !== 'close' ? [at('decision', 'decision-not-close')] : []),
  ]
}

/** Nothing is left open and the lesson is kept. */
function closable(whole: CaseFile): readonly Missing[] {
  const file = inForce(whole)
  const { failure, problem } = file
  const open = file.actions.filter(
    (action) => action.doneAt === undefined && !(action.type === 'CONT' && !isEmpty(action.containmentUntil)),
  )
  const needsLesson = problem !== null && isEmpty(problem.lessonId) && isEmpty(problem.noLessonReason)
  const isVerified = file.verifications.at(-1)?.result === 'EFF'
  return [
    ...missingFields(
      'G7',
      'failures',
      failure,
      (field) => field !== 'customerAnsweredAt' || failure.customerNeedsReport === true,
    ),
    ...(failure.closeCode === 'C1' && !isVerified ? [onFailure('G7', file, 'closeCode', 'wrong-close-code')] : []),
    ...open.map((action): Missing => ({
      gate: 'G7',
      table: 'correctiveActions',
      record: action.id,
      field: 'doneAt',
      reason: 'action-open',
    })),
    ...(needsLesson
      ? [
          {
            gate: 'G7',
            table: 'problems',
            record: problem.id,
            field: 'noLessonReason',
            reason: 'lesson-needed',
          } as const,
        ]
      : []),
    ...unsigned(file, 'G7', ['D7', 'D8']),
    ...undecidedMeeting(file),
  ]
}

/** The last word of the review board on the problem, where it met at all. */
function undecidedMeeting({ problem }: CaseFile): readonly Missing[] {
  const last = problem === null ? undefined : meetingsOf(problem).at(-1)
  return problem === null || last === undefined || outcomeOf(last) === 'approved'
    ? []
    : [
        {
          gate: 'G7',
          table: 'problems',
          record: problem.id,
          field: 'frbMeetings',
          reason: 'meeting-open',
          detail: last.at.slice(0, 10),
        },
      ]
}

function unsigned(file: CaseFile, gate: Gate, steps: readonly string[]): readonly Missing[] {
  const { problem } = file
  if (pathOf(file) !== '8D' || problem === null || CLOSED_WITHOUT_ACTION.has(file.failure.closeCode ?? '')) return []
  return unsignedSteps(problem, cycleOf(file.failure))
    .filter((step) => steps.includes(step))
    .map((step): Missing => ({
      gate,
      table: 'problems',
      record: problem.id,
      field: 'stepSignoffs',
      reason: 'step-unsigned',
      detail: step,
    }))
}

const CHECKS: Readonly<Record<Gate, (file: CaseFile, context: GateContext) => readonly Missing[]>> = {
  G1: reported,
  G2: accepted,
  G3: handled,
  G4: (file) => [...classified(file), ...analysed(file)],
  G5: implemented,
  G6: verified,
  G7: closable,
}

/** @returns every item the gate still needs; empty when it is open */
export const missingAt = (gate: Gate, file: CaseFile, context: GateContext): readonly Missing[] => [
  ...CHECKS[gate](file, context),
  ...missingCompanyFields(gate, file),
]

/** The part of G4 that a light path asks for too: what counts and who answers, without an analysis. */
export const missingClassification = (file: CaseFile): readonly Missing[] => [
  ...classified(file),
  ...missingCompanyFields('G4', file),
]
