import { NUMBER_FORMATS } from './numberFormats'
import type { RawCell } from '../open/rawWorkbook'

/** Spreadsheet programs add a backslash before blanks and dashes when they save a format. */
const isFormat = (format: string | undefined, wanted: string): boolean =>
  format !== undefined && format.replaceAll('\\', '') === wanted

/** A text of our own files that means itself, though it looks like a mark for “nothing” or “as above”. */
export const isLiteral = (cell: RawCell): boolean =>
  typeof cell.v === 'string' && isFormat(cell.z, NUMBER_FORMATS.literal)

/** A distance of our own files that was an estimate before it was a number. */
export const isEstimate = ({ z }: RawCell): boolean =>
  isFormat(z, NUMBER_FORMATS.tenThousandKmEstimated) || isFormat(z, NUMBER_FORMATS.kmEstimated)

/** The date of a serial, as exact as our format says: `2016-03-01` shown as a month is the month. */
export function asExactAsShown(date: string, format: string | undefined): string {
  if (isFormat(format, NUMBER_FORMATS.month) && date.endsWith('-01')) return date.slice(0, 7)
  if (isFormat(format, NUMBER_FORMATS.year) && date.endsWith('-01-01')) return date.slice(0, 4)
  if (isFormat(format, NUMBER_FORMATS.midnight) && date.length === 10) return `${date}T00:00`
  return isFormat(format, NUMBER_FORMATS.hour) ? (date.length === 10 ? `${date}T00` : date.slice(0, 13)) : date
}
