/**
 * What hangs on failures: handlings, replacements, analyses and actions, from the same row or form, from a report of
 * their own that names the failure by number, or from a replacement journal that names train, day and part.
 */
import { groupedBy } from '../../domain/groupedBy'
import type { PlannedRecord } from '../../domain/importPlan'
import type { Origin } from '../../domain/records/tables'
import { childRecordComparer, type ChildRecordComparer, type ChildTable } from './childRecordComparer'
import { childRecordLists } from './childRecordLists'
import { filled, textOf } from './failureFromRecord'
import type { FailureIndex } from './failureIndex'
import { reportOwners, type Attaching, type ReportSighting, type UnattachedReport } from './reportOwners'
import type { KnownChildRecords } from '../../domain/knownChildRecords'
import type { FieldName } from '../cells/importFields'
import type { ParsedRecord } from '../cells/parsedRecord'

/** A form's parts list line with its origin and the node it was found to be. */
export interface PartLine {
  readonly record: ParsedRecord
  readonly origin: Origin
  readonly bomNodeId: string | undefined
}

export interface OwnChildRecords {
  readonly failureId: string
  readonly bomNodeId: string | undefined
  readonly origin: Origin
  readonly lines: readonly PartLine[]
  /** false: the failure was there before; only what it lacks is added */
  readonly isNew: boolean
}

export interface JournalLine extends PartLine {
  readonly trainId: string | undefined
  /** node id, or the words of the part folded for comparison */
  readonly part: string
}

export type ChildRecordOutcome = 'added' | 'already-there' | 'unlinked'

/** What the words of a report were found to mean. */
export interface ReportWords {
  readonly trainId: string | undefined
  /** Node id, or the words of the part folded for comparison. */
  readonly part: string
}

export interface ChildRecordPlanner {
  readonly handlings: readonly PlannedRecord<'handlings'>[]
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly correctiveActions: readonly PlannedRecord<'correctiveActions'>[]
  /** What rows say otherwise of what hangs on stored failures, and which empty fields they fill. */
  readonly said: Pick<ChildRecordComparer, 'filled' | 'differences'>
  /** What a row or form about a stored failure says besides it: new records are added, the others compared. */
  readonly sayAgain: (record: ParsedRecord, own: Omit<OwnChildRecords, 'isNew'>) => void
  /** What a row or form says besides the failure itself. */
  readonly addOwn: (record: ParsedRecord, own: OwnChildRecords) => void
  readonly addAnalysis: (record: ParsedRecord, origin: Origin, found: ReportWords) => ChildRecordOutcome
  readonly addAction: (record: ParsedRecord, origin: Origin, found: ReportWords) => ChildRecordOutcome
  readonly addReplacement: (line: JournalLine) => ChildRecordOutcome
  /** The id an earlier analysis or action has reserved for the failure of this number, which was not there yet. */
  readonly reservedId: (no: string) => string | undefined
  /** Reports whose failure is not certain. */
  readonly unattached: readonly UnattachedReport[]
}

type Said = Readonly<Record<string, string>>

/** What tells records of one failure apart. Two pairs of serials are two replacements, however alike the rest is. */
const TOLD_APART = {
  handlings: { names: ['measure'], isLastMeant: true },
  rootCauseAnalyses: { names: ['rootCauseText'], isLastMeant: true },
  correctiveActions: { names: ['description'], isLastMeant: true },
  replacements: { names: ['removedSerial', 'installedSerial'], isLastMeant: false },
} as const satisfies Readonly<Record<ChildTable, object>>

const ACTION_STATE: Readonly<Record<string, string>> = { true: 'verified', verifying: 'done' }

/** @param index must hold the failures before analyses, actions and journals are added */
export function childRecordPlanner(
  known: KnownChildRecords,
  index: FailureIndex,
  newId: () => string,
  attaching: Attaching,
): ChildRecordPlanner {
  const handlings: PlannedRecord<'handlings'>[] = []
  const handled = new Set<string>()
  const comparer = childRecordComparer()
  const trainOf = (failureId: string): string | undefined => index.withId(failureId)?.trainId || undefined
  const lists = childRecordLists(known, comparer, trainOf, newId)
  const owners = reportOwners(known, index, attaching, newId)
  const knownOf = knownByFailure(known)

  /** @returns the id of the handling that the row or form tells of, where it is added */
  function addHandling(record: ParsedRecord, { failureId, origin, isNew }: OwnChildRecords): string | undefined {
    const said = handlingOf(record)
    if (Object.values(said).every((text) => text === '') || (!isNew && handled.has(failureId))) return undefined
    const id = newId()
    handled.add(failureId)
    handlings.push(filled({ id, origin, failureId, ...said }))
    return id
  }

  return {
    handlings,
    get replacements() {
      return lists.replacements
    },
    rootCauseAnalyses: lists.rootCauseAnalyses,
    correctiveActions: lists.correctiveActions,
    reservedId: owners.reservedId,
    unattached: owners.unattached,

    said: comparer,

    sayAgain: (record, own) => {
      const { failureId, origin, lines } = own
      const { handlings, analyses, actions, replacements } = knownOf(failureId)
      const isNews = (table: ChildTable, stored: readonly { readonly id: string }[], said: Said): boolean =>
        Object.values(said).some((value) => value !== '') &&
        !comparer.say(table, stored, said, TOLD_APART[table], origin)
      if (isNews('handlings', handlings, handlingOf(record))) addHandling(record, { ...own, isNew: false })
      const cause = causeOf(record)
      if (isNews('rootCauseAnalyses', analyses, cause)) lists.addCause(failureId, { origin, ...cause })
      const action = ownActionOf(record)
      if (action.description !== '' && isNews('correctiveActions', actions, action))
        lists.addAction(failureId, { origin, type: 'PERM', ...action })
      for (const replacement of ownReplacements(record, { ...own, isNew: false }, undefined)) {
        const { removedSerial = '', installedSerial = '', at = '' } = replacement
        const isOfRow = !lines.some((line) => line.origin === replacement.origin)
        if (!isOfRow || isNews('replacements', replacements, { removedSerial, installedSerial, at }))
          lists.addReplacement(filled({ id: newId(), ...replacement }))
      }
    },

    addOwn: (record, own) => {
      const { failureId, origin, lines, isNew } = own
      const handlingId = addHandling(record, own)
      for (const replacement of ownReplacements(record, own, handlingId))
        lists.addReplacement(filled({ id: newId(), ...replacement }), isNew && lines.length === 0)
      const cause = causeOf(record)
      if ((cause.rootCauseText !== '' || cause.rootCauseCat !== '') && (isNew || !lists.hasCause(failureId)))
        lists.addCause(failureId, { origin, ...cause }, isNew)
      const { description, doneAt, department } = ownActionOf(record)
      if (description !== '')
        lists.addAction(failureId, { origin, type: 'PERM', description, doneAt, department }, isNew)
    },

    addAnalysis: (record, origin, found) => {
      const owner = owners.of(reportSaid('analysis', record, origin, found))
      if (owner.failureId === undefined) return 'unlinked'
      return outcomeOf(lists.addCause(owner.failureId, { origin, ...analysisOf(record) }), owner.isThere)
    },

    addAction: (record, origin, found) => {
      const owner = owners.of(reportSaid('action', record, origin, found))
      if (owner.failureId === undefined) return 'unlinked'
      const cause = causeOf(record)
      if (cause.rootCauseText !== '' && !lists.hasCause(owner.failureId))
        lists.addCause(owner.failureId, { origin, failureNoText: textOf(record, 'failureNo'), ...cause })
      const action = actionOf(record)
      // A form whose action nobody has written yet says no more than its cause.
      if (action.description === '') return 'already-there'
      return outcomeOf(lists.addAction(owner.failureId, { origin, ...action }), owner.isThere)
    },

    addReplacement: (line) => {
      const { record, trainId = '', part } = line
      const told = journalReplacement(line, newId())
      const removedSerial = textOf(record, 'removedSerial') || textOf(record, 'serialNo')
      const failureId =
        index.ofNumber(textOf(record, 'failureNo'))?.id ??
        lists.failureOfReplacement(told) ??
        index.ofReplacement({ trainId, at: replacedAt(line), part, removedSerial })?.id
      const outcome = lists.addReplacement(filled({ ...told, failureId }))
      return outcomeOf(outcome.isAdded, outcome.failureId !== undefined)
    },
  }
}

const outcomeOf = (isAdded: boolean, isLinked: boolean): ChildRecordOutcome =>
  !isAdded ? 'already-there' : isLinked ? 'added' : 'unlinked'

interface KnownOfFailure {
  readonly handlings: KnownChildRecords['handlings']
  readonly replacements: KnownChildRecords['replacements']
  readonly analyses: KnownChildRecords['analyses']
  readonly actions: KnownChildRecords['actions']
}

/** What the database has of each failure; gathered when a row first tells of a stored one. */
function knownByFailure(known: KnownChildRecords): (failureId: string) => KnownOfFailure {
  let byFailure: ReturnType<typeof grouped> | undefined
  const grouped = () => ({
    handlings: groupedBy(known.handlings, ({ failureId }) => failureId),
    replacements: groupedBy(known.replacements, ({ failureId }) => failureId),
    analyses: groupedBy(known.analyses, ({ failureId }) => failureId),
    actions: groupedBy(known.actions, ({ failureId }) => failureId),
  })
  return (failureId) => {
    byFailure ??= grouped()
    return {
      handlings: byFailure.handlings.get(failureId) ?? [],
      replacements: byFailure.replacements.get(failureId) ?? [],
      analyses: byFailure.analyses.get(failureId) ?? [],
      actions: byFailure.actions.get(failureId) ?? [],
    }
  }
}

const reportSaid = (
  kind: ReportSighting['kind'],
  record: ParsedRecord,
  origin: Origin,
  { trainId = '', part }: ReportWords,
): ReportSighting => ({
  kind,
  origin,
  trainId,
  part,
  words: textOf(record, kind === 'analysis' ? 'cause' : 'action'),
  no: textOf(record, 'failureNo'),
  reportNo: textOf(record, 'reportNo'),
  occurredAt: textOf(record, 'occurredAt'),
  serial: textOf(record, 'serialNo'),
})

/** A line of a journal as a replacement; which failure it belongs to is found apart. */
const journalReplacement = (line: JournalLine, id: string): PlannedRecord<'replacements'> =>
  filled({
    id,
    ...ofLine(line),
    trainId: line.trainId,
    at: replacedAt(line),
    carNo: textOf(line.record, 'carNo'),
    reasonText: textOf(line.record, 'symptom'),
    handler: textOf(line.record, 'handler'),
  })

const replacedAt = ({ record }: JournalLine): string => textOf(record, 'occurredAt') || textOf(record, 'repairedAt')

const handlingOf = (record: ParsedRecord) => ({
  measure: textOf(record, 'measure'),
  method: textOf(record, 'method'),
  handler: textOf(record, 'handler'),
  endAt: textOf(record, 'repairedAt'),
  result: textOf(record, 'result'),
})

const causeOf = (record: ParsedRecord) => ({
  rootCauseText: textOf(record, 'cause'),
  rootCauseCat: textOf(record, 'causeCategory'),
})

/** The action a row or form names beside its failure. */
const ownActionOf = (record: ParsedRecord) => ({
  description: textOf(record, 'action'),
  doneAt: textOf(record, 'actionDoneAt'),
  department: textOf(record, 'responsible'),
})

/** An analysis report of its own. */
const analysisOf = (record: ParsedRecord) => ({
  failureNoText: textOf(record, 'failureNo'),
  reportNo: textOf(record, 'reportNo'),
  ...causeOf(record),
  failureMode: textOf(record, 'failureMode'),
  mechanism: textOf(record, 'mechanism'),
  author: textOf(record, 'author'),
  reviewer: textOf(record, 'reviewer'),
})

/** A report of a corrective action of its own. */
function actionOf(record: ParsedRecord): Omit<PlannedRecord<'correctiveActions'>, 'id'> {
  const { closed } = record.fields
  return {
    failureNoText: textOf(record, 'failureNo'),
    reportNo: textOf(record, 'reportNo'),
    type: 'PERM',
    description: textOf(record, 'action'),
    owner: textOf(record, 'handler'),
    department: textOf(record, 'responsible'),
    dueAt: textOf(record, 'dueAt'),
    doneAt: textOf(record, 'actionDoneAt'),
    effValue: textOf(record, 'effectivity'),
    state: closed === undefined ? '' : (ACTION_STATE[String(closed)] ?? 'doing'),
  }
}

/** The part that the row itself names as changed, unless a line of its parts list does, and these lines; it is the main fault. */
function ownReplacements(
  record: ParsedRecord,
  { failureId, bomNodeId, origin, lines }: OwnChildRecords,
  handlingId: string | undefined,
): readonly Omit<PlannedRecord<'replacements'>, 'id'>[] {
  const removedSerial = textOf(record, 'removedSerial')
  const installedSerial = textOf(record, 'installedSerial')
  const at = textOf(record, 'repairedAt')
  const hasOwn = removedSerial !== '' || installedSerial !== ''
  const isMain = (line: PartLine): boolean =>
    hasOwn &&
    removedSerial === textOf(line.record, 'removedSerial') &&
    installedSerial === textOf(line.record, 'installedSerial')
  const own = { origin, failureId, handlingId, bomNodeId, removedSerial, installedSerial, at, isMainFault: true }
  return [
    ...(hasOwn && !lines.some(isMain) ? [own] : []),
    ...lines.map((line) => ({
      ...ofLine(line),
      failureId,
      handlingId,
      at,
      isMainFault: isMain(line) ? true : undefined,
    })),
  ]
}

function ofLine({ record, origin, bomNodeId }: PartLine): Omit<PlannedRecord<'replacements'>, 'id'> {
  const text = (field: FieldName): string => textOf(record, field)
  return {
    origin,
    bomNodeId,
    partText: text('node'),
    partNoText: text('partNo'),
    removedSerial: text('removedSerial'),
    installedSerial: text('installedSerial'),
    removedDisposition: text('disposition'),
    position: text('position'),
    remark: text('remark'),
    qty: typeof record.fields.quantity === 'number' ? record.fields.quantity : undefined,
    functionTestOk: typeof record.fields.testOk === 'boolean' ? record.fields.testOk : undefined,
  }
}
