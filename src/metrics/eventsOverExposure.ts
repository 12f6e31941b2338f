/** Failures of a population placed on the distance it had run by then, which is the one clock every trend is told by. */
import type { AgeMeasure } from './age'
import { countingSort } from './countingSort'
import { dailyKm } from './dailyKm'
import { withoutKnownDistance } from './distanceKnown'
import type { FieldData } from './fieldData'
import { partExposure } from './nodeFigures'
import { fleetExposure, trainsInScope, UNASSIGNED, type Scope } from './scope'

export interface EventsOverExposure {
  /** Part-kilometres of all trains together, or days where no distance is known. */
  readonly measure: AgeMeasure
  /** Failures in the order of their days, and what had been run by each. */
  readonly rows: Uint32Array
  readonly exposures: Float64Array
  /** Failures before any distance had been run, or of which only the year is known. */
  readonly leftOut: Uint32Array
  readonly end: number
}

/** @param rows failures of [from, to); on a day the middle of its distance, because nobody knows better */
export function eventsOverExposure(
  { columns, fleet }: FieldData,
  scope: Scope,
  rows: Uint32Array,
  { from, to }: { readonly from: number; readonly to: number },
): EventsOverExposure {
  const trains = trainsInScope(fleet, scope)
  const { trainKm } = fleetExposure(fleet, trains, from, to)
  const isPart = scope.nodeId !== undefined && scope.nodeId !== UNASSIGNED
  const perTrainKm = isPart && trainKm > 0 ? partExposure(fleet, scope.nodeId, trainKm).exposureKm / trainKm : 1
  const measure: AgeMeasure = trainKm > 0 ? 'km' : 'days'
  const daily = measure === 'km' ? dailyKm(fleet, trains, from, to) : new Float64Array(Math.max(0, to - from)).fill(1)
  const before = new Float64Array(daily.length + 1)
  for (let day = 0; day < daily.length; day += 1)
    before[day + 1] = (before[day] ?? 0) + (daily[day] ?? 0) * (measure === 'km' ? perTrainKm : 1)
  const days = columns.number.occurredDay
  const placed = new Uint32Array(rows.length)
  const dayKeys = new Uint32Array(rows.length)
  let count = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0
    const day = (days[row] ?? Number.NaN) - from
    if (!(day >= 0 && day < daily.length && middleOf(before, day) > 0)) continue
    placed[count] = row
    dayKeys[count] = day
    count += 1
  }
  // The distance run only grows from day to day, so that failures in the order of their days are in its order, too.
  const inOrder = countingSort(placed.subarray(0, count), dayKeys.subarray(0, count), daily.length).rows
  const exposures = new Float64Array(count)
  for (let at = 0; at < count; at += 1) exposures[at] = middleOf(before, (days[inOrder[at] ?? 0] ?? from) - from)
  return {
    measure,
    rows: inOrder,
    exposures,
    leftOut: withoutKnownDistance(rows, placed.subarray(0, count)),
    end: before.at(-1) ?? 0,
  }
}

const middleOf = (before: Float64Array, day: number): number => ((before[day] ?? 0) + (before[day + 1] ?? 0)) / 2
