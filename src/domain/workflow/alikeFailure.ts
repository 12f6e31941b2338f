/** Which failures speak for a pattern: the same part failing in the same way within 90 days. */
import { failedPart } from '../failedPart'
import { dayNumber, isMoment } from '../moment'
import type { StoredRecord } from '../records/tables'

type Failure = StoredRecord<'failures'>

export const ALIKE_DAYS = 90

const NOT_COUNTED: ReadonlySet<string> = new Set(['CANCELLED', 'MERGED'])
const dayOf = ({ occurredAt = '' }: Failure): number => (isMoment(occurredAt) ? dayNumber(occurredAt) : Number.NaN)

/** The day from which failures are alike to this one, as days since 1970; null when part, symptom or day are unknown. */
export function alikeSince(failure: Failure): number | null {
  const day = dayOf(failure)
  return failedPart(failure).nodeId === undefined || failure.symptomCode === undefined || Number.isNaN(day)
    ? null
    : day - ALIKE_DAYS
}

/**
 * Is the other one of the same part, as analysed, and symptom, and not later than this one nor more than 90 days
 * earlier? A failure is alike to itself.
 */
export function isAlike(failure: Failure, other: Failure): boolean {
  const { nodeId } = failedPart(failure)
  const since = dayOf(failure) - dayOf(other)
  return (
    nodeId !== undefined &&
    failedPart(other).nodeId === nodeId &&
    failure.symptomCode !== undefined &&
    other.symptomCode === failure.symptomCode &&
    since >= 0 &&
    since <= ALIKE_DAYS &&
    other.deleted !== true &&
    !NOT_COUNTED.has(other.state ?? '')
  )
}
