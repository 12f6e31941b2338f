import type { Interval } from './life/fittedLaw'
import type { NotEstimable } from './notEstimable'
import { chiSquareQuantile } from './special/chiSquareQuantile'
import { normalQuantile } from './special/normalQuantile'
import { studentQuantile } from './special/studentQuantile'

export type RepairTimes = {
  readonly status: 'estimated'
  readonly repairs: number
  /** Of the logarithms, by maximum likelihood. */
  readonly mu: number
  readonly sigma: number
  /** Half of the repairs take no longer. */
  readonly median: number
  readonly medianBounds: Interval
  /** Mean time to repair, MTTR. */
  readonly mean: number
  readonly meanBounds: Interval
  readonly meanFisher: Interval
  /** 95 of 100 repairs take no longer. */
  readonly m95: number
  readonly m95Bounds: Interval
  readonly m95Fisher: Interval
}

const M95 = 0.95
/** Logarithms closer than this are one value. */
const NO_SPREAD = 1e-9

/**
 * How long do repairs take? The lognormal law, as maintainability is told by: mean, median, and what 95 of 100 keep to.
 * Two sets of bounds: `…Bounds` put the exact intervals of mean and deviation of the logarithms together (MOVER), which
 * hold with few repairs too; `…Fisher` from the information, as printed by other programs, too narrow below some thirty.
 *
 * @param hours      each above 0, any unit
 * @param confidence two-sided, in (0, 1)
 * @returns          `too-few-repairs` below two, `identical-hours` where nothing scatters
 * @throws           RangeError for times or a confidence that are none
 * @source           MIL-HDBK-470A; Fisher: Meeker & Escobar (1998) ch. 8; MOVER: Zou, Taleban & Huo (2009), Donner & Zou (2010)
 */
export function repairTimes(
  hours: readonly number[],
  confidence: number,
): RepairTimes | NotEstimable<'too-few-repairs' | 'identical-hours'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const broken = hours.find((value) => !(value > 0 && value < Infinity))
  if (broken !== undefined) throw new RangeError(`${broken} h is no repair time`)
  const n = hours.length
  if (n < 2) return { status: 'not-estimable', reason: 'too-few-repairs' }
  const logs = hours.map((value) => Math.log(value))
  const mu = logs.reduce((sum, log) => sum + log, 0) / n
  const squares = logs.reduce((sum, log) => sum + (log - mu) ** 2, 0)
  const sigma = Math.sqrt(squares / n)
  if (sigma < NO_SPREAD) return { status: 'not-estimable', reason: 'identical-hours' }
  const z = -normalQuantile((1 - confidence) / 2)
  const outside = (1 - confidence) / 2
  const k = normalQuantile(M95)
  const around = (middle: number, below: number, above: number): Interval => [
    Math.exp(middle - below),
    Math.exp(middle + above),
  ]
  const evenly = (middle: number, variance: number): Interval =>
    around(middle, z * Math.sqrt(variance), z * Math.sqrt(variance))

  const variance = squares / (n - 1)
  const t = studentQuantile(1 - outside, n - 1)
  const deviation = Math.sqrt(variance)
  const meanError = (z * z * variance) / n
  const [low, high] = [
    squares / chiSquareQuantile(outside, n - 1, 'upper'),
    squares / chiSquareQuantile(outside, n - 1),
  ]
  const moved = (middle: number, below: number, above: number): Interval =>
    around(middle, Math.sqrt(meanError + below ** 2), Math.sqrt(meanError + above ** 2))
  const found: RepairTimes = {
    status: 'estimated',
    repairs: n,
    mu,
    sigma,
    median: Math.exp(mu),
    medianBounds: around(mu, t * Math.sqrt(variance / n), t * Math.sqrt(variance / n)),
    mean: Math.exp(mu + (sigma * sigma) / 2),
    meanBounds: moved(mu + variance / 2, (variance - low) / 2, (high - variance) / 2),
    meanFisher: evenly(mu + (sigma * sigma) / 2, (sigma * sigma) / n + sigma ** 4 / (2 * n)),
    m95: Math.exp(mu + k * sigma),
    m95Bounds: moved(mu + k * deviation, k * (deviation - Math.sqrt(low)), k * (Math.sqrt(high) - deviation)),
    m95Fisher: evenly(mu + k * sigma, (sigma * sigma) / n + (k * k * sigma * sigma) / (2 * n)),
  }
  const figures = [found.mean, found.m95, ...found.meanBounds, ...found.m95Bounds, ...found.meanFisher]
  if (!figures.every(Number.isFinite)) throw new RangeError('these times scatter beyond what a double can hold')
  return found
}
