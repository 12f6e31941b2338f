import { atLeast } from './binomialTail'
import type { NotEstimable } from './notEstimable'
import type { UChart, UChartPeriod, UChartPoint } from './uChart'

/** Chance at most that a chart of an unchanging rate shows any point beyond its limits. */
export const POINT_LEVEL = 0.07
/** The sum over all starts counts the same run many times: at this level one chart in thirty shows one, by simulation. */
const RUN_LEVEL = 0.2

type Side = 'above' | 'below'

/**
 * Which periods differ from the common rate, and which runs of periods stay on one side of it, so rarely that a chart
 * of an unchanging rate shows any of it in at most 10 %?
 *
 * Given the sum of all counts, that of a period is binomial by its share of the exposure: exact however few failures
 * there are, and with the centre line estimated from the same counts. A run speaks when the chance that all its
 * periods lie on that side is small enough.
 *
 * @param periods counts and exposure in time order; those without exposure interrupt no run
 * @returns       limits are the largest and smallest rate a period may show; `no-exposure` when none was watched
 * @throws        RangeError when a count is negative or broken
 * @source        conditional test of a Poisson rate: Przyborowski & Wilenski (1940); one level shared among periods:
 * Bonferroni. The run rule in place of Western Electric's, which for few failures speaks far too often.
 */
export function exactRateChart(periods: readonly UChartPeriod[]): UChart | NotEstimable<'no-exposure'> {
  checkCounts(periods)
  const watched = periods.filter(isWatched)
  const exposure = watched.reduce((sum, period) => sum + period.exposure, 0)
  if (!(exposure > 0 && exposure < Infinity)) return { status: 'not-estimable', reason: 'no-exposure' }
  const total = watched.reduce((sum, { count }) => sum + count, 0)
  const perSide = 1 / watched.length / 2
  const points = periods.map((period): UChartPoint => {
    if (!isWatched(period)) return { status: 'not-estimable', reason: 'no-exposure' }
    const share = period.exposure / exposure
    const [least, most] = countsWithin(total, share, POINT_LEVEL * perSide)
    return {
      status: 'estimated',
      rate: period.count / period.exposure,
      lower: least / period.exposure,
      upper: most / period.exposure,
      beyond: period.count > most ? 'above' : period.count < least ? 'below' : null,
      run: null,
    }
  })
  const runs = runsOf(periods, total, exposure, RUN_LEVEL * perSide)
  return {
    status: 'estimated',
    center: total / exposure,
    points: points.map((point, at) => (point.status === 'estimated' ? { ...point, run: runs[at] ?? null } : point)),
    outOfLimits: points.flatMap((point, at) => (point.status === 'estimated' && point.beyond !== null ? [at] : [])),
  }
}

export interface LastPeriod {
  /** Most failures the chart lets the last period show. */
  readonly most: number
  /** Failures to be expected of it by its share of the exposure. */
  readonly expected: number
  /** Chance of as many failures as it has, or more, at an unchanging rate. */
  readonly chance: number
  /** Chance that the chart calls it too high at an unchanging rate; smaller than its level, because counts are whole. */
  readonly falseAlarm: number
}

/**
 * What the chart says of its last period alone, for whoever looks once a month and only at what is new. It is above the
 * limits of `exactRateChart` exactly when its count is larger than `most`.
 * @returns null where the last period or all of them have no exposure
 * @throws  RangeError when a count is negative or broken
 * @source  as `exactRateChart`
 */
export function lastPeriod(periods: readonly UChartPeriod[]): LastPeriod | null {
  checkCounts(periods)
  const last = periods.at(-1)
  if (last === undefined || !isWatched(last)) return null
  const watched = periods.filter(isWatched)
  const share = last.exposure / watched.reduce((sum, { exposure }) => sum + exposure, 0)
  const total = watched.reduce((sum, { count }) => sum + count, 0)
  const [, most] = countsWithin(total, share, POINT_LEVEL / watched.length / 2)
  return {
    most,
    expected: total * share,
    chance: atLeast(last.count, total, share),
    falseAlarm: atLeast(most + 1, total, share),
  }
}

function checkCounts(periods: readonly UChartPeriod[]): void {
  const broken = periods.find(({ count }) => !(Number.isSafeInteger(count) && count >= 0))
  if (broken) throw new RangeError(`${broken.count} failures is not a count`)
}

const isWatched = ({ exposure }: UChartPeriod): boolean => exposure > 0 && exposure < Infinity

/** The counts neither tail of which is rarer than the level. */
function countsWithin(total: number, share: number, level: number): readonly [least: number, most: number] {
  const mean = Math.floor(total * share)
  const firstBeyond = smallest(mean, total + 1, (count) => atLeast(count, total, share) <= level)
  // P(X ≤ count) = 1 − P(X ≥ count + 1), from the other end.
  const least = smallest(0, mean + 1, (count) => atLeast(total - count, total, 1 - share) > level)
  return [least, firstBeyond - 1]
}

/** The smallest whole number from `low` on for which it holds; `high` where it holds for none below it. */
function smallest(low: number, high: number, holds: (count: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** For each period the side of the run it belongs to, where that run is too rare. */
function runsOf(periods: readonly UChartPeriod[], total: number, exposure: number, level: number): (Side | null)[] {
  const runs: (Side | null)[] = periods.map(() => null)
  let [side, chance] = [null as Side | null, 1]
  let members: number[] = []
  for (const [at, period] of periods.entries()) {
    if (!isWatched(period)) continue
    const share = period.exposure / exposure
    const mean = total * share
    const now: Side | null = period.count > mean ? 'above' : period.count < mean ? 'below' : null
    if (now !== side) [side, chance, members] = [now, 1, []]
    if (now === null) continue
    members.push(at)
    chance *=
      now === 'above'
        ? atLeast(Math.floor(mean) + 1, total, share)
        : atLeast(total - Math.ceil(mean) + 1, total, 1 - share)
    if (chance <= level) for (const member of members) runs[member] = now
  }
  return runs
}
