/** Columns of failures and a line of rates in one drawing: how high either reaches, and where its ticks stand. */
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { NotEstimable } from '../reliability/notEstimable'
import type { UChart } from '../reliability/uChart'
import { coveringTicks, wholeTicks } from './axisTicks'
import { rateCeiling } from './rateCeiling'

export interface TrendData {
  readonly months: readonly TrendMonth[]
  readonly chart: UChart | NotEstimable<string>
}

export interface TrendDatum {
  readonly month: string
  readonly count: number
  readonly isPartial: boolean
}

export interface TrendScale {
  readonly data: readonly TrendDatum[]
  /** Null where no rate can be told; then there are only columns. */
  readonly rated: UChart | null
  readonly most: number
  readonly countTicks: readonly number[]
  readonly countTop: number
  readonly rateTicks: readonly number[]
  /** The end of the axis of rates. */
  readonly ceiling: number
}

/** The columns keep to the lower part when a rate is drawn above them. */
const COLUMN_HEADROOM = 2.1

/** On what scale is a trend drawn? */
export function trendScale({ months, chart }: TrendData): TrendScale {
  const data = months.map(({ month, rows, isPartial }) => ({ month, count: rows.length, isPartial }))
  const most = Math.max(1, ...data.map(({ count }) => count))
  const rated = chart.status === 'estimated' ? chart : null
  const countTicks = rated === null ? coveringTicks(most).filter(Number.isInteger) : wholeTicks(most, 3)
  const countTop = rated === null ? Math.max(most, countTicks.at(-1) ?? 1) : most * COLUMN_HEADROOM
  const rateTicks = rated === null ? [] : coveringTicks(rateCeiling(rated))
  const ceiling = rateTicks.at(-1) ?? 1
  return { data, rated, most, countTicks, countTop, rateTicks, ceiling }
}
