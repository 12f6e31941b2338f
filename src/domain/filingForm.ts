/**
 * The form that files a failure, and the report it stands for. The form keeps more than the report says: ticking a box
 * hides an answer and must not forget it, so that unticking shows it again.
 */
import type { Moment } from './moment'
import type { Failure } from './records/failure'
import { isUnread } from './typedValue'

export interface FilingForm extends Failure {
  /** There is no odometer reading; the reason stands in its place. */
  readonly hasNoReading?: boolean
  /** Only the day is known; the time stays behind it. */
  readonly isDayOnly?: boolean
  /** The reading somebody looked at again after being told that the records say otherwise. */
  readonly odometerChecked?: number
}

export const hasNoReading = (form: FilingForm): boolean => form.hasNoReading ?? form.noReadingReason !== undefined
export const isDayOnly = (form: FilingForm): boolean =>
  form.isDayOnly ?? (typeof form.occurredAt === 'string' && form.occurredAt.length === 10)

/** Another day, the time of day as it was. */
export const onDay = (day: Moment, before: Moment | undefined): Moment =>
  day.length === 10 && typeof before === 'string' && before.length > 10 ? day + before.slice(10) : day

/** What the form reports: what its boxes hide is left out. A reason asked for in place of a reading is there, if only empty. */
export function reportOf(form: FilingForm): Failure {
  const { hasNoReading: _noReading, isDayOnly: _dayOnly, odometerChecked: _checked, ...fields } = form
  const report: Failure = { ...fields }
  if (hasNoReading(form)) {
    delete report.odometerKm
    report.noReadingReason = form.noReadingReason ?? ''
  } else delete report.noReadingReason
  if (isDayOnly(form) && !isUnread(form.occurredAt) && form.occurredAt !== undefined)
    report.occurredAt = form.occurredAt.slice(0, 10)
  if (form.serviceImpact !== 'DELAY') delete report.delayMin
  if (form.dataDownloaded !== false) delete report.noDataReason
  return report
}
