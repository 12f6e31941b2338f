/** Replacements, causes and actions that an import adds, each once: what the same failure has already is not added again. */
import type { PlannedRecord } from '../../domain/importPlan'
import { plainText } from '../../domain/plainText'
import { filled } from './failureFromRecord'
import type { KnownChildRecords } from '../../domain/knownChildRecords'

/** Every `isNew` says that nothing can be there yet: the failure came with the same row. */
export interface ChildRecordLists {
  readonly replacements: readonly PlannedRecord<'replacements'>[]
  readonly rootCauseAnalyses: readonly PlannedRecord<'rootCauseAnalyses'>[]
  readonly correctiveActions: readonly PlannedRecord<'correctiveActions'>[]
  /** False when it is there already. */
  readonly addReplacement: (replacement: PlannedRecord<'replacements'>, isNew?: boolean) => boolean
  readonly addCause: (failureId: string, analysis: Cause, isNew?: boolean) => boolean
  /** A planned action of the same words takes what it lacks from the later one. */
  readonly addAction: (failureId: string, action: Action, isNew?: boolean) => boolean
  readonly hasCause: (failureId: string) => boolean
}

type Cause = Omit<PlannedRecord<'rootCauseAnalyses'>, 'id' | 'failureId'>
type Action = Omit<PlannedRecord<'correctiveActions'>, 'id' | 'failureId'>

interface AlreadyThere {
  readonly causes: TextsByFailure
  readonly actions: TextsByFailure
  readonly swaps: SwapList
}

export function childRecordLists(known: KnownChildRecords, newId: () => string): ChildRecordLists {
  const replacements: PlannedRecord<'replacements'>[] = []
  const rootCauseAnalyses: PlannedRecord<'rootCauseAnalyses'>[] = []
  const correctiveActions: PlannedRecord<'correctiveActions'>[] = []
  /** What is there already, gathered when first asked for: a ledger of new failures never asks. */
  let gathered: AlreadyThere | undefined
  const there = (): AlreadyThere => {
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
  return {
    replacements,
    rootCauseAnalyses,
    correctiveActions,
    hasCause: (failureId) => there().causes.has(failureId),
    addReplacement: (replacement, isNew = false) => {
      if (!isNew || gathered !== undefined) if (!there().swaps.add(replacement)) return false
      replacements.push(replacement)
      return true
    },
    addCause: (failureId, analysis, isNew = false) => {
      if (!isNew && there().causes.find(failureId, analysis.rootCauseText) !== undefined) return false
      gathered?.causes.add(failureId, analysis.rootCauseText, -1)
      rootCauseAnalyses.push(filled({ id: newId(), failureId, ...analysis }))
      return true
    },
    addAction: (failureId, action, isNew = false) => {
      const planned = isNew ? undefined : there().actions.find(failureId, action.description)
      // A ledger names the action in a word; its own report adds who, when and whether it worked.
      if (planned !== undefined && planned >= 0)
        correctiveActions[planned] = { ...filled(action), ...correctiveActions[planned]! }
      if (planned !== undefined) return false
      gathered?.actions.add(failureId, action.description, correctiveActions.length)
      correctiveActions.push(filled({ id: newId(), failureId, ...action }))
      return true
    },
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

/**
 * Replacements by failure and by train and day; false when the same one is there: the same serials, or the same small
 * part that has none.
 */
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
