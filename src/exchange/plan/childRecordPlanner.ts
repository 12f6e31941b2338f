/**
 * What hangs on failures: handlings, replacements, analyses and actions, from the same row or form, from a report of
 * their own that names the failure by number, or from a replacement journal that names train, day and part.
 */
import type { PlannedRecord } from '../../domain/importPlan'
import { plainText } from '../../domain/plainText'
import type { Origin } from '../../domain/records/tables'
import { filled, textOf } from './failureFromRecord'
import { failureNumberKey, type FailureIndex } from './failureIndex'
import type { KnownChildRecords } from './knownRecords'
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

export interface ChildRecordPlanner {
  readonly handlings: readonly PlannedRecord<'handlings'>[]
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly correctiveActions: readonly PlannedRecord<'correctiveActions'>[]
  /** What a row or form says besides the failure itself. */
  readonly addOwn: (record: ParsedRecord, own: OwnChildRecords) => void
  readonly addAnalysis: (record: ParsedRecord, origin: Origin) => ChildRecordOutcome
  readonly addAction: (record: ParsedRecord, origin: Origin) => ChildRecordOutcome
  readonly addReplacement: (line: JournalLine) => ChildRecordOutcome
  /** The id an earlier analysis or action has reserved for the failure of this number, which was not there yet. */
  readonly reservedId: (no: string) => string | undefined
}

const ACTION_STATE: Readonly<Record<string, string>> = { true: 'verified', verifying: 'done' }

/** @param index must hold the failures before analyses, actions and journals are added */
export function childRecordPlanner(
  known: KnownChildRecords,
  index: FailureIndex,
  newId: () => string,
): ChildRecordPlanner {
  const handlings: PlannedRecord<'handlings'>[] = []
  const replacements: PlannedRecord<'replacements'>[] = []
  const rootCauseAnalyses: PlannedRecord<'rootCauseAnalyses'>[] = []
  const correctiveActions: PlannedRecord<'correctiveActions'>[] = []
  const handled = new Set<string>()
  /** What is there already, gathered when first asked for: a ledger of new failures never asks. */
  let gathered:
    { readonly causes: TextsByFailure; readonly actions: TextsByFailure; readonly swaps: SwapList } | undefined
  const there = (): NonNullable<typeof gathered> => {
    gathered ??= {
      causes: textsByFailure(
        [...known.analyses, ...rootCauseAnalyses].map(({ failureId, rootCauseText }) => [failureId, rootCauseText, -1]),
      ),
      actions: textsByFailure([
        ...known.actions.map(({ failureId, description }) => [failureId, description, -1] as const),
        ...correctiveActions.map(({ failureId, description }, place) => [failureId, description, place] as const),
      ]),
      swaps: swapList([...known.replacements, ...replacements]),
    }
    return gathered
  }
  const reserved = new Map<string, string>()
  for (const { failureId, failureNoText } of [...known.analyses, ...known.actions])
    if (failureId !== undefined && failureNoText !== undefined) reserved.set(failureNumberKey(failureNoText), failureId)

  const addSwap = (replacement: PlannedRecord<'replacements'>, isNew = false): boolean => {
    if (!isNew || gathered !== undefined) if (!there().swaps.add(replacement)) return false
    replacements.push(replacement)
    return true
  }
  const addCause = (
    failureId: string,
    analysis: Omit<PlannedRecord<'rootCauseAnalyses'>, 'id' | 'failureId'>,
    isNew = false,
  ): boolean => {
    if (!isNew && there().causes.find(failureId, analysis.rootCauseText) !== undefined) return false
    gathered?.causes.add(failureId, analysis.rootCauseText, -1)
    rootCauseAnalyses.push(filled({ id: newId(), failureId, ...analysis }))
    return true
  }
  const addMeasure = (
    failureId: string,
    action: Omit<PlannedRecord<'correctiveActions'>, 'id' | 'failureId'>,
    isNew = false,
  ): boolean => {
    const planned = isNew ? undefined : there().actions.find(failureId, action.description)
    // A ledger names the action in a word; its own report adds who, when and whether it worked.
    if (planned !== undefined && planned >= 0)
      correctiveActions[planned] = { ...filled(action), ...correctiveActions[planned]! }
    if (planned !== undefined) return false
    gathered?.actions.add(failureId, action.description, correctiveActions.length)
    correctiveActions.push(filled({ id: newId(), failureId, ...action }))
    return true
  }
  /** The failure of that number, or the id it will have once it is imported. */
  const failureOf = (no: string): { failureId: string | undefined; isThere: boolean } => {
    const found = index.ofNumber(no)
    if (found !== undefined) return { failureId: found.id, isThere: true }
    if (no === '') return { failureId: undefined, isThere: false }
    const key = failureNumberKey(no)
    const failureId = reserved.get(key) ?? newId()
    reserved.set(key, failureId)
    return { failureId, isThere: false }
  }

  return {
    handlings,
    replacements,
    rootCauseAnalyses,
    correctiveActions,
    reservedId: (no) => (no === '' ? undefined : reserved.get(failureNumberKey(no))),

    addOwn: (record, { failureId, bomNodeId, origin, lines, isNew }) => {
      const text = (field: FieldName): string => textOf(record, field)
      const measure = text('measure')
      const method = text('method')
      const handler = text('handler')
      const repairedAt = text('repairedAt')
      const result = text('result')
      let handlingId: string | undefined
      if (
        (measure !== '' || method !== '' || handler !== '' || repairedAt !== '' || result !== '') &&
        (isNew || !handled.has(failureId))
      ) {
        handlingId = newId()
        handled.add(failureId)
        handlings.push(
          filled({ id: handlingId, origin, failureId, measure, method, handler, endAt: repairedAt, result }),
        )
      }
      const removedSerial = text('removedSerial')
      const installedSerial = text('installedSerial')
      const isMain = (line: PartLine): boolean =>
        removedSerial === textOf(line.record, 'removedSerial') &&
        installedSerial === textOf(line.record, 'installedSerial')
      const hasOwn = removedSerial !== '' || installedSerial !== ''
      if (hasOwn && !lines.some(isMain))
        addSwap(
          filled({
            id: newId(),
            origin,
            failureId,
            handlingId,
            bomNodeId,
            removedSerial,
            installedSerial,
            at: repairedAt,
            isMainFault: true,
          }),
          isNew && lines.length === 0,
        )
      for (const line of lines)
        addSwap(
          filled({
            id: newId(),
            ...ofLine(line),
            failureId,
            handlingId,
            at: repairedAt,
            isMainFault: hasOwn && isMain(line) ? true : undefined,
          }),
        )
      const cause = text('cause')
      const category = text('causeCategory')
      if ((cause !== '' || category !== '') && (isNew || !there().causes.has(failureId)))
        addCause(failureId, { origin, rootCauseText: cause, rootCauseCat: category }, isNew)
      const action = text('action')
      if (action !== '')
        addMeasure(
          failureId,
          { origin, type: 'PERM', description: action, doneAt: text('actionDoneAt'), department: text('responsible') },
          isNew,
        )
    },

    addAnalysis: (record, origin) => {
      const no = textOf(record, 'failureNo')
      const { failureId, isThere } = failureOf(no)
      if (failureId === undefined) return 'unlinked'
      const text = (field: FieldName): string => textOf(record, field)
      const isAdded = addCause(failureId, {
        origin,
        failureNoText: no,
        reportNo: text('reportNo'),
        rootCauseText: text('cause'),
        rootCauseCat: text('causeCategory'),
        failureMode: text('failureMode'),
        mechanism: text('mechanism'),
        author: text('author'),
        reviewer: text('reviewer'),
      })
      return !isAdded ? 'already-there' : isThere ? 'added' : 'unlinked'
    },

    addAction: (record, origin) => {
      const no = textOf(record, 'failureNo')
      const { failureId, isThere } = failureOf(no)
      if (failureId === undefined) return 'unlinked'
      const text = (field: FieldName): string => textOf(record, field)
      if (text('cause') !== '' && !there().causes.has(failureId))
        addCause(failureId, {
          origin,
          failureNoText: no,
          rootCauseText: text('cause'),
          rootCauseCat: text('causeCategory'),
        })
      const { closed } = record.fields
      const isAdded = addMeasure(failureId, {
        origin,
        failureNoText: no,
        reportNo: text('reportNo'),
        type: 'PERM',
        description: text('action'),
        owner: text('handler'),
        department: text('responsible'),
        dueAt: text('dueAt'),
        doneAt: text('actionDoneAt'),
        effValue: text('effectivity'),
        state: closed === undefined ? '' : (ACTION_STATE[String(closed)] ?? 'doing'),
      })
      return !isAdded ? 'already-there' : isThere ? 'added' : 'unlinked'
    },

    addReplacement: (line) => {
      const { record, trainId, part } = line
      const at = textOf(record, 'occurredAt') || textOf(record, 'repairedAt')
      const numbered = index.ofNumber(textOf(record, 'failureNo'))
      const found =
        numbered ??
        index.ofReplacement({
          trainId: trainId ?? '',
          at,
          part,
          removedSerial: textOf(record, 'removedSerial') || textOf(record, 'serialNo'),
        })
      const isAdded = addSwap(
        filled({
          id: newId(),
          ...ofLine(line),
          failureId: found?.id,
          trainId,
          at,
          carNo: textOf(record, 'carNo'),
          reasonText: textOf(record, 'symptom'),
          handler: textOf(record, 'handler'),
        }),
      )
      return !isAdded ? 'already-there' : found === undefined ? 'unlinked' : 'added'
    },
  }
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

interface TextsByFailure {
  readonly has: (failureId: string) => boolean
  /** the place of the same text for that failure; -1 when it was known before this import */
  readonly find: (failureId: string, text: string | undefined) => number | undefined
  readonly add: (failureId: string, text: string | undefined, place: number) => void
}

/** Texts are folded only when two of one failure are compared: most failures have one. */
function textsByFailure(
  known: readonly (readonly [failureId: string | undefined, text: string | undefined, place: number])[],
): TextsByFailure {
  const texts = new Map<string, { readonly text: string; readonly place: number }[]>()
  const list: TextsByFailure = {
    has: (failureId) => texts.has(failureId),
    find: (failureId, text = '') =>
      texts.get(failureId)?.find((other) => plainText(other.text) === plainText(text))?.place,
    add: (failureId, text = '', place) => {
      const others = texts.get(failureId)
      if (others === undefined) texts.set(failureId, [{ text, place }])
      else others.push({ text, place })
    },
  }
  for (const [failureId, text, place] of known) if (failureId !== undefined) list.add(failureId, text, place)
  return list
}

interface Swap {
  readonly failureId?: string | undefined
  readonly trainId?: string | undefined
  readonly at?: string | undefined
  readonly partText?: string | undefined
  readonly removedSerial?: string | undefined
  readonly installedSerial?: string | undefined
}

interface SwapList {
  readonly add: (swap: Swap) => boolean
}

/** Replacements by failure and by train and day; false when the same one is there: the same serials, or the same small part that has none. */
function swapList(known: readonly Swap[]): SwapList {
  const places = new Map<string, Swap[]>()
  const add = (swap: Swap): boolean => {
    const { failureId, trainId, at = '' } = swap
    const keys = [
      ...(failureId === undefined ? [] : [failureId]),
      ...(trainId === undefined ? [] : [`${trainId}|${at.slice(0, 10)}`]),
    ]
    if (keys.some((key) => places.get(key)?.some((other) => isSameSwap(swap, other)))) return false
    for (const key of keys) {
      const others = places.get(key)
      if (others === undefined) places.set(key, [swap])
      else others.push(swap)
    }
    return true
  }
  for (const swap of known) add(swap)
  return { add }
}

function isSameSwap(swap: Swap, other: Swap): boolean {
  const serials = ({ removedSerial = '', installedSerial = '' }: Swap): string =>
    `${plainText(removedSerial)}>${plainText(installedSerial)}`
  const own = serials(swap)
  return own === serials(other) && (own !== '>' || plainText(swap.partText ?? '') === plainText(other.partText ?? ''))
}
