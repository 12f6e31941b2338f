/** Failures that came back: the same train and part (and symptom, if asked) failing again soon after. */
import { median } from 'simple-statistics'
import type { NotEstimable } from '../reliability/notEstimable'
import { repeatOf, type Repeat } from '../reliability/repeatFailures'
import { repeatsByChance, type RepeatGround, type RepeatsByChance } from '../reliability/repeatsByChance'
import { countingSort } from './countingSort'
import type { TextField } from './columnDescriptions'
import { keepRows, textAt, wordsAt, type FailureColumns } from './failureColumns'
import { sortRows } from './failureFilter'
import type { Fleet } from './fleet'
import { partField, type PartBasis } from './partBasis'
import { eachRun } from './rowGroups'
import type { Period } from './recordedPeriod'
import { exposureBetween, type TrainUsage } from './trainUsage'

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
  readonly rows: Uint32Array
  readonly repeats: number
}

export interface Recurrence {
  readonly status: 'estimated'
  /** Failures that can be compared: train and part known. */
  readonly comparable: number
  readonly notComparable: number
  /** In time order. */
  readonly repeats: readonly Repeat[]
  readonly repeatRows: readonly number[]
  readonly share: number
  /** What independent failures would show, each train and part with as many as it had; null where no period is given. */
  readonly byChance: RepeatsByChance | null
  readonly medianDays: number | null
  /** Worst first. */
  readonly pairs: readonly RepeatPair[]
}

/**
 * What the train had run since its first known reading, at a day; NaN where no reading speaks of the whole way.
 * Only differences of two such values mean anything.
 */
function distanceRun(usage: TrainUsage | undefined, day: number): number {
  if (usage === undefined) return Number.NaN
  const at = day - usage.firstDay
  if (at < 0 || at > usage.km.length) return Number.NaN
  return usage.kmBefore[at] ?? Number.NaN
}

const isKnownBetween = (usage: TrainUsage | undefined, from: number, to: number): boolean => {
  if (usage === undefined) return false
  const [start, end] = [from - usage.firstDay, to - usage.firstDay]
  return (
    start >= 0 &&
    end <= usage.km.length &&
    (usage.knownBefore[end] ?? 0) - (usage.knownBefore[start] ?? 0) === end - start
  )
}

/**
 * @param rows    counted rows of the scope
 * @param watched the period they were counted in; needed to say how many would repeat by chance
 * @returns repeats within `days` or within `km` of the immediately preceding failure of the same train and part
 */
export function recurrence(
  columns: FailureColumns,
  rows: Uint32Array,
  fleet: Fleet,
  question: RecurrenceQuestion,
  partBasis: PartBasis,
  watched: Period | null = null,
): Recurrence | NotEstimable<'no-failures'> {
  const { trainId } = columns.text
  const part = partField(partBasis)
  const nodeId = columns.text[part]
  const days = columns.number.occurredDay
  const usageOf = trainId.words.map((id) => fleet.usage.get(id))
  const dayOf = (row: number): number => days[row] ?? Number.NaN
  const usageAt = (row: number): TrainUsage | undefined => usageOf[trainId.index[row] ?? 0]
  const comparable = sortRows(
    columns,
    keepRows(rows, (row) => trainId.index[row] !== 0 && nodeId.index[row] !== 0),
    [{ field: 'occurredDay', descending: false }],
    (_, word) => word,
  )
  if (comparable.length === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const byPair = together(columns, comparable, ['trainId', part])
  const bySame = question.sameSymptom ? together(columns, comparable, ['trainId', part, 'symptomCode']) : byPair
  const repeats = repeatsAmong(bySame, question, dayOf, usageAt)

  const isRepeat = new Uint8Array(columns.size)
  for (const { id } of repeats) isRepeat[Number(id)] = 1
  const pairs: RepeatPair[] = []
  eachRun(byPair.kinds, (from, to) => {
    let again = 0
    for (let at = from; at < to; at += 1) again += isRepeat[byPair.rows[at] ?? 0] ?? 0
    const first = byPair.rows[from] ?? 0
    if (again > 0)
      pairs.push({
        trainId: textAt(columns, 'trainId', first),
        nodeId: textAt(columns, part, first),
        rows: byPair.rows.subarray(from, to),
        repeats: again,
      })
  })
  return {
    status: 'estimated',
    comparable: comparable.length,
    notComparable: rows.length - comparable.length,
    repeats,
    repeatRows: repeats.map((repeat) => Number(repeat.id)),
    share: repeats.length / comparable.length,
    byChance: watched === null ? null : repeatsByChance(groundsOf(bySame, usageAt, question, watched), repeats.length),
    medianDays: repeats.length === 0 ? null : median(repeats.map((repeat) => repeat.days)),
    pairs: pairs.sort(
      (a, b) => b.repeats - a.repeats || b.rows.length - a.rows.length || dayOf(a.rows[0] ?? 0) - dayOf(b.rows[0] ?? 0),
    ),
  }
}

/** How long each train was watched, and within how many of its days a failure after another counts as a repeat. */
function groundsOf(
  { rows, kinds }: RowsByKind,
  usageAt: (row: number) => TrainUsage | undefined,
  { days, km }: RecurrenceQuestion,
  { from, to }: Period,
): readonly RepeatGround[] {
  const grounds: RepeatGround[] = []
  /** A train has many parts that fail, and runs the same for each. */
  const kmPerDay = new Map<TrainUsage, number>()
  const perDayOf = (usage: TrainUsage): number => {
    const known = kmPerDay.get(usage)
    if (known !== undefined) return known
    const run = exposureBetween(usage, from, to)
    const perDay = run.knownDays === 0 ? 0 : (run.km - run.extrapolatedKm) / run.knownDays
    kmPerDay.set(usage, perDay)
    return perDay
  }
  eachRun(kinds, (start, end) => {
    const usage = usageAt(rows[start] ?? 0)
    const watched = to - Math.max(from, usage?.inServiceFrom ?? from)
    if (end - start < 2 || watched <= 0) return
    const perDay = usage === undefined ? 0 : perDayOf(usage)
    grounds.push({ failures: end - start, watched, window: Math.max(days, perDay > 0 ? km / perDay : 0) })
  })
  return grounds
}

/** Rows of one kind next to each other, first to last, and a number per row that says which kind it is. */
interface RowsByKind {
  readonly rows: Uint32Array
  readonly kinds: Float64Array
}

/** @param fields what makes two rows of one kind */
function together(columns: FailureColumns, inOrder: Uint32Array, fields: readonly TextField[]): RowsByKind {
  let rows = inOrder
  for (const field of fields.toReversed())
    rows = countingSort(rows, wordsAt(columns, field, rows), columns.text[field].wordCount).rows
  const kinds = new Float64Array(rows.length)
  for (const field of fields) {
    const numbers = wordsAt(columns, field, rows)
    const count = columns.text[field].wordCount
    for (let at = 0; at < rows.length; at += 1) kinds[at] = (kinds[at] ?? 0) * count + (numbers[at] ?? 0)
  }
  return { rows, kinds }
}

/**
 * Each failure with the one of the same kind just before it. Most failures of a large fleet stand alone, so that two
 * subtractions per row come before anything is made of them.
 */
function repeatsAmong(
  { rows, kinds }: RowsByKind,
  limit: RecurrenceQuestion,
  dayOf: (row: number) => number,
  usageAt: (row: number) => TrainUsage | undefined,
): readonly Repeat[] {
  const found: { readonly repeat: Repeat; readonly day: number; readonly row: number }[] = []
  let [earlier, earlierDay, earlierKm] = [0, Number.NaN, Number.NaN]
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    const usage = usageAt(row)
    const day = dayOf(row)
    const km = distanceRun(usage, day)
    const isNear = day - earlierDay <= limit.days || km - earlierKm <= limit.km
    if (isNear && at > 0 && kinds[at] === kinds[at - 1]) {
      const repeat = repeatOf(
        { id: String(earlier), day: earlierDay, km: readOrNull(earlierKm) },
        { id: String(row), day, km: readOrNull(km) },
        limit,
      )
      // A distance counts only where readings cover all the days between; elsewhere the days decide alone.
      if (repeat !== null && (repeat.within !== 'km' || isKnownBetween(usage, earlierDay, day)))
        found.push({ repeat, day, row })
    }
    earlier = row
    earlierDay = day
    earlierKm = km
  }
  return found.sort((a, b) => a.day - b.day || a.row - b.row).map(({ repeat }) => repeat)
}

const readOrNull = (km: number): number | null => (Number.isNaN(km) ? null : km)
