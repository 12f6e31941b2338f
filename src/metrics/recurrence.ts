/** Failures that came back: the same train and part (and symptom, if asked) failing again soon after. */
import { median } from 'simple-statistics'
import type { NotEstimable } from '../reliability/notEstimable'
import { repeatFailures, type RepeatEvent, type RepeatFailures } from '../reliability/repeatFailures'
import type { FailureColumns } from './failureColumns'
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

/** A row as a failure to compare; train and part by the numbers of their words. */
type RowEvent = RepeatEvent & { readonly row: number; readonly train: number; readonly node: number }

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
  const events: RowEvent[] = []
  for (const row of rows) {
    const [train, node] = [trainId.index[row] ?? 0, bomNodeId.index[row] ?? 0]
    if (train === 0 || node === 0) continue
    const day = days[row] ?? Number.NaN
    // Numbers of words stand for the words: shorter to compare, and there are many.
    events.push({ id: String(row), row, train, node, asset: String(train), key: question.sameSymptom ? `${node}|${symptomCode.index[row] ?? 0}` : String(node), day, km: distanceRun(usageOf[train], day) })
  }
  events.sort((a, b) => a.day - b.day)
  // A distance counts only where readings cover all the days between; elsewhere the days decide alone.
  const found = repeatFailures(events, { days: question.days, km: question.km })
  if (found.status === 'not-estimable') return found
  const repeats = found.repeats.filter((repeat) => {
    if (repeat.within !== 'km') return true
    const [event, previous] = [Number(repeat.id), Number(repeat.previousId)]
    return isKnownBetween(usageOf[trainId.index[event] ?? 0], days[previous] ?? Number.NaN, days[event] ?? Number.NaN)
  })

  const isRepeat = new Uint8Array(columns.size)
  for (const repeat of repeats) isRepeat[Number(repeat.id)] = 1
  const pairs = new Map<number, { trainId: string; nodeId: string; rows: number[]; repeats: number }>()
  for (const { row, train, node } of events) {
    const key = train * bomNodeId.words.length + node
    const pair = pairs.get(key)
    if (pair === undefined) pairs.set(key, { trainId: trainId.words[train] ?? '', nodeId: bomNodeId.words[node] ?? '', rows: [row], repeats: isRepeat[row] ?? 0 })
    else {
      pair.rows.push(row)
      pair.repeats += isRepeat[row] ?? 0
    }
  }
  return {
    status: 'estimated',
    comparable: events.length,
    notComparable: rows.length - events.length,
    repeats,
    repeatRows: repeats.map((repeat) => Number(repeat.id)),
    share: events.length === 0 ? 0 : repeats.length / events.length,
    medianDays: repeats.length === 0 ? null : median(repeats.map((repeat) => repeat.days)),
    pairs: [...pairs.values()].filter((pair) => pair.repeats > 0).sort((a, b) => b.repeats - a.repeats || b.rows.length - a.rows.length),
  }
}
