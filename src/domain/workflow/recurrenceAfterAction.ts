/**
 * Has a corrected failure come back? A later failure of the same part with the same symptom, inside the scope of the action
 * and after the date from which it holds, speaks for reopening. It only proposes: a person decides, and a decision against
 * it is kept with its reason.
 */
import { storedList, textsIn } from '../storedList'
import { reachOf, type Reach } from '../effectivity'
import { failedPart } from '../failedPart'
import { dayNumber, isMoment } from '../moment'
import type { Json } from '../records/field'
import type { StoredRecord } from '../records/tables'

type Failure = StoredRecord<'failures'>
type Action = StoredRecord<'correctiveActions'>

/** What a failure is known by: the part that was reported and the one that turned out to have failed. */
export const partsOf = ({ actualNodeId, bomNodeId }: Failure): readonly string[] =>
  [...new Set([actualNodeId, bomNodeId])].flatMap((part) => part ?? [])

/** The first day on which an action holds; null when nobody wrote it down to the day. */
export function heldFrom({ effectiveAt, doneAt }: Action): number | null {
  const day = effectiveAt ?? doneAt?.slice(0, 10) ?? ''
  return day.length >= 10 && isMoment(day) ? dayNumber(day.slice(0, 10)) : null
}

/** @param trainNo number of the train the later failure happened on */
export const reachOfFailure = (action: Action, failure: Failure, trainNo: string): Reach => {
  const { serial, batch } = failedPart(failure)
  return reachOf(action, {
    trainNo,
    serials: serial === undefined ? [] : [serial],
    batch: batch ?? '',
    occurredAt: failure.occurredAt ?? '',
  })
}

/**
 * Is the later failure one of the same part? An analysed one is compared by what failed in both; a fresh report knows only
 * what it looks like, so that it is compared with what the closed one looked like as well.
 */
const isSamePart = (closed: Failure, later: Failure): boolean =>
  later.actualNodeId === undefined
    ? later.bomNodeId !== undefined && partsOf(closed).includes(later.bomNodeId)
    : later.actualNodeId === failedPart(closed).nodeId

const NOT_COUNTED: ReadonlySet<string> = new Set(['DRAFT', 'CANCELLED', 'MERGED'])

/** Does the later failure speak against a correction that was called done? */
export function speaksAgainst(closed: Failure, action: Action, later: Failure, trainNo: string): boolean {
  const from = heldFrom(action)
  const at = later.occurredAt ?? ''
  return (
    later.id !== closed.id &&
    later.deleted !== true &&
    !NOT_COUNTED.has(later.state ?? '') &&
    from !== null &&
    at.length >= 10 &&
    isMoment(at) &&
    dayNumber(at.slice(0, 10)) >= from &&
    isSamePart(closed, later) &&
    later.symptomCode !== undefined &&
    later.symptomCode === closed.symptomCode &&
    reachOfFailure(action, later, trainNo) !== 'outside' &&
    !dismissedOf(closed).some(({ failureId }) => failureId === later.id)
  )
}

/** A proposal somebody decided against. */
export interface Dismissal {
  readonly failureId: string
  readonly by: string
  readonly at: string
  readonly why: string
}

export const dismissedOf = ({ recurrencesDismissed }: { readonly recurrencesDismissed?: Json }): readonly Dismissal[] =>
  storedList(recurrencesDismissed, (entry) => textsIn(entry, ['failureId', 'by', 'at', 'why']))
