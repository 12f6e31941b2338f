/** Which failures have been closed for so long that they belong in the archive? */
import { dayNumber, isMoment } from '../domain/moment'
import { keepRows, textAt, type FailureColumns } from './failureColumns'

/** @param day the last day, as a day number, on which a failure may have been closed; without a day of closing it stays */
export function closedUntil(columns: FailureColumns, live: Uint32Array, day: number): Uint32Array {
  const { words, index } = columns.text.state
  const isClosed = Uint8Array.from(words, (state) => (state === 'CLOSED' ? 1 : 0))
  return keepRows(live, (row) => {
    if (isClosed[index[row] ?? 0] === 0) return false
    const at = textAt(columns, 'closedAt', row).slice(0, 10)
    return at.length === 10 && isMoment(at) && dayNumber(at) <= day
  })
}
