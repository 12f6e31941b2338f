/** Failures that came back: the same train and part (and symptom, if asked) failing again soon after. */
import { median } from 'simple-statistics'
import type { NotEstimable } from '../reliability/notEstimable'
import { repeatFailures, type RepeatEvent, type RepeatFailures } from '../reliability/repeatFailures'
import type { FailureColumns } from './failureColumns'
import { sortRows } from './failureFilter'
import type { Fleet } from './fleet'
import type { TrainUsage } from './trainUsage'

export interface RecurrenceQuestion {
  readonly days: number
  readonly km: number
  readonly sameSymptom: boolean
}

export const DEFAULT_RECURRENCE: RecurrenceQuestion = { days: 30, km: 30_000, sameSymptom: false }

export interface RepeatPair {
  readonly trainId: string
  readonly nodeId: string
  /** All its failures in the scope, first to last, and how many of them were repeats. */
  readonly rows: readonly number[]
  readonly repeats: number
}

export interface Recurrence {
  readonly status: 'estimated'
  /** Failures that can be compared: train and part known. */
  readonly comparable: number
  readonly notComparable: number
  readonly repeats: RepeatFailures['repeats']
  readonly repeatRows: readonly number[]
  readonly share: number
  readonly medianDays: number | null
  /** Worst first. */
  readonly pairs: readonly RepeatPair[]
}

/**
 * What the train had run since its first known reading, at a day; null where no reading speaks of the whole way.
 * Only differences of two such values mean anything.
 */
function distanceRun(usage: TrainUsage | undefined, day: number): number | null {
  if (usage === undefined) return null
  const at = day - usage.firstDay
  if (at < 0 || at > usage.km.length) return null
  return usage.kmBefore[at] ?? null
}

const isKnownBetween = (usage: TrainUsage | undefined, from: number, to: number): boolean => {
  if (usage === undefined) return false
  const [start, end] = [from - usage.firstDay, to - usage.firstDay]
  return start >= 0 && end <= usage.km.length && (usage.knownBefore[end] ?? 0) - (usage.knownBefore[start] ?? 0) === end - start
}

/**
 * @param rows counted rows of the scope
 * @returns repeats within `days` or within `km` of the immediately preceding failure of the same train and part
 */
export function recurrence(columns: FailureColumns, rows: Uint32Array, fleet: Fleet, question: RecurrenceQuestion): Recurrence | NotEstimable<'no-failures'> {
  const { trainId, bomNodeId, symptomCode } = columns.text
  const days = columns.number.occurredDay
  const usageOf = trainId.words.map((id) => fleet.usage.get(id))
  const pairOf = (row: number): number => (trainId.index[row] ?? 0) * bomNodeId.words.length + (bomNodeId.index[row] ?? 0)
  const sameAgain = (row: number): number => (question.sameSymptom ? pairOf(row) * symptomCode.words.length + (symptomCode.index[row] ?? 0) : pairOf(row))
  const comparable = sortRows(columns, rows.filter((row) => trainId.index[row] !== 0 && bomNodeId.index[row] !== 0), { field: 'occurredDay', descending: false }, (_, word) => word)
  if (comparable.length === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const eventOf = (row: number): RepeatEvent => ({ id: String(row), asset: '', key: String(sameAgain(row)), day: days[row] ?? Number.NaN, km: distanceRun(usageOf[trainId.index[row] ?? 0], days[row] ?? Number.NaN) })
  const found = repeatFailures(closeToAnother(comparable, sameAgain, (earlier, later) => {
    if ((days[later] ?? 0) - (days[earlier] ?? 0) <= question.days) return true
    const usage = usageOf[trainId.index[later] ?? 0]
    const [before, after] = [distanceRun(usage, days[earlier] ?? Number.NaN), distanceRun(usage, days[later] ?? Number.NaN)]
    return before !== null && after !== null && after - before <= question.km
  }).map(eventOf), { days: question.days, km: question.km })
  // A distance counts only where readings cover all the days between; elsewhere the days decide alone.
  const repeats = (found.status === 'estimated' ? found.repeats : []).filter((repeat) => {
    if (repeat.within !== 'km') return true
    const [event, previous] = [Number(repeat.id), Number(repeat.previousId)]
    return isKnownBetween(usageOf[trainId.index[event] ?? 0], days[previous] ?? Number.NaN, days[event] ?? Number.NaN)
  })

  const pairs = new Map<number, { trainId: string; nodeId: string; rows: number[]; repeats: number }>()
  for (const { id } of repeats) {
    const row = Number(id)
    const pair = pairs.get(pairOf(row)) ?? { trainId: trainId.words[trainId.index[row] ?? 0] ?? '', nodeId: bomNodeId.words[bomNodeId.index[row] ?? 0] ?? '', rows: [], repeats: 0 }
    pair.repeats += 1
    pairs.set(pairOf(row), pair)
  }
  for (const row of comparable) pairs.get(pairOf(row))?.rows.push(row)
  return {
    status: 'estimated',
    comparable: comparable.length,
    notComparable: rows.length - comparable.length,
    repeats,
    repeatRows: repeats.map((repeat) => Number(repeat.id)),
    share: repeats.length / comparable.length,
    medianDays: repeats.length === 0 ? null : median(repeats.map((repeat) => repeat.days)),
    pairs: [...pairs.values()].sort((a, b) => b.repeats - a.repeats || b.rows.length - a.rows.length),
  }
}

/**
 * The rows that are close to the one before or after them of the same kind. Most failures of a large fleet stand alone;
 * leaving these out changes no repeat, because days and distance only grow from one failure to the next.
 * @param inOrder rows, first to last
 */
function closeToAnother(inOrder: Uint32Array, kindOf: (row: number) => number, isClose: (earlier: number, later: number) => boolean): number[] {
  const previous = new Map<number, number>()
  const close = new Uint8Array(inOrder.length)
  for (let at = 0; at < inOrder.length; at += 1) {
    const row = inOrder[at] ?? 0
    const kind = kindOf(row)
    const before = previous.get(kind)
    if (before !== undefined && isClose(inOrder[before] ?? 0, row)) {
      close[before] = 1
      close[at] = 1
    }
    previous.set(kind, at)
  }
  return Array.from(inOrder.filter((_, at) => close[at] === 1))
}
