import type { NotEstimable } from './notEstimable'
import { normalCdf } from './special/normalCdf'
import { normalQuantile } from './special/normalQuantile'

/** A stretch of time, before or after a step: what failed on which exposure, and when, in any unit of time. */
export type PeriodCount = {
  readonly failures: number
  readonly exposure: number
  readonly time: number
  readonly isAfter: boolean
}

export type EffectWithTrend = {
  readonly status: 'estimated'
  /** Rate after over before, with what the trend alone did taken off. */
  readonly ratio: number
  readonly lower: number
  readonly upper: number
  /** Standard error of the logarithm of the ratio. */
  readonly errorLog: number
  /** How the logarithm of the rate changes per unit of time, and the two-sided p of no change. */
  readonly trend: number
  readonly trendP: number
}

/**
 * By how much did the rate step at an action, when it was rising or falling anyway? Poisson regression of counts with
 * log exposure as offset: ln rate = a + b·time + c·after, by maximum likelihood; the ratio is e^c with Wald bounds.
 * @param periods    whole counts ≥ 0, exposure ≥ 0 (periods without any say nothing), time in any unit
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-exposure` when a side was not watched, `no-failures` when a side has none, so that no step has a
 *                   greatest likelihood; `no-maximum` when step and trend cannot be told apart
 * @throws           RangeError for broken counts, exposure, times or confidence
 * @source           McCullagh & Nelder (1989) ch. 6; Wagner et al., Segmented regression of interrupted time series,
 *                   J Clin Pharm Ther 27, 2002
 */
export function effectWithTrend(
  periods: readonly PeriodCount[],
  confidence: number,
): EffectWithTrend | NotEstimable<'no-exposure' | 'no-failures' | 'no-maximum'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  for (const { failures, exposure, time } of periods)
    if (!(
      Number.isSafeInteger(failures) &&
      failures >= 0 &&
      exposure >= 0 &&
      exposure < Infinity &&
      Math.abs(time) < Infinity
    ))
      throw new RangeError(`${failures} failures over ${exposure} at ${time} is no period`)
  const watched = periods.filter(({ exposure }) => exposure > 0)
  const sides = [false, true].map((isAfter) => watched.filter((period) => period.isAfter === isAfter))
  if (sides.some((side) => side.length === 0)) return { status: 'not-estimable', reason: 'no-exposure' }
  if (sides.some((side) => side.every(({ failures }) => failures === 0)))
    return { status: 'not-estimable', reason: 'no-failures' }

  const mean = watched.reduce((sum, { time }) => sum + time, 0) / watched.length
  const reach = Math.max(...watched.map(({ time }) => Math.abs(time - mean)))
  const rows = watched.map(({ failures, exposure, time, isAfter }) => ({
    failures,
    offset: Math.log(exposure),
    at: [1, reach > 0 ? (time - mean) / reach : 0, isAfter ? 1 : 0] as const,
  }))
  const total = (of: readonly PeriodCount[], what: 'failures' | 'exposure'): number =>
    of.reduce((sum, period) => sum + period[what], 0)
  let place: Vector = [Math.log(total(watched, 'failures') / total(watched, 'exposure')), 0, 0]
  for (let turn = 0; turn < 60; turn += 1) {
    const { gradient, information } = slopes(rows, place)
    const inverse = inverted(information)
    if (inverse === null) break
    const step = times(inverse, gradient)
    // Far from the top a whole step overshoots, as counts grow exponentially.
    const shrink = Math.min(1, 2 / Math.max(...step.map(Math.abs)))
    place = [place[0] + shrink * step[0], place[1] + shrink * step[1], place[2] + shrink * step[2]]
    if (!step.every((part, k) => Math.abs(part) <= 1e-12 * (1 + Math.abs(place[k] ?? 0)))) continue
    const z = -normalQuantile((1 - confidence) / 2)
    const [errorTrend, errorLog] = [Math.sqrt(inverse[1][1]), Math.sqrt(inverse[2][2])]
    const [ratio, lower, upper] = [0, -z, z].map((wide) => Math.exp(place[2] + wide * errorLog))
    const bounds = [ratio ?? 0, lower ?? 0, upper ?? 0] as const
    if (!bounds.every((value) => value > 0 && value < Infinity)) break
    return {
      status: 'estimated',
      ratio: bounds[0],
      lower: bounds[1],
      upper: bounds[2],
      errorLog,
      trend: place[1] / reach,
      trendP: 2 * normalCdf(-Math.abs(place[1] / errorTrend)),
    }
  }
  return { status: 'not-estimable', reason: 'no-maximum' }
}

type Vector = readonly [number, number, number]
type Matrix = readonly [Vector, Vector, Vector]
type Row = { readonly failures: number; readonly offset: number; readonly at: Vector }

function slopes(rows: readonly Row[], [a, b, c]: Vector): { readonly gradient: Vector; readonly information: Matrix } {
  const gradient: [number, number, number] = [0, 0, 0]
  const information: [number[], number[], number[]] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ]
  for (const { failures, offset, at } of rows) {
    const expected = Math.exp(offset + a + b * at[1] + c * at[2])
    for (const [k, value] of at.entries()) {
      gradient[k] = (gradient[k] ?? 0) + (failures - expected) * value
      for (const [l, other] of at.entries()) {
        const line = information[k] ?? []
        line[l] = (line[l] ?? 0) + expected * value * other
      }
    }
  }
  return { gradient, information: information as unknown as Matrix }
}

const times = ([x, y, z]: Matrix, v: Vector): Vector => {
  const dot = (row: Vector): number => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]
  return [dot(x), dot(y), dot(z)]
}

/** By cofactors; null where step, trend and level are not three things. */
function inverted([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix | null {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
  if (!(determinant > 1e-10 * a * e * i)) return null
  const of = (value: number): number => value / determinant
  return [
    [of(e * i - f * h), of(c * h - b * i), of(b * f - c * e)],
    [of(f * g - d * i), of(a * i - c * g), of(c * d - a * f)],
    [of(d * h - e * g), of(b * g - a * h), of(a * e - b * d)],
  ]
}
