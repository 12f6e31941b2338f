/** The mean cumulative function as a drawing needs it: one step per age, with the rows of its failures. */
import { meanCumulativeFunction, type WatchedUnit } from '../reliability/meanCumulativeFunction'
import type { NotEstimable } from '../reliability/notEstimable'
import { CONFIDENCE } from './nodeFigures'

export interface McfPoint {
  readonly age: number
  readonly mean: number
  readonly lower: number | null
  readonly upper: number | null
  readonly atRisk: number
  readonly events: number
  readonly rows: Uint32Array
}

export interface MeanCumulative {
  readonly status: 'estimated'
  readonly units: number
  readonly leftTruncated: number
  readonly events: number
  readonly longest: number
  readonly points: readonly McfPoint[]
}

/** A unit with the rows of its events, in their order. */
export type UnitWithRows = WatchedUnit & { readonly rows: readonly number[] }

export function meanCumulative(units: readonly UnitWithRows[]): MeanCumulative | NotEstimable<'no-failures'> {
  const found = meanCumulativeFunction(units, CONFIDENCE)
  if (found.status === 'not-estimable') return found
  const rowsAt = new Map<number, number[]>()
  for (const { events, rows } of units)
    for (const [at, age] of events.entries()) {
      const row = rows[at]
      if (row === undefined) continue
      const known = rowsAt.get(age)
      if (known === undefined) rowsAt.set(age, [row])
      else known.push(row)
    }
  return {
    status: 'estimated',
    units: units.length,
    leftTruncated: units.filter(({ start = 0 }) => start > 0).length,
    events: units.reduce((sum, { events }) => sum + events.length, 0),
    longest: units.reduce((most, { end }) => Math.max(most, end), 0),
    points: found.steps.map(({ time, mean, logBounds, atRisk, events }) => ({
      age: time,
      mean,
      lower: logBounds?.[0] ?? null,
      upper: logBounds?.[1] ?? null,
      atRisk,
      events,
      rows: new Uint32Array(rowsAt.get(time) ?? []),
    })),
  }
}
