/** Which failures may be set against distance: those of days on which their train's distance is known. */
import { addMonths, dayNumber, isMoment, precisionOf } from '../domain/moment'
import { keepRows, textAt } from './failureColumns'
import type { FieldData } from './fieldData'
import { LONGEST_EXTRAPOLATION_DAYS, type TrainUsage } from './trainUsage'

/** A day within the readings on record, or so shortly after the last one that distance is carried on. */
function isCovered({ firstDay, km, known }: TrainUsage, day: number): boolean {
  const at = day - firstDay
  return at < km.length ? known[at] === 1 : km.length > 0 && at < km.length + LONGEST_EXTRAPOLATION_DAYS
}

/** Of a failure dated to the month only, any day of it may be the day. */
function isMonthCovered(usage: TrainUsage, occurredAt: string): boolean {
  if (!isMoment(occurredAt) || precisionOf(occurredAt) !== 'month') return false
  const end = dayNumber(addMonths(occurredAt, 1))
  for (let day = dayNumber(occurredAt); day < end; day += 1) if (isCovered(usage, day)) return true
  return false
}

/**
 * The failures a rate may count. One on a day whose distance nobody knows has no kilometres in the denominator; counted
 * in the numerator all the same it would raise the rate by the share of distance that is missing, at any coverage.
 *
 * A failure of which only the year or not even the train is known stays in: which distance is its own cannot be said,
 * and that of the whole fleet is what it is divided by. Where no distance is known at all there is no rate to spoil.
 */
export function withKnownDistance(
  { columns, fleet }: Pick<FieldData, 'columns' | 'fleet'>,
  rows: Uint32Array,
): Uint32Array {
  const { words, index } = columns.text.trainId
  const usages = words.map((id) => fleet.usage.get(id))
  if (![...fleet.usage.values()].some(({ km }) => km.length > 0)) return rows
  const days = columns.number.occurredDay
  return keepRows(rows, (row) => {
    const train = index[row] ?? 0
    const day = days[row] ?? Number.NaN
    if (words[train] === '' || Number.isNaN(day)) return true
    const usage = usages[train]
    return usage !== undefined && (isCovered(usage, day) || isMonthCovered(usage, textAt(columns, 'occurredAt', row)))
  })
}

/**
 * The failures of `rows` that stand beside a rate: counted, but on days without known distance.
 * @param rated those of `rows` that a rate counts, in the same order
 */
export function withoutKnownDistance(rows: Uint32Array, rated: Uint32Array): Uint32Array {
  let at = 0
  return keepRows(rows, (row) => {
    if (rated[at] !== row) return true
    at += 1
    return false
  })
}

/** A bias of this share of half the 90 % interval is said; less is lost in chance. */
const NOTICEABLE = 0.25
const NORMAL_95 = 1.645

/**
 * Does what nobody knows move the rate by more than chance hides? Failures without a train or a day stay in the
 * numerator, and of them the share that happened on unknown distance should not: the rate is too high by
 * unplaced × (1 − coverage), which is weighed against half the width of its interval, about 1.645 √n.
 */
export function isRateInDoubt(
  { columns }: Pick<FieldData, 'columns'>,
  rated: Uint32Array,
  coverage: number | null,
): boolean {
  const { words, index } = columns.text.trainId
  const unplaced = keepRows(
    rated,
    (row) => words[index[row] ?? 0] === '' || Number.isNaN(columns.number.occurredDay[row]),
  ).length
  return unplaced * (1 - (coverage ?? 1)) > NOTICEABLE * NORMAL_95 * Math.sqrt(rated.length)
}
