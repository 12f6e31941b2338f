/**
 * Do trains fail more when they are new, or when they are old? Failures and distance by the year of service the train was
 * in, over everything on record up to the end of the report.
 */
import { dayNumber, isMoment } from '../../domain/moment'
import { withKnownDistance } from '../distanceKnown'
import type { MtbfEstimate } from '../../reliability/mtbf'
import type { NotEstimable } from '../../reliability/notEstimable'
import { textAt, type FailureColumns } from '../failureColumns'
import type { Fleet } from '../fleet'
import { dailyKm } from '../dailyKm'
import { mtbfOf } from '../nodeFigures'
import type { Period } from '../recordedPeriod'
import { exposureOf } from './periodFigures'

export interface AgeLine {
  /** 1 is the first year in service. */
  readonly year: number
  /** Trains with known distance in that year of theirs. */
  readonly trains: number
  readonly rows: Uint32Array
  readonly exposureKm: number
  readonly mtbf: MtbfEstimate | NotEstimable<string>
}

export interface AgeAnalysis {
  readonly lines: readonly AgeLine[]
  /** Failures left aside because the train, its first day in service or the day of the failure is not known. */
  readonly unknown: number
}

const DAYS_A_YEAR = 365.25

/** @param counted failures of any date that count, of these trains */
export function ageLines(
  columns: FailureColumns,
  fleet: Fleet,
  trains: readonly string[],
  nodeId: string | undefined,
  counted: Uint32Array,
  { from, to }: Period,
): AgeAnalysis {
  const serviceDay = (id: string): number | null => {
    const day = fleet.trains.get(id)?.serviceDate
    return day !== undefined && isMoment(day) ? dayNumber(day) : null
  }
  const years = new Map<number, { trains: Set<string>; km: number; rows: number[] }>()
  const yearAt = (since: number, day: number) => {
    const year = Math.floor((day - since) / DAYS_A_YEAR) + 1
    const known = years.get(year) ?? { trains: new Set<string>(), km: 0, rows: [] }
    years.set(year, known)
    return known
  }
  for (const id of trains) {
    const since = serviceDay(id)
    if (since === null) continue
    dailyKm(fleet, [id], from, to).forEach((km, at) => {
      if (km <= 0 || from + at < since) return
      const year = yearAt(since, from + at)
      year.km += km
      year.trains.add(id)
    })
  }
  let unknown = 0
  for (const row of counted) {
    const day = columns.number.occurredDay[row] ?? Number.NaN
    const since = serviceDay(textAt(columns, 'trainId', row))
    if (day < from || day >= to) continue
    if (since === null || Number.isNaN(day) || day < since) unknown += 1
    else yearAt(since, day).rows.push(row)
  }
  const lines = [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, { trains: ran, km, rows }]): AgeLine => {
      const exposureKm = exposureOf(fleet, nodeId, km)
      const all = Uint32Array.from(rows)
      const rated = withKnownDistance({ columns, fleet }, all)
      return { year, trains: ran.size, rows: all, exposureKm, mtbf: mtbfOf(rated.length, exposureKm) }
    })
  return { lines, unknown }
}
