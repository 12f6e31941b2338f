/** How failures add up, day by day, over the distance run. */
import { numbersAt, type FailureColumns } from './failureColumns'
import { sortRows } from './failureFilter'
import { eachRun } from './rowGroups'

/** How far failures had added up by the end of a day on which some occurred. */
export interface CumulativeDay {
  readonly day: number
  /** Part-kilometres from the start of the period to the middle of that day. */
  readonly exposureKm: number
  /** All failures up to and including that day. */
  readonly failures: number
  /** Those of that day. */
  readonly rows: Uint32Array
}

export interface DayRows {
  readonly day: number
  readonly rows: Uint32Array
  /** Failures on earlier days. */
  readonly before: number
}

/** The rows of each day, first day first. */
export function rowsByDay(columns: FailureColumns, dated: Uint32Array): readonly DayRows[] {
  const inOrder = sortRows(columns, dated, [{ field: 'occurredDay', descending: false }], (_, word) => word)
  const days = numbersAt(columns, 'occurredDay', inOrder)
  const byDay: DayRows[] = []
  eachRun(days, (from, to) =>
    byDay.push({ day: days[from] ?? Number.NaN, rows: inOrder.subarray(from, to), before: from }),
  )
  return byDay
}

/**
 * @param daily      train-kilometres of every day from `from` on
 * @param perTrainKm kilometres of the part per train-kilometre
 */
export function cumulativeDays(
  byDay: readonly DayRows[],
  daily: Float64Array,
  { from }: { readonly from: number },
  perTrainKm: number,
): readonly CumulativeDay[] {
  const kmBefore = new Float64Array(daily.length + 1)
  for (let day = 0; day < daily.length; day += 1) kmBefore[day + 1] = (kmBefore[day] ?? 0) + (daily[day] ?? 0)
  return byDay.map(({ day, rows, before }) => {
    const km = ((kmBefore[day - from] ?? 0) + (kmBefore[day - from + 1] ?? 0)) / 2
    return { day, rows, failures: before + rows.length, exposureKm: km * perTrainKm }
  })
}
