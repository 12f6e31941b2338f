import type { ParsedRecord } from '../cells/parsedRecord'
import type { ParsedSheet } from './parsedSheet'

interface Point {
  readonly at: string
  readonly km: number
  readonly toleranceKm: number
  readonly record: ParsedRecord
  readonly column: string | null
}

/**
 * Marks readings that fall below what a train had already run, over all sheets of a file.
 * The reading out of line is marked, not the ones after it: the longest rising series of a train is believed.
 *
 * @param tolerances km within which a coarse reading may lie, by sheet and row
 */
export function checkOdometers(
  sheets: readonly ParsedSheet[],
  tolerances: readonly ReadonlyMap<number, number>[],
): void {
  const trains = new Map<string, Point[]>()
  const monthly = new Map<string, Map<string, number>>()
  sheets.forEach((sheet, index) => {
    const column = sheet.columns.find(({ field }) => field === 'odometerKm')?.column ?? null
    for (const record of sheet.records) {
      const { trainNo, vehicleType = '', occurredAt, odometerKm, month, km, basis } = record.fields
      const train = `${sheet.kind === 'mileage-matrix' ? 'month' : 'day'} ${vehicleType} ${trainNo}`
      if (typeof odometerKm === 'number' && typeof occurredAt === 'string') {
        add(trains, train, {
          at: occurredAt,
          km: odometerKm,
          toleranceKm: tolerances[index]?.get(record.row) ?? 0,
          record,
          column,
        })
      } else if (typeof km === 'number' && typeof month === 'string') {
        if (basis === 'cumulative')
          add(trains, train, {
            at: month,
            km,
            toleranceKm: isEstimated(record) ? km * 0.03 : 0,
            record,
            column: record.cells.km?.replace(/\d+$/, '') ?? null,
          })
        else addMonth(monthly, train, month, km)
      }
    }
  })
  for (const [train, points] of trains)
    markFalls(
      points.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      monthly.get(train),
    )
}

function markFalls(points: readonly Point[], months: ReadonlyMap<string, number> | undefined): void {
  const believed = risingSeries(points)
  let highest = -Infinity
  for (const [index, point] of points.entries()) {
    const floor = months ? runBefore(months, point.at) : 0
    if (believed.has(index) && point.km >= floor * 0.9) {
      highest = Math.max(highest, point.km - point.toleranceKm)
    } else if (point.km + point.toleranceKm < Math.max(highest, floor * 0.9)) {
      point.record.issues.push({
        column: point.column,
        code: 'odometer-falls',
        parameters: { km: point.km, earlierKm: Math.round(Math.max(highest, floor)) },
      })
    }
  }
}

/** Positions of the longest series that never falls by more than the readings' tolerance. */
function risingSeries(points: readonly Point[]): Set<number> {
  const length: number[] = []
  const before: number[] = []
  let end = -1
  for (let i = 0; i < points.length; i++) {
    length[i] = 1
    before[i] = -1
    for (let j = i - 1; j >= Math.max(0, i - 60); j--) {
      if (
        length[j]! >= length[i]! &&
        points[j]!.km - points[j]!.toleranceKm <= points[i]!.km + points[i]!.toleranceKm
      ) {
        length[i] = length[j]! + 1
        before[i] = j
      }
    }
    if (end < 0 || length[i]! > length[end]!) end = i
  }
  const series = new Set<number>()
  for (let at = end; at >= 0; at = before[at]!) series.add(at)
  return series
}

/** Sum of the months known before one; a train has run at least that far. */
function runBefore(months: ReadonlyMap<string, number>, month: string): number {
  let sum = 0
  for (const [at, km] of months) if (at < month) sum += km
  return sum
}

const isEstimated = (record: ParsedRecord): boolean => record.issues.some(({ code }) => code === 'odometer-estimated')

function add(trains: Map<string, Point[]>, train: string, point: Point): void {
  const points = trains.get(train)
  if (points) points.push(point)
  else trains.set(train, [point])
}

function addMonth(monthly: Map<string, Map<string, number>>, train: string, month: string, km: number): void {
  const months = monthly.get(train) ?? new Map<string, number>()
  months.set(month, km)
  monthly.set(train, months)
}
