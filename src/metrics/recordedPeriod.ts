/** From when to when a scope is counted: the one answer every figure of the program uses. */
import { addMonths, dateOfDay, dayNumber } from '../domain/moment'
import { keepRows } from './failureColumns'
import type { FieldData } from './fieldData'
import type { Fleet } from './fleet'
import { fleetExposure, rowsInScope, trainsInScope, type Scope } from './scope'

/** First day, and first day no longer. */
export interface Period {
  readonly from: number
  readonly to: number
}

export interface RecordedPeriod extends Period {
  /** From when to when distance is known, or failures where none is. */
  readonly known: Period
  /** Some failure of these types of train has a day. */
  readonly hasFailures: boolean
  /** The first and last day with a failure of these types; an open period may begin after the one or end before the other. */
  readonly failed: Period
}

/**
 * An end of the period that somebody chose stays as chosen. An open one is where both distance and failures are on
 * record: trains often ran long before anybody wrote failures down, or have run on since the last ledger, and that
 * distance would count as running without a failure.
 *
 * Whole months, so that the first failure does not set the clock; and failures of any part of all trains of the chosen
 * types, because a part or a depot without failures says nothing about whether they were written down.
 */
export function recordedPeriod({ columns, live, fleet }: FieldData, scope: Scope): RecordedPeriod {
  const days = columns.number.occurredDay
  const { index, words } = columns.text.trainId
  const isAsked = Uint8Array.from(words, (id) =>
    scope.vehicleTypes.length === 0 || scope.vehicleTypes.includes(fleet.trains.get(id)?.vehicleType ?? '') ? 1 : 0,
  )
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let at = 0; at < live.length; at += 1) {
    const row = live[at] ?? 0
    if (isAsked[index[row] ?? 0] === 0) continue
    const day = days[row] ?? Number.NaN
    if (day < first) first = day
    if (day > last) last = day
  }
  const hasFailures = first <= last
  const known = knownPeriod(fleet, hasFailures ? { from: first, to: last + 1 } : { from: 0, to: 0 })
  const recorded = hasFailures
    ? {
        from: Math.max(known.from, dayNumber(dateOfDay(first).slice(0, 7))),
        to: Math.min(known.to, dayNumber(addMonths(dateOfDay(last).slice(0, 7), 1))),
      }
    : known
  // Failures and distance of different years have no period in common.
  const { from, to } = recorded.to > recorded.from ? recorded : known
  return {
    from: scope.from ?? from,
    to: scope.to ?? to,
    known,
    hasFailures,
    failed: hasFailures ? { from: first, to: last + 1 } : { from: 0, to: 0 },
  }
}

function knownPeriod(fleet: Fleet, otherwise: Period): Period {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const usage of fleet.usage.values()) {
    if (usage.km.length === 0) continue
    first = Math.min(first, usage.firstDay)
    last = Math.max(last, usage.firstDay + usage.km.length)
  }
  return first < last ? { from: first, to: last } : otherwise
}

/** Distance that is known and was left out because no failures were on record then. */
export interface UnrecordedDistance extends Period {
  readonly trainKm: number
}

export function unrecordedDistance(
  fleet: Fleet,
  scope: Scope,
  { from, to, known }: RecordedPeriod,
): readonly UnrecordedDistance[] {
  const trains = trainsInScope(fleet, scope)
  return [
    ...(scope.from === undefined && known.from < from ? [{ from: known.from, to: Math.min(from, known.to) }] : []),
    ...(scope.to === undefined && known.to > to ? [{ from: Math.max(to, known.from), to: known.to }] : []),
  ]
    .map((period) => ({ ...period, trainKm: fleetExposure(fleet, trains, period.from, period.to).trainKm }))
    .filter(({ trainKm }) => trainKm > 0)
}

/** Failures before distance is on record, or after it: an open period leaves them out, because they have nothing to be divided by. */
export function rowsOutside(data: FieldData, scope: Scope, { from, to, failed }: RecordedPeriod): Uint32Array {
  const { columns } = data
  const [isEarly, isLate] = [scope.from === undefined && failed.from < from, scope.to === undefined && failed.to > to]
  if (!isEarly && !isLate) return new Uint32Array()
  const days = columns.number.occurredDay
  return keepRows(rowsInScope(data, scope).counted, (row) => {
    const day = days[row] ?? Number.NaN
    return (isEarly && day < from) || (isLate && day >= to)
  })
}
