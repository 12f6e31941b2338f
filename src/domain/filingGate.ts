/** Gate G1: what a failure report must say before it is submitted. A report that lacks something can always be kept as a draft. */
import { isMoment, precisionOf, type Moment } from './moment'
import type { Failure } from './records/failure'

export interface MissingItem {
  readonly field: keyof Failure
  readonly why: 'missing' | 'too-short' | 'in-the-future' | 'not-precise-enough' | 'not-a-date' | 'not-a-number'
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

/**
 * Every item that keeps the report from being submitted, in the order of the form.
 * @param now local civil time of the device, to the minute
 */
export function missingForSubmit(failure: Failure, now: Moment): readonly MissingItem[] {
  const missing: MissingItem[] = []
  const need = (field: keyof Failure): void => {
    if (isEmpty(failure[field])) missing.push({ field, why: 'missing' })
  }

  const occurredAt = failure.occurredAt
  if (isEmpty(occurredAt) || occurredAt === undefined) missing.push({ field: 'occurredAt', why: 'missing' })
  else if (!isMoment(occurredAt)) missing.push({ field: 'occurredAt', why: 'not-a-date' })
  else if (precisionOf(occurredAt) === 'year' || precisionOf(occurredAt) === 'month')
    missing.push({ field: 'occurredAt', why: 'not-precise-enough' })
  else if (asNumber(occurredAt) > asNumber(plusMinutes(now, CLOCK_SLACK_MINUTES)))
    missing.push({ field: 'occurredAt', why: 'in-the-future' })

  if (isEmpty(failure.trainId) && isEmpty(failure.trainText) && isEmpty(failure.reportedSerial))
    missing.push({ field: 'trainId', why: 'missing' })
  if (isEmpty(failure.bomNodeId) && isEmpty(failure.nodeText)) missing.push({ field: 'bomNodeId', why: 'missing' })
  need('symptomCode')
  if (isEmpty(failure.description)) missing.push({ field: 'description', why: 'missing' })
  else if ([...(failure.description ?? '').trim()].length < SHORTEST_DESCRIPTION)
    missing.push({ field: 'description', why: 'too-short' })
  need('serviceImpact')
  if (failure.serviceImpact === 'DELAY' && failure.delayMin === undefined)
    missing.push({ field: 'delayMin', why: 'missing' })
  need('detectionPhase')
  need('detectionMethod')
  need('operatingMode')
  if (failure.odometerKm === undefined && isEmpty(failure.noReadingReason))
    missing.push({ field: 'odometerKm', why: 'missing' })
  if (failure.qty === undefined || !(failure.qty >= 1)) missing.push({ field: 'qty', why: 'missing' })
  if (failure.dataDownloaded === undefined) missing.push({ field: 'dataDownloaded', why: 'missing' })
  else if (!failure.dataDownloaded && isEmpty(failure.noDataReason))
    missing.push({ field: 'noDataReason', why: 'missing' })
  need('reporter')
  return missing
}
