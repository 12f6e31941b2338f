/** Which failures were still open when a period ended, how old they were, and how quickly the others were closed. */
import { dayNumber, isMoment, precisionOf } from '../../domain/moment'
import { quantileSorted } from 'simple-statistics'
import { keepRows, textAt, type FailureColumns } from '../failureColumns'

/** Age classes in days: up to a week, a month, a quarter, and older. */
export const AGE_CLASSES = [7, 30, 90, Number.POSITIVE_INFINITY] as const

/** A state that is final today; the failure was open on the day asked for and has been closed since. */
export const CLOSED_SINCE = 'closed-since'

export interface AgeingState {
  /** Code of the present state, or `CLOSED_SINCE`. */
  readonly state: string
  readonly label: string
  /** How many per age class. */
  readonly counts: readonly number[]
}

export interface Ageing {
  /** The ages are as of this day. */
  readonly day: number
  /** Oldest first; failures of which only the year is known last. */
  readonly open: Uint32Array
  readonly states: readonly AgeingState[]
  /** Open failures whose age nobody can tell, because only the year is known. */
  readonly ageUnknown: number
  /** Closed ones of which nobody wrote down when; taken as closed before. */
  readonly closedUndated: number
}

const FINAL = new Set(['CLOSED', 'ARCHIVED'])
/** The states in the order of the workflow, so that the bars of two reports can be compared. */
const ORDER = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'HANDLING',
  'ANALYSIS',
  'ACTION',
  'VERIFY',
  'CLOSE_REVIEW',
  CLOSED_SINCE,
]

/** The day a failure was closed; null when it is open or nobody knows the day. */
export function closedDay(columns: FailureColumns, row: number): number | null {
  const at = textAt(columns, 'closedAt', row)
  if (
    !FINAL.has(textAt(columns, 'state', row)) ||
    !isMoment(at) ||
    precisionOf(at) === 'year' ||
    precisionOf(at) === 'month'
  )
    return null
  return dayNumber(at)
}

/**
 * Failures that had occurred and were not closed by the end of `day`. Past states are not kept, so the state named is
 * the present one, and what was closed after that day is put together under `CLOSED_SINCE`.
 * @param counted failures of any date that count
 */
export function ageingAt(
  columns: FailureColumns,
  counted: Uint32Array,
  day: number,
  labelOf: (state: string) => string,
): Ageing {
  const days = columns.number.occurredDay
  let closedUndated = 0
  const isOpen = (row: number): boolean => {
    if ((days[row] ?? Number.NaN) > day) return false
    if (!FINAL.has(textAt(columns, 'state', row))) return true
    const closed = closedDay(columns, row)
    if (closed === null) closedUndated += 1
    return closed !== null && closed > day
  }
  const unordered = keepRows(counted, isOpen)
  const open = Uint32Array.from(unordered).sort(
    (a, b) => (days[a] || Number.MAX_SAFE_INTEGER) - (days[b] || Number.MAX_SAFE_INTEGER) || a - b,
  )
  const counts = new Map<string, number[]>()
  let ageUnknown = 0
  for (const row of open) {
    const occurred = days[row] ?? Number.NaN
    const state = FINAL.has(textAt(columns, 'state', row)) ? CLOSED_SINCE : textAt(columns, 'state', row)
    const ofState = counts.get(state) ?? AGE_CLASSES.map(() => 0)
    counts.set(state, ofState)
    if (Number.isNaN(occurred)) ageUnknown += 1
    else {
      const at = AGE_CLASSES.findIndex((most) => day - occurred <= most)
      ofState[at] = (ofState[at] ?? 0) + 1
    }
  }
  const rank = (state: string): number => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length)
  const states = [...counts]
    .map(([state, ofState]) => ({ state, label: labelOf(state), counts: ofState }))
    .sort((a, b) => rank(a.state) - rank(b.state))
  return { day, open, states, ageUnknown, closedUndated }
}

export interface ClosedFailures {
  readonly rows: Uint32Array
  readonly closed: number
  /** Of them, those left out of the days to close, because the day they occurred is not known. */
  readonly undated: number
  /** Days from occurrence to closing, of those of which both days are known; null without any. */
  readonly medianDays: number | null
  readonly ninetiethDays: number | null
}

/** What was closed in [from, to), whenever it had occurred. */
export function closedBetween(columns: FailureColumns, counted: Uint32Array, from: number, to: number): ClosedFailures {
  const rows = keepRows(counted, (row) => {
    const closed = closedDay(columns, row)
    return closed !== null && closed >= from && closed < to
  })
  const took = Array.from(
    rows,
    (row) => (closedDay(columns, row) ?? Number.NaN) - (columns.number.occurredDay[row] ?? Number.NaN),
  )
    .filter((length) => length >= 0)
    .sort((a, b) => a - b)
  const at = (share: number): number | null => (took.length === 0 ? null : quantileSorted(took, share))
  return { rows, closed: rows.length, undated: rows.length - took.length, medianDays: at(0.5), ninetiethDays: at(0.9) }
}
