/** Days, ISO weeks, months, quarters, half-years and years as periods of day numbers; what comes before one, and a year earlier. */
import { addMonths, dateOfDay, dayNumber } from '../../domain/moment'
import type { Period } from '../recordedPeriod'
import type { PeriodUnit, TrendStep } from './reportKinds'

const MONTHS_OF: Readonly<Partial<Record<PeriodUnit, number>>> = { month: 1, quarter: 3, halfYear: 6, year: 12 }
/** 1970-01-01 was a Thursday. */
const MONDAY = 3
const WEEKS_OF_A_YEAR = 52

/** The calendar period of this length that holds the day. */
export function periodHolding(unit: PeriodUnit, day: number): Period {
  if (unit === 'day') return { from: day, to: day + 1 }
  if (unit === 'week') {
    const from = day - ((((day + MONDAY) % 7) + 7) % 7)
    return { from, to: from + 7 }
  }
  const length = MONTHS_OF[unit] ?? 1
  const date = dateOfDay(day)
  const month = Number(date.slice(5, 7)) - 1
  const first = `${date.slice(0, 4)}-${String(month - (month % length) + 1).padStart(2, '0')}`
  return { from: dayNumber(first), to: dayNumber(addMonths(first, length)) }
}

/** The last such period that was over when `today` began. */
export const lastCompletePeriod = (unit: PeriodUnit, today: number): Period =>
  periodHolding(unit, periodHolding(unit, today).from - 1)

/** The period before: the calendar one when this is a calendar one, else as many days just before. */
export function periodBefore(unit: PeriodUnit, period: Period): Period {
  const calendar = periodHolding(unit, period.from)
  if (calendar.from === period.from && calendar.to === period.to) return periodHolding(unit, period.from - 1)
  return { from: period.from - (period.to - period.from), to: period.from }
}

/** The same dates a year earlier; a day or week is compared with the one 52 weeks before, so that weekdays agree. */
export function periodYearBefore(unit: PeriodUnit, period: Period): Period {
  if (unit === 'week' || unit === 'day')
    return { from: period.from - 7 * WEEKS_OF_A_YEAR, to: period.to - 7 * WEEKS_OF_A_YEAR }
  return { from: yearBefore(period.from), to: yearBefore(period.to) }
}

function yearBefore(day: number): number {
  const date = dateOfDay(day)
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, '0')
  return dayNumber(date.slice(5) === '02-29' ? `${year}-03-01` : `${year}${date.slice(4)}`)
}

/** `2016-W08`: the ISO week belongs to the year of its Thursday. */
export function isoWeek(day: number): string {
  const { from } = periodHolding('week', day)
  const year = dateOfDay(from + 3).slice(0, 4)
  const first = periodHolding('week', dayNumber(`${year}-01-04`)).from
  return `${year}-W${String(Math.round((from - first) / 7) + 1).padStart(2, '0')}`
}

export interface TrendBucket extends Period {
  /** `2016-03` or `2016-W08`. */
  readonly name: string
  /** Cut off by the end of the period or by the beginning of the records. */
  readonly isPartial: boolean
}

/** The steps of a trend that ends with the period: at least `count`, more where the period is longer, none before `earliest`. */
export function trendBuckets(step: TrendStep, count: number, period: Period, earliest: number): readonly TrendBucket[] {
  const buckets: TrendBucket[] = []
  for (
    let whole = periodHolding(step, period.to - 1);
    (buckets.length < count || whole.to > period.from) && whole.to > earliest;
    whole = periodHolding(step, whole.from - 1)
  ) {
    const [from, to] = [Math.max(whole.from, earliest), Math.min(whole.to, period.to)]
    buckets.unshift({
      from,
      to,
      name: step === 'week' ? isoWeek(whole.from) : dateOfDay(whole.from).slice(0, 7),
      isPartial: from > whole.from || to < whole.to,
    })
  }
  return buckets
}
