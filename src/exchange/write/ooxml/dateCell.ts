import { dayNumber, isMoment, precisionOf, type Moment } from '../../../domain/moment'
import type { Cell } from './workbook'

/** Days from serial 0 to 1970-01-01, right from March 1900 on. */
const SERIAL_OF_1970 = 25_569
const FIRST_YEAR = 1950
const LAST_YEAR = 2100
const MINUTES_PER_DAY = 1440

/**
 * A moment as a real date whose format shows as much as is known of it; an offset is left out, the local time stays.
 * @returns undefined when the text is not a moment between 1950 and 2100
 */
export function dateCell(moment: Moment): Cell | undefined {
  const year = Number(moment.slice(0, 4))
  if (!isMoment(moment) || year < FIRST_YEAR || year > LAST_YEAR) return undefined
  const precision = precisionOf(moment)
  const minutes =
    precision === 'hour' || precision === 'minute'
      ? Number(moment.slice(11, 13)) * 60 + (precision === 'minute' ? Number(moment.slice(14, 16)) : 0)
      : 0
  const value = dayNumber(moment.slice(0, 10)) + SERIAL_OF_1970 + minutes / MINUTES_PER_DAY
  return { value, style: precision === 'minute' && minutes === 0 ? 'midnight' : precision }
}
