/** What all rules are judged on, worked out once for all of them: dated failures in the order of their days, and the distances. */
import { dayNumber, type Moment } from '../../domain/moment'
import type { ContractTarget } from '../../domain/records/contractTarget'
import { countingSort } from '../countingSort'
import { dailyKm } from '../dailyKm'
import { withKnownDistance } from '../distanceKnown'
import { keepRows } from '../failureColumns'
import type { LabelOf } from '../failureFilter'
import type { FieldData } from '../fieldData'
import { recordedPeriod, type RecordedPeriod } from '../recordedPeriod'
import type { Scope } from '../scope'

export const EVERYTHING: Scope = { population: 'all', partBasis: 'analysed', vehicleTypes: [], depotIds: [] }

/** An open failure whose state has lasted longer than its limit. */
export interface LateFailure {
  readonly row: number
  /** Day it was due. */
  readonly dueDay: number
  /** Worked days beyond the limit. */
  readonly lateDays: number
}

export interface AlertRecords {
  readonly targets: readonly (ContractTarget & { readonly id: string })[]
  readonly late: readonly LateFailure[]
}

export interface AlertGround extends AlertRecords {
  readonly data: FieldData
  /** The last day that counts: the one it is now. */
  readonly today: number
  readonly recorded: RecordedPeriod
  /** Failures with a day up to today, in the order of their days. */
  readonly dated: Uint32Array
  /** Of each row whether its distance is known, so that a rate may count it. */
  readonly isRated: Uint8Array
  /** Train-kilometres of some trains before each day from `recorded.from` on; worked out when first asked for. */
  readonly kmBefore: (key: string, trains: readonly string[]) => Float64Array
  readonly labelOf: LabelOf
}

/** @param now local civil time */
export function alertGround(data: FieldData, now: Moment, records: AlertRecords, labelOf: LabelOf): AlertGround {
  const { columns, live, fleet } = data
  const today = dayNumber(now.slice(0, 10))
  const recorded = recordedPeriod(data, EVERYTHING)
  const days = columns.number.occurredDay
  const from = Math.min(recorded.failed.from, today)
  const known = keepRows(live, (row) => (days[row] ?? Number.NaN) <= today && (days[row] ?? Number.NaN) >= from)
  const keys = Uint32Array.from(known, (row) => (days[row] ?? from) - from)
  const dated = countingSort(known, keys, today - from + 1).rows
  const isRated = new Uint8Array(columns.size)
  for (const row of withKnownDistance(data, dated)) isRated[row] = 1
  const distances = new Map<string, Float64Array>()
  return {
    ...records,
    data,
    today,
    recorded,
    dated,
    isRated,
    labelOf,
    kmBefore: (key, trains) => {
      const kept = distances.get(key)
      if (kept !== undefined) return kept
      const daily = dailyKm(fleet, trains, recorded.from, today + 1)
      const before = new Float64Array(daily.length + 1)
      for (let at = 0; at < daily.length; at += 1) before[at + 1] = (before[at] ?? 0) + (daily[at] ?? 0)
      distances.set(key, before)
      return before
    },
  }
}
