/** Gate G1: what a failure report must say before it is submitted. A report that lacks something can always be kept as a draft. */
import { isMoment, precisionOf, type Moment } from './moment'
import { failureFields, type Failure } from './records/failure'
import { isUnread, limitsOfNumber, unreadFields, type UnreadWhy } from './typedValue'

/** What is wrong with an answer that can be read. */
export type ReportFault = 'missing' | 'too-short' | 'in-the-future' | 'not-precise-enough' | 'not-checked'

export interface MissingItem {
  readonly field: keyof Failure
  readonly why: ReportFault | UnreadWhy
  /** The limit that was passed, for `too-small` and `too-large`. */
  readonly limit?: number
}

export const SHORTEST_DESCRIPTION = 10
const CLOCK_SLACK_MINUTES = 5

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/**
 * Minutes since an arbitrary midnight, for comparing two moments of the same place.
 * A moment without a time counts as the start of its day.
 */
const asNumber = (moment: Moment): number => Number(moment.slice(0, 16).replace(/\D/gu, '').padEnd(12, '0'))

function plusMinutes(now: Moment, minutes: number): Moment {
  const [date = '', time = '00:00'] = now.split('T')
  const total = Math.min(23 * 60 + 59, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes)
  return `${date}T${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

const isBelow = (value: unknown, least: number): boolean => typeof value === 'number' && !(value >= least)

const isShort = (description = ''): boolean => [...description.trim()].length < SHORTEST_DESCRIPTION

function wrongWithMoment(occurredAt: Failure['occurredAt'], now: Moment): MissingItem['why'] | null {
  if (isEmpty(occurredAt) || occurredAt === undefined) return 'missing'
  if (!isMoment(occurredAt)) return 'not-a-date'
  const precision = precisionOf(occurredAt)
  if (precision === 'year' || precision === 'month') return 'not-precise-enough'
  return asNumber(occurredAt) > asNumber(plusMinutes(now, CLOCK_SLACK_MINUTES)) ? 'in-the-future' : null
}

/**
 * Every item that keeps the report from being submitted, in the order of the form. Text that could not be read may stand
 * where a value should, as forms hold it.
 * @param now local civil time of the device, to the minute
 */
export function missingForSubmit(failure: Failure, now: Moment): readonly MissingItem[] {
  const missing: MissingItem[] = []
  const refuse = (field: keyof Failure): boolean => {
    const value: unknown = failure[field]
    if (!isUnread(value)) return false
    const { why, limit } = value
    missing.push({ field, why, ...(limit === undefined ? {} : { limit }) })
    return true
  }
  const need = (field: keyof Failure): void => {
    if (!refuse(field) && isEmpty(failure[field])) missing.push({ field, why: 'missing' })
  }

  if (!refuse('occurredAt')) {
    const why = wrongWithMoment(failure.occurredAt, now)
    if (why !== null) missing.push({ field: 'occurredAt', why })
  }

  if ([failure.trainId, failure.trainText, failure.reportedSerial].every(isEmpty))
    missing.push({ field: 'trainId', why: 'missing' })
  if (isEmpty(failure.bomNodeId) && isEmpty(failure.nodeText)) missing.push({ field: 'bomNodeId', why: 'missing' })
  need('symptomCode')
  if (isEmpty(failure.description)) missing.push({ field: 'description', why: 'missing' })
  else if (isShort(failure.description)) missing.push({ field: 'description', why: 'too-short' })
  need('serviceImpact')
  if (failure.serviceImpact === 'DELAY') need('delayMin')
  need('detectionPhase')
  need('detectionMethod')
  need('operatingMode')
  // Whoever said that there is no reading is asked for the reason, which is what the form shows then.
  if (!isEmpty(failure.noReadingReason)) refuse('odometerKm')
  else need(failure.noReadingReason === undefined ? 'odometerKm' : 'noReadingReason')
  need('qty')
  const least = limitsOfNumber(failureFields.qty).least
  if (isBelow(failure.qty, least)) missing.push({ field: 'qty', why: 'too-small', limit: least })
  if (failure.dataDownloaded === undefined) missing.push({ field: 'dataDownloaded', why: 'missing' })
  else if (!failure.dataDownloaded && isEmpty(failure.noDataReason))
    missing.push({ field: 'noDataReason', why: 'missing' })
  need('reporter')
  for (const field of unreadFields(failure)) {
    const name = field as keyof Failure
    if (missing.every((item) => item.field !== name)) refuse(name)
  }
  return missing
}
