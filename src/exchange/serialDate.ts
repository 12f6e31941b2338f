const MINUTES_PER_DAY = 1440
/** Days from 1970-01-01 back to the day before serial 1, per date system. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
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
  const { year, month, dayOfMonth } = civilDate(day + early + (date1904 ? EPOCH_1904 : EPOCH_1900))
  if (year < 1950 || year > 2100) return null
  const date = `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`
  return minutes === 0 ? date : `${date}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const DATE_FORMAT = /[yd年日]|m{1,5}[-/.月]|[hH]:/
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

/** @source Howard Hinnant, “chrono-compatible low-level date algorithms”, civil_from_days */
function civilDate(daysSince1970: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = daysSince1970 + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}
