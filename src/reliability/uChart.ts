import type { NotEstimable } from './notEstimable'

export type UChartPeriod = { readonly count: number; readonly exposure: number }

/** A period without exposure has no rate; its count is left out of the centre line. */
export type UChartPoint =
  | {
      readonly status: 'estimated'
      readonly rate: number
      readonly lower: number
      readonly upper: number
      readonly beyond: 'above' | 'below' | null
      /** It belongs to a run of periods that stay on one side of the centre too long for chance. */
      readonly run: 'above' | 'below' | null
    }
  | NotEstimable<'no-exposure'>

export type UChart = {
  readonly status: 'estimated'
  readonly center: number
  readonly points: readonly UChartPoint[]
  /** Positions in `points` of the rates outside their limits. */
  readonly outOfLimits: readonly number[]
}

/**
 * Control chart for rates over unequal exposure: which periods differ from the common rate by more than three sigma.
 * Limits are ū ± 3√(ū/exposure), the lower one not below 0: as textbooks print them; for few failures screens ask
 * `exactRateChart`.
 *
 * @param periods counts and exposure (for example 10⁶ km) in time order; a point per period, in the same order
 * @returns       `no-exposure` when no period was watched
 * @throws        RangeError when a count is negative or broken
 * @source        Montgomery, Introduction to Statistical Quality Control, control chart for nonconformities per unit
 */
export function uChart(periods: readonly UChartPeriod[]): UChart | NotEstimable<'no-exposure'> {
  const broken = periods.find(({ count }) => !(Number.isInteger(count) && count >= 0))
  if (broken) throw new RangeError(`${broken.count} failures is not a count`)
  const watched = periods.filter(isWatched)
  if (watched.length === 0) return { status: 'not-estimable', reason: 'no-exposure' }

  const center = sum(watched.map(({ count }) => count)) / sum(watched.map(({ exposure }) => exposure))
  const points = periods.map((period) => pointOf(period, center))
  const outOfLimits = points.flatMap((point, at) => (point.status === 'estimated' && point.beyond !== null ? [at] : []))
  return { status: 'estimated', center, points, outOfLimits }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const isWatched = ({ exposure }: UChartPeriod): boolean => exposure > 0 && exposure < Infinity

function pointOf(period: UChartPeriod, center: number): UChartPoint {
  if (!isWatched(period)) return { status: 'not-estimable', reason: 'no-exposure' }
  const rate = period.count / period.exposure
  const reach = 3 * Math.sqrt(center / period.exposure)
  const lower = Math.max(0, center - reach)
  const upper = center + reach
  return {
    status: 'estimated',
    rate,
    lower,
    upper,
    beyond: rate > upper ? 'above' : rate < lower ? 'below' : null,
    run: null,
  }
}
