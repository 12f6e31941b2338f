import { chiSquareQuantile } from '../special/chiSquareQuantile'
import { rootBetween } from '../special/rootBetween'
import type { NullableInterval } from './kaplanMeier'
import { weightAt, weightedLives, type LifeData } from './lifeData'
import { SMALLEST_SHAPE } from './weibullMaximum'
import type { NoLifeFit } from './lifeFit'
import { weibullFit, type WeibullFit } from './weibullFit'

export type WeibullLikelihoodBounds = {
  readonly status: 'estimated'
  readonly fit: WeibullFit
  /** An end is null where the likelihood never falls far enough on that side: nothing bounds it. */
  readonly beta: NullableInterval
  readonly eta: NullableInterval
  /** By which age a share in (0, 1) has failed. */
  readonly percentile: (p: number) => { readonly life: number; readonly bounds: NullableInterval }
}

/** Beyond e^±700 an age is no number any more. */
const FARTHEST_LOG = 700
const AGES = [-FARTHEST_LOG, FARTHEST_LOG] as const
const STEP = 0.5

/** The sample as the likelihood sees it: Σ w·e^{β(ln t − center)} and its slope by β say all of it. */
interface Sample {
  readonly fit: WeibullFit
  readonly failures: number
  /** Σ ln t of the failures, from the center. */
  readonly sumLogs: number
  /** ln η at the maximum; logs are taken from there, so that powers stay numbers. */
  readonly center: number
  readonly powers: (beta: number, from: number) => readonly [sum: number, slope: number]
  /** The likelihood at the edge of the region, less its terms that depend on no parameter. */
  readonly edge: number
}

/**
 * Likelihood-ratio bounds of the Weibull law: all values whose best likelihood lies within ½χ²(C; 1) of the maximum.
 * Better than Fisher's for few failures, because they need not be symmetric.
 * @throws as `lifeFit`
 * @source Meeker & Escobar (1998) ch. 8.3
 */
export function weibullLikelihoodBounds(data: LifeData, confidence: number): WeibullLikelihoodBounds | NoLifeFit {
  const fit = weibullFit(data, confidence)
  if (fit.status === 'not-estimable') return fit
  const sample = sampleOf(data, fit, confidence)
  const beta = bounds((log) => bestForShape(sample, Math.exp(log)) - sample.edge, Math.log(fit.beta), STEP, [
    Math.log(SMALLEST_SHAPE),
    FARTHEST_LOG,
  ])
  const [low, high] = beta
  const isWatchedFromNew = fit.life.units > 0 && (data.entries ?? []).length === 0
  const known = new Map<number, ReturnType<Sample['powers']>>()
  /** The ends of the region are asked for every share. */
  const remembered: Sample['powers'] = (shape, from) => {
    const sums = known.get(shape) ?? sample.powers(shape, from)
    known.set(shape, sums)
    return sums
  }
  const boundsOf = (logLife: number, q: number): NullableInterval =>
    isWatchedFromNew && low !== null && high !== null
      ? boundsOnEdge({ ...sample, powers: remembered }, Math.log(q), low, high)
      : bounds((log) => bestForLife(sample, log, q) - sample.edge, logLife, STEP / fit.beta, AGES)
  return {
    status: 'estimated',
    fit,
    beta,
    eta: boundsOf(Math.log(fit.eta), 1),
    percentile: (p) => {
      const { life } = fit.life.percentileLife(p)
      return { life, bounds: boundsOf(Math.log(life), -Math.log1p(-p)) }
    },
  }
}

function sampleOf(data: LifeData, fit: WeibullFit, confidence: number): Sample {
  const lives = weightedLives(data, true)
  const center = Math.log(fit.eta)
  const logs = Float64Array.from(
    [...lives.failures, ...lives.suspensions, ...lives.entries],
    (age) => Math.log(age) - center,
  )
  const weights = Float64Array.from([
    ...Array.from(lives.failures, (_, at) => weightAt(lives.failureWeights, at)),
    ...Array.from(lives.suspensions, (_, at) => weightAt(lives.suspensionWeights, at)),
    ...Array.from(lives.entries, (_, at) => -weightAt(lives.entryWeights, at)),
  ])
  let sumLogs = 0
  for (let at = 0; at < lives.failures.length; at += 1) sumLogs += (logs[at] ?? 0) * (weights[at] ?? 0)
  const powers = (beta: number, from: number): readonly [sum: number, slope: number] => {
    let [sum, slope] = [0, 0]
    for (let at = 0; at < logs.length; at += 1) {
      const log = (logs[at] ?? 0) - from
      const term = (weights[at] ?? 0) * Math.exp(beta * log)
      sum += term
      slope += term * log
    }
    return [sum, slope]
  }
  const sample = { fit, failures: lives.failed, sumLogs, center, powers, edge: 0 }
  return { ...sample, edge: bestForShape(sample, fit.beta) - chiSquareQuantile(confidence, 1) / 2 }
}

/** Best likelihood for a fixed shape: the scale then has a closed form. */
function bestForShape({ failures, sumLogs, powers }: Sample, beta: number): number {
  const logScale = Math.log(powers(beta, 0)[0] / failures) / beta
  return failures * Math.log(beta) - failures * beta * logScale + beta * sumLogs - failures
}

/** Best likelihood when the age by which −ln R = q is fixed: concave in the shape. q = 1 is the scale itself. */
function bestForLife({ fit, failures, sumLogs, center, powers }: Sample, logLife: number, q: number): number {
  const from = logLife - center
  const slopeAt = (beta: number): number => failures / beta + sumLogs - failures * from - q * powers(beta, from)[1]
  let low = fit.beta
  while (slopeAt(low) < 0) low /= 2
  let high = fit.beta
  while (slopeAt(high) > 0) high *= 2
  const beta = low === high ? low : rootBetween(slopeAt, low, high)
  return failures * (Math.log(beta) + Math.log(q) - beta * from) + beta * sumLogs - q * powers(beta, from)[0]
}

/**
 * Ends of a life by walking the edge of the region itself. With a = β·ln η and b = β the likelihood is concave and a
 * life is (a + ln q)/b, so that on the upper and on the lower edge one shape is the farthest: there the likelihood
 * and the life rise in the same direction. One sum of powers a step, where the nested search needs dozens.
 */
function boundsOnEdge(sample: Sample, logQ: number, low: number, high: number): NullableInterval {
  const { failures, sumLogs, center, powers } = sample
  const end = (side: 1 | -1): number => {
    const at = (beta: number): { readonly log: number; readonly ahead: number } => {
      const [sum, slope] = powers(beta, 0)
      const top = Math.log(sum / failures)
      const room = failures * Math.log(beta) - failures * top + beta * sumLogs - failures - sample.edge
      const a = top + edgeFrom(Math.max(0, room) / failures, side)
      const weight = Math.exp(-a)
      const [byA, byB] = [weight * sum - failures, failures / beta + sumLogs - weight * slope]
      return { log: (a + logQ) / beta, ahead: byA * (a + logQ) + byB * beta }
    }
    const beta = at(low).ahead > 0 && at(high).ahead < 0 ? rootBetween((b) => at(b).ahead, low, high) : null
    const logs = [at(low).log, at(high).log, ...(beta === null ? [] : [at(beta).log])]
    return Math.exp(center + (side === 1 ? Math.max(...logs) : Math.min(...logs)))
  }
  return [end(-1), end(1)]
}

/** The root of e^(−v) − 1 + v = gap on one side of 0. */
function edgeFrom(gap: number, side: 1 | -1): number {
  if (gap === 0) return 0
  // For a small gap v²/2; far out v grows as the gap above, as its logarithm below.
  let v = side === 1 ? Math.max(Math.sqrt(2 * gap), gap) : -Math.min(Math.sqrt(2 * gap), Math.log1p(gap) + 1)
  for (let turn = 0; turn < 60; turn += 1) {
    const value = Math.expm1(-v) + v - gap
    const move = value / -Math.expm1(-v)
    v -= move
    if (Math.abs(move) <= 1e-15 * Math.abs(v)) break
  }
  return v
}

/** Where a function that is positive at the center falls to zero on either side; null where it never does. */
function bounds(
  gap: (log: number) => number,
  center: number,
  step: number,
  [least, most]: readonly [number, number],
): NullableInterval {
  const end = (direction: 1 | -1): number | null => {
    let [inside, stride] = [center, step]
    for (;;) {
      const next = inside + direction * stride
      if (!(next > least && next < most)) return null
      const found = gap(next)
      if (Number.isNaN(found)) return null
      if (found <= 0) return Math.exp(rootBetween(gap, inside, next))
      inside = next
      stride *= 1.5
    }
  }
  return [end(-1), end(1)]
}
