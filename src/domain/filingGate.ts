/** Gate G1: what a failure report must say before it is submitted. A report that lacks something can always be kept as a draft. */
import { isMoment, precisionOf, type Moment } from './moment'
import type { CompanyKey } from './records/companyField'
import type { Fields } from './records/field'
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

/** What keeps a text in a field from being stored as its value; nothing where it could be read. */
function unreadItems(failure: Failure, field: keyof Failure): readonly MissingItem[] {
  const value: unknown = failure[field]
  if (!isUnread(value)) return []
  const { why, limit } = value
  return [{ field, why, ...(limit === undefined ? {} : { limit }) }]
}

const missing = (field: keyof Failure, isMissing: boolean): readonly MissingItem[] =>
  isMissing ? [{ field, why: 'missing' }] : []

/** A field that must hold something, and something that could be read. */
function needed(failure: Failure, field: keyof Failure): readonly MissingItem[] {
  const unread = unreadItems(failure, field)
  return unread.length > 0 ? unread : missing(field, isEmpty(failure[field]))
}

function whenItems(failure: Failure, now: Moment): readonly MissingItem[] {
  const unread = unreadItems(failure, 'occurredAt')
  if (unread.length > 0) return unread
  const why = wrongWithMoment(failure.occurredAt, now)
  return why === null ? [] : [{ field: 'occurredAt', why }]
}

function descriptionItems({ description }: Failure): readonly MissingItem[] {
  if (isEmpty(description)) return missing('description', true)
  return isShort(description) ? [{ field: 'description', why: 'too-short' }] : []
}

/** Whoever said that there is no reading is asked for the reason, which is what the form shows then. */
function readingItems(failure: Failure): readonly MissingItem[] {
  if (!isEmpty(failure.noReadingReason)) return unreadItems(failure, 'odometerKm')
  return needed(failure, failure.noReadingReason === undefined ? 'odometerKm' : 'noReadingReason')
}

function quantityItems(failure: Failure): readonly MissingItem[] {
  const limit = limitsOfNumber(failureFields.qty).least
  return [
    ...needed(failure, 'qty'),
    ...(isBelow(failure.qty, limit) ? [{ field: 'qty', why: 'too-small', limit } as const] : []),
  ]
}

function recordedDataItems({ dataDownloaded, noDataReason }: Failure): readonly MissingItem[] {
  if (dataDownloaded === undefined) return missing('dataDownloaded', true)
  return missing('noDataReason', !dataDownloaded && isEmpty(noDataReason))
}

/**
 * Every item that keeps the report from being submitted, in the order of the form. Text that could not be read may stand
 * where a value should, as forms hold it.
 * @param now     local civil time of the device, to the minute
 * @param company fields the company added to failures
 */
export function missingForSubmit(failure: Failure, now: Moment, company: Fields = {}): readonly MissingItem[] {
  const { trainId, trainText, reportedSerial, bomNodeId, nodeText, serviceImpact } = failure
  const asked = [
    ...whenItems(failure, now),
    ...missing('trainId', [trainId, trainText, reportedSerial].every(isEmpty)),
    ...missing('bomNodeId', isEmpty(bomNodeId) && isEmpty(nodeText)),
    ...needed(failure, 'symptomCode'),
    ...descriptionItems(failure),
    ...needed(failure, 'serviceImpact'),
    ...(serviceImpact === 'DELAY' ? needed(failure, 'delayMin') : []),
    ...needed(failure, 'detectionPhase'),
    ...needed(failure, 'detectionMethod'),
    ...needed(failure, 'operatingMode'),
    ...readingItems(failure),
    ...quantityItems(failure),
    ...recordedDataItems(failure),
    ...needed(failure, 'reporter'),
    ...Object.entries(company).flatMap(([name, { need }]) =>
      need === 'G1' ? needed(failure, name as CompanyKey) : [],
    ),
  ]
  const named = new Set(asked.map(({ field }) => field))
  const others = (unreadFields(failure) as readonly (keyof Failure)[]).filter((field) => !named.has(field))
  return [...asked, ...others.flatMap((field) => unreadItems(failure, field))]
}
