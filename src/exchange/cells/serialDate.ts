import { dateOfDay, dayNumber } from '../../domain/moment'

const MINUTES_PER_DAY = 1440
/** Days from 1970-01-01 back to the day before serial 1, per date system. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
const FIRST_DAY = dayNumber('1950-01-01')
const FIRST_DAY_AFTER = dayNumber('2101-01-01')
/** Excel believes in 29 February 1900; serials before it are one day ahead. */
const FALSE_LEAP_DAY = 60

/**
 * Excel serial number → `2016-03-05`, or `2016-03-05T14:30` when it carries a time of day.
 * Whole-number arithmetic only, so no time zone can shift a day.
 *
 * @returns null when the serial is not a day between 1950 and 2100
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  let day = Math.floor(serial)
  let minutes = Math.round((serial - day) * MINUTES_PER_DAY)
  if (minutes === MINUTES_PER_DAY) {
    day++
    minutes = 0
  }
  const early = !date1904 && day < FALSE_LEAP_DAY ? 1 : 0
  const since1970 = day + early + (date1904 ? EPOCH_1904 : EPOCH_1900)
  if (!(since1970 >= FIRST_DAY && since1970 < FIRST_DAY_AFTER)) return null
  const date = dateOfDay(since1970)
  return minutes === 0 ? date : `${date}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const DATE_FORMAT = /[yd年日]|m{1,5}[-/.月]|m{3,5}|h/i
const NOT_FORMAT = /"[^"]*"|\\.|\[[^\]]*\]/g
const formats = new Map<string, boolean>()

/** True when a number format shows its number as a date or time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === 'General') return false
  let known = formats.get(format)
  if (known === undefined) {
    known = DATE_FORMAT.test(format.replace(NOT_FORMAT, (part) => (/^"[年月日]"$/.test(part) ? part.slice(1, -1) : '')))
    formats.set(format, known)
  }
  return known
}

export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value))
