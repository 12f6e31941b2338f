/**
 * A moment is local civil time as people wrote it, as precise as it is known, and no more precise:
 * `2016`, `2016-03`, `2016-03-05`, `2016-03-05T14`, `2016-03-05T14:30`, each optionally followed by its
 * offset (`+08:00`). The length of the text is the precision. Nothing here goes through a `Date`, so the
 * time zone of the machine cannot move a failure to another day.
 */
export type Moment = string

export type Precision = 'year' | 'month' | 'day' | 'hour' | 'minute'

const SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?([+-]\d\d:\d\d|Z)?)?)?)?$/

/** Days in a month of the Gregorian calendar; `month` is 1…12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** Is this text a moment that exists on the calendar? */
export function isMoment(text: string): boolean {
  const match = SHAPE.exec(text)
  if (match === null) return false
  const [, year, month = '01', day = '01', hour = '00', minute = '00'] = match
  return (
    +month >= 1 &&
    +month <= 12 &&
    +day >= 1 &&
    +day <= daysInMonth(Number(year), +month) &&
    +hour <= 23 &&
    +minute <= 59
  )
}

export function precisionOf(moment: Moment): Precision {
  const [date = '', time] = moment.split('T')
  if (time !== undefined) return time.includes(':') && /^\d\d:\d\d/.test(time) ? 'minute' : 'hour'
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

/**
 * Days since 1970-01-01 of a civil date, by integer arithmetic (Howard Hinnant, "chrono-compatible
 * low-level date algorithms", days_from_civil). A month or year gives its first day.
 * @throws RangeError when the text is not a moment
 */
export function dayNumber(moment: Moment): number {
  if (!isMoment(moment)) throw new RangeError(`“${moment}” is not a moment`)
  const month = Number(moment.slice(5, 7) || '1')
  const day = Number(moment.slice(8, 10) || '1')
  const year = Number(moment.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The civil date of a day number: the inverse of `dayNumber`. */
export function dateOfDay(day: number): Moment {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** The last day of a month (`2016-02` → `2016-02-29`). */
export const lastDayOfMonth = (month: Moment): Moment =>
  `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`

/** `2016-11` and 3 → `2017-02`. */
export function addMonths(month: Moment, count: number): Moment {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`
}
