/** Failures that came back: the same train and part (and symptom, if asked) failing again soon after. */
import { median } from 'simple-statistics'
import type { NotEstimable } from '../reliability/notEstimable'
import { repeatFailures, type RepeatFailures } from '../reliability/repeatFailures'
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
  const events = Array.from(rows).flatMap((row) => {
    const train = trainId.words[trainId.index[row] ?? 0] ?? ''
    const node = bomNodeId.words[bomNodeId.index[row] ?? 0] ?? ''
    if (train === '' || node === '') return []
    const symptom = question.sameSymptom ? `|${symptomCode.index[row] ?? 0}` : ''
    const day = days[row] ?? Number.NaN
    return [{ id: String(row), asset: train, key: node + symptom, day, km: distanceRun(fleet.usage.get(train), day) }]
  })
  // A distance counts only where readings cover all the days between; elsewhere the days decide alone.
  const found = repeatFailures(events, { days: question.days, km: question.km })
  if (found.status === 'not-estimable') return found
  const byId = new Map(events.map((event) => [event.id, event]))
  const repeats = found.repeats.filter((repeat) => {
    if (repeat.within !== 'km') return true
    const [event, previous] = [byId.get(repeat.id), byId.get(repeat.previousId)]
    return event !== undefined && previous !== undefined && isKnownBetween(fleet.usage.get(event.asset), previous.day, event.day)
  })

  const isRepeat = new Set(repeats.map((repeat) => repeat.id))
  const pairs = new Map<string, { trainId: string; nodeId: string; rows: number[]; repeats: number }>()
  for (const event of [...events].sort((a, b) => a.day - b.day)) {
    const nodeId = event.key.split('|')[0] ?? ''
    const key = `${event.asset}|${nodeId}`
    const pair = pairs.get(key) ?? { trainId: event.asset, nodeId, rows: [], repeats: 0 }
    pair.rows.push(Number(event.id))
    if (isRepeat.has(event.id)) pair.repeats += 1
    pairs.set(key, pair)
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
