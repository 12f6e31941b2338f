import { withDigits } from './chineseNumerals'
import type { DateOrder } from './dateOrder'
import type { IssueCode } from './parsedRecord'
import { serialDate, twoDigits } from './serialDate'

/** A date with the precision it was written in, or why there is none. */
export interface DateReading {
  readonly value?: string
  readonly issues: readonly IssueCode[]
  /** the text names no year, so the value rests on `yearOf` */
  readonly yearless?: boolean
}

const TIME = String.raw`(?:[T\s]*(上午|下午|晚上?|早上?|中午)?\s*(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?(?::\d{1,2}(?:\.\d+)?)?\s*秒?\s*(am|pm)?Z?)?`
const RANGE = String.raw`(\s*(?:-|~|–|—|―|至|到|、|,|&|和)\s*(?=.*\d)[\d年月日号./:\-\s点时分]+)?`
const DAY = new RegExp(
  String.raw`^(\d{4}|\d{2})\s*[.\-/年、,·\s]\s*(\d{1,2})\s*[.\-/月、,·\s]\s*(\d{1,2})\s*[日号]?${TIME}${RANGE}$`,
  'i',
)
const IN_ORDER = new RegExp(String.raw`^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})${TIME}$`, 'i')
const COMPACT = new RegExp(String.raw`^((?:19|20)\d{2})(\d{2})(\d{2})${TIME}$`, 'i')
const MONTH =
  /^(\d{4}|\d{2}(?=年))\s*[.\-/年]\s*(\d{1,2})\s*月?\s*(?:份|初|底|末)?(上旬|中旬|下旬|\s*(?:-|~|–|—|至|到)\s*[\d年月./-]+)?$/
const COMPACT_MONTH = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/
const DAY_WITHOUT_YEAR = new RegExp(String.raw`^(\d{1,2})\s*(?:月|[./-])\s*(\d{1,2})\s*[日号]?${TIME}${RANGE}$`, 'i')
const MONTH_WITHOUT_YEAR = /^(\d{1,2})\s*月\s*(?:份|初|底|末|(上旬|中旬|下旬))?$/
const DAY_FIRST = /^(\d{1,2})[./\s-](\d{1,2}|[a-z]{3,9})[./\s,-]+(\d{4})$/i
const MONTH_NAME_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i
const MONTH_NAMED = /^([a-z]{3,9})\.?[\s,/-]*((?:19|20)\d{2})$|^((?:19|20)\d{2})[\s,/-]*([a-z]{3,9})\.?$/i
const SERIAL = /^\d{5}(?:\.\d+)?$/
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A longer text holds more than a date. */
const LONGEST = 100
const UNREADABLE: DateReading = { issues: ['date-unreadable'] }

/**
 * Reads a date as people write it: `2016.3.5`, `2016年3月`, `２０１６．３．５`, `16/3/5`, `2016.3.5-3.8` (its start), `20160305`, `3月5日 14点30分`.
 * The precision stays: a month stays a month.
 *
 * @param order how the column writes its dates, where one of them alone cannot tell
 * @param yearOf answers the year for a month and day written without one; null when it cannot be known
 */
export function readDate(
  text: string,
  yearOf: (month: number, day: number) => number | null,
  order: DateOrder | null = null,
): DateReading {
  if (text.length > LONGEST) return UNREADABLE
  const clean = withDigits(text.normalize('NFKC'))
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\(?(?:星期|周)[一二三四五六日天]\)?/, '')
    .replace(/^约/, '')
    .trim()
  let found = order === null ? null : IN_ORDER.exec(clean)
  if (found && order !== null) return orderedReading(found, order)
  found = DAY.exec(clean)
  if (found) return dayReading(found[1]!, found[2]!, found[3]!, found.slice(4), found[8] !== undefined)
  found = COMPACT.exec(clean)
  if (found) return dayReading(found[1]!, found[2]!, found[3]!, found.slice(4), false)
  found = COMPACT_MONTH.exec(clean) ?? MONTH.exec(clean)
  if (found) return monthReading(found[1]!, Number(found[2]), found[3] !== undefined)
  if (SERIAL.test(clean)) return whole(serialDate(Number(clean), false))
  found = DAY_FIRST.exec(clean)
  if (found) return dayFirstReading(Number(found[1]), found[2]!, found[3]!)
  found = MONTH_NAME_FIRST.exec(clean)
  if (found) return dayFirstReading(Number(found[2]), found[1]!, found[3]!)
  found = MONTH_NAMED.exec(clean)
  if (found)
    return monthReading(
      (found[2] ?? found[3])!,
      MONTH_NAMES.indexOf((found[1] ?? found[4])!.slice(0, 3).toLowerCase()) + 1,
      false,
    )
  found = DAY_WITHOUT_YEAR.exec(clean)
  if (found) return yearlessDay(found, yearOf)
  found = MONTH_WITHOUT_YEAR.exec(clean)
  if (found) return yearlessMonth(Number(found[1]), found[2] !== undefined, yearOf)
  return UNREADABLE
}

/** Reads a number that stands where a date belongs: a serial, 20160305, 201603 or 2016.03. */
export function readDateNumber(value: number, isDateFormatted: boolean, date1904: boolean): DateReading {
  if (isDateFormatted) return whole(serialDate(value, date1904))
  if (Number.isInteger(value) && value >= 19_500_101 && value <= 21_001_231) return readDate(String(value), () => null)
  if (Number.isInteger(value) && value >= 195_001 && value <= 210_012) return readDate(String(value), () => null)
  // 2013.1 may have been 2013.10: a number keeps no final zero.
  if (value > 1950 && value < 2100)
    return /^\d{4}\.(0[1-9]|1[12])$/.test(String(value)) ? readDate(String(value), () => null) : UNREADABLE
  return whole(serialDate(value, date1904))
}

const whole = (value: string | null): DateReading => (value === null ? UNREADABLE : { value, issues: [] })

function dayReading(
  yearText: string,
  month: string,
  day: string,
  time: readonly (string | undefined)[],
  isRange: boolean,
): DateReading {
  const year = fullYear(yearText)
  const date = dateText(year, Number(month), Number(day))
  if (date === null) return UNREADABLE
  const issues: IssueCode[] = []
  if (yearText.length === 2) issues.push('date-two-digit-year')
  if (isRange) issues.push('date-range')
  return { value: date + timeText(time), issues }
}

/** Day and month in the order that the other dates of the column settle. */
function orderedReading(found: RegExpExecArray, order: DateOrder): DateReading {
  const [, first = '', second = '', year = ''] = found
  if (order === 'asked') return UNREADABLE
  const [month, day] = order === 'mdy' ? [first, second] : [second, first]
  const reading = dayReading(year, month, day, found.slice(4), false)
  const isOpen = Number(first) <= 12 && Number(second) <= 12 && first !== second
  return isOpen && reading.value !== undefined
    ? { ...reading, issues: [...reading.issues, 'date-order-by-column'] }
    : reading
}

function monthReading(yearText: string, month: number, isRange: boolean): DateReading {
  const year = fullYear(yearText)
  if (month < 1 || month > 12 || year < 1950 || year > 2100) return UNREADABLE
  const issues: IssueCode[] = ['month-only']
  if (yearText.length === 2) issues.push('date-two-digit-year')
  if (isRange) issues.push('date-range')
  return { value: `${year}-${twoDigits(month)}`, issues }
}

function dayFirstReading(first: number, second: string, year: string): DateReading {
  const named = MONTH_NAMES.indexOf(second.slice(0, 3).toLowerCase()) + 1
  if (named > 0) return whole(dateText(Number(year), named, first))
  const other = Number(second)
  // 3/4/2016 can be either order; only a number above 12 settles it.
  if (first > 12) return whole(dateText(Number(year), other, first))
  return other > 12 || other === first ? whole(dateText(Number(year), first, other)) : UNREADABLE
}

function yearlessDay(found: RegExpExecArray, yearOf: (month: number, day: number) => number | null): DateReading {
  const month = Number(found[1])
  const day = Number(found[2])
  const year = yearOf(month, day)
  const date = year === null ? null : dateText(year, month, day)
  if (date === null) return { ...UNREADABLE, yearless: true }
  return {
    value: date + timeText(found.slice(3)),
    issues: found[7] === undefined ? ['year-inferred'] : ['year-inferred', 'date-range'],
    yearless: true,
  }
}

function yearlessMonth(
  month: number,
  isRange: boolean,
  yearOf: (month: number, day: number) => number | null,
): DateReading {
  const year = yearOf(month, 15)
  if (year === null || month < 1 || month > 12) return { ...UNREADABLE, yearless: true }
  return {
    value: `${year}-${twoDigits(month)}`,
    issues: isRange ? ['year-inferred', 'month-only', 'date-range'] : ['year-inferred', 'month-only'],
    yearless: true,
  }
}

function fullYear(text: string): number {
  if (text.length === 4) return Number(text)
  return Number(text) < 70 ? 2000 + Number(text) : 1900 + Number(text)
}

function dateText(year: number, month: number, day: number): string | null {
  if (year < 1950 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function timeText([part, hourText, minuteText, half]: readonly (string | undefined)[]): string {
  if (hourText === undefined) return ''
  const isAfternoon = part === '下午' || part?.startsWith('晚') || half?.toLowerCase() === 'pm'
  const hour = Number(hourText) + (isAfternoon && Number(hourText) < 12 ? 12 : 0)
  const minute = Number(minuteText ?? 0)
  return hour > 23 || minute > 59 ? '' : `T${twoDigits(hour)}:${twoDigits(minute)}`
}
