/** What a set of lives says: the Weibull law with bounds, its plot, other laws beside it, and what to beware of. */
import { adjustedRanks } from '../reliability/life/medianRanks'
import { kaplanMeier, type NullableInterval } from '../reliability/life/kaplanMeier'
import type { LifeData } from '../reliability/life/lifeData'
import type { FittedLaw, Interval } from '../reliability/life/fittedLaw'
import { rankRegression } from '../reliability/life/rankRegression'
import { rankedDistributions, type RankedDistribution } from '../reliability/life/rankedDistributions'
import { chiSquareCdf } from '../reliability/special/chiSquareCdf'
import { weibayes, type Weibayes } from '../reliability/life/weibayes'
import { weibullFit, type WeibullFit } from '../reliability/life/weibullFit'
import { weibullLikelihoodBounds } from '../reliability/life/weibullLikelihoodBounds'
import { weibullWithThreshold } from '../reliability/life/weibullWithThreshold'
import type { NoLifeFit } from '../reliability/life/lifeFit'
import type { NotEstimable } from '../reliability/notEstimable'
import type { Reason } from '../reliability/reasons'
import type { LawBeside, LifeQuestion } from './lifeQuestion'
import { CONFIDENCE } from './nodeFigures'

export interface PlotPoint {
  readonly age: number
  /** Share failed by this age, as plotted. */
  readonly failed: number
}

export interface Percentile {
  readonly share: number
  readonly life: number
  readonly lower: number
  readonly upper: number
}

export interface CurvePoint extends PlotPoint {
  readonly lower: number
  readonly upper: number
}

/** The fitted law without its functions, so that it can pass between threads. */
export type FittedWeibull = Omit<WeibullFit, 'life'> & {
  readonly law: FittedLaw
  readonly logLikelihood: number
  readonly percentiles: readonly Percentile[]
  readonly curve: readonly CurvePoint[]
}

/** Bounds around the same law by the ratio of likelihoods; 0 or Infinity where nothing bounds that side. */
export interface RatioBounds {
  readonly beta: Interval
  readonly eta: Interval
  /** By share; close enough to draw a line through their bounds. */
  readonly percentiles: readonly Percentile[]
}

export interface OtherLaw {
  readonly kind: LawBeside
  readonly beta: number
  readonly eta: number
  /** Life before which nothing fails; 0 for the lines. */
  readonly gamma: number
  /** Of the regression; null for the law with a threshold. */
  readonly rSquared: number | null
  /** Of the law with a threshold, to lay beside the ranking; null for the lines. */
  readonly aicc: number | null
  readonly curve: readonly PlotPoint[]
}

export interface LifeAnalysis {
  readonly failed: number
  readonly suspended: number
  readonly leftTruncated: number
  readonly fit: FittedWeibull | NoLifeFit | NotEstimable<'parts-not-identified'>
  /** Null unless asked for, or where nothing could be fitted. */
  readonly ratio: RatioBounds | null
  /** Null unless asked for; a reason where there is no such law. */
  readonly beside: OtherLaw | { readonly kind: LawBeside; readonly reason: Reason | 'left-truncated' } | null
  /** One per failure, by age; with parts that came under watch late the middle of the product-limit steps. */
  readonly points: readonly PlotPoint[]
  readonly positions: 'benard' | 'product-limit'
  readonly ranking: readonly RankedDistribution[]
  /** For few failures: the scale when the shape is given, and its one-sided lower bound. Null when there is nothing to learn from. */
  readonly weibayes: (Weibayes & { readonly beta: number }) | null
  readonly verdict: 'early' | 'wear-out' | 'undecided' | null
  readonly isFew: boolean
  /** The points bend away from one straight line. */
  readonly isBent: boolean
}

/** Below this many failures a fit only indicates. */
export const FEW_FAILURES = 5
export const PERCENTILES = [0.01, 0.05, 0.1, 0.5, 0.632, 0.9] as const
const CURVE_POINTS = 60
/** Squared correlation on the paper below which one line does not describe the points. */
const STRAIGHT = 0.88

const weigh = (ages: LifeData['failures'], counts: LifeData['failures'] | undefined): number =>
  counts === undefined ? ages.length : Array.from(counts).reduce((sum, count) => sum + count, 0)

const countsOf = (data: LifeData): Pick<LifeAnalysis, 'failed' | 'suspended' | 'leftTruncated'> => ({
  failed: weigh(data.failures, data.failureCounts),
  suspended: weigh(data.suspensions, data.suspensionCounts),
  leftTruncated: weigh(data.entries ?? [], data.entryCounts),
})

/** Ages of which nobody knows whose they are: they are counted, and nothing is concluded from them. */
export const withoutIdentity = (data: LifeData): LifeAnalysis => ({
  ...countsOf(data),
  fit: { status: 'not-estimable', reason: 'parts-not-identified' },
  ratio: null,
  beside: null,
  points: [],
  positions: 'benard',
  ranking: [],
  weibayes: null,
  verdict: null,
  isFew: false,
  isBent: false,
})

export function lifeAnalysis(data: LifeData, { weibayesBeta, bounds, beside }: LifeQuestion): LifeAnalysis {
  const counts = countsOf(data)
  const { failed, suspended, leftTruncated } = counts
  const found = weibullFit(data, CONFIDENCE)
  const { points, positions } = plotPoints(data, leftTruncated > 0)
  return {
    ...counts,
    points,
    positions,
    fit: found.status === 'fitted' ? plain(found, points) : found,
    ranking: failed < 2 ? [] : rankedDistributions(data),
    ratio: bounds === 'ratio' && found.status === 'fitted' ? ratioBounds(data) : null,
    beside:
      beside === null || failed === 0
        ? null
        : leftTruncated > 0
          ? { kind: beside, reason: 'left-truncated' }
          : otherLaw(data, beside, agesDrawn(points, found.status === 'fitted' ? found.eta : null)),
    weibayes: failed + suspended === 0 ? null : { ...weibayes(data, weibayesBeta, CONFIDENCE), beta: weibayesBeta },
    verdict:
      found.status !== 'fitted'
        ? null
        : found.betaBounds[1] < 1
          ? 'early'
          : found.betaBounds[0] > 1
            ? 'wear-out'
            : 'undecided',
    isFew: failed < FEW_FAILURES,
    isBent: failed >= 2 * FEW_FAILURES && straightness(points) < STRAIGHT,
  }
}

/** Ages at which curves are drawn: a little beyond the points on both sides, even on a log scale. */
function agesDrawn(points: readonly PlotPoint[], eta: number | null): readonly number[] {
  const first = points[0]?.age ?? eta ?? 1
  const last = Math.max(points.at(-1)?.age ?? eta ?? 1, first * 2)
  const [from, to] = [Math.log(first) - 0.4, Math.log(last) + 0.4]
  return Array.from({ length: CURVE_POINTS + 1 }, (_, at) => Math.exp(from + ((to - from) * at) / CURVE_POINTS))
}

function plain({ life, ...fit }: WeibullFit, points: readonly PlotPoint[]): FittedWeibull {
  const { distribution, mu, sigma, varianceMu, varianceSigma, covariance, confidence, logLikelihood } = life
  return {
    ...fit,
    logLikelihood,
    law: { distribution, mu, sigma, varianceMu, varianceSigma, covariance, confidence },
    percentiles: PERCENTILES.map((share): Percentile => {
      const { life: age, bounds } = life.percentileLife(share)
      return { share, life: age, lower: bounds[0], upper: bounds[1] }
    }),
    curve: agesDrawn(points, fit.eta).map((age) => {
      const { reliability, bounds } = life.reliabilityAt(age)
      return { age, failed: 1 - reliability, lower: 1 - bounds[1], upper: 1 - bounds[0] }
    }),
  }
}

/** Shares at which the bounds by ratio are worked out: those of the table, and enough between them for a line. */
const RATIO_SHARES = [0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.632, 0.8, 0.9, 0.97, 0.99, 0.999] as const

const unlimited = ([lower, upper]: NullableInterval): Interval => [lower ?? 0, upper ?? Infinity]

function ratioBounds(data: LifeData): RatioBounds | null {
  const found = weibullLikelihoodBounds(data, CONFIDENCE)
  if (found.status !== 'estimated') return null
  return {
    beta: unlimited(found.beta),
    eta: unlimited(found.eta),
    percentiles: RATIO_SHARES.map((share): Percentile => {
      const { life, bounds } = found.percentile(share)
      const [lower, upper] = unlimited(bounds)
      return { share, life, lower, upper }
    }),
  }
}

function otherLaw(data: LifeData, kind: LawBeside, ages: readonly number[]): LifeAnalysis['beside'] {
  const drawn = (beta: number, eta: number, gamma: number): readonly PlotPoint[] =>
    ages
      .filter((age) => age > gamma)
      .map((age) => ({ age, failed: -Math.expm1(-(((age - gamma) / eta) ** beta)) }))
      .filter(({ failed }) => failed > 0 && failed < 1)
  if (kind === 'threshold') {
    const found = weibullWithThreshold(data)
    if (found.status !== 'fitted') return { kind, reason: found.reason }
    const { beta, eta, gamma, criteria } = found
    return { kind, beta, eta, gamma, rSquared: null, aicc: criteria.aicc, curve: drawn(beta, eta, gamma) }
  }
  const found = rankRegression(data, 'weibull', 'benard', kind === 'rank-x' ? 'xOnY' : 'yOnX')
  if (found.status !== 'fitted') return { kind, reason: found.reason }
  const [beta, eta] = [1 / found.sigma, Math.exp(found.mu)]
  return { kind, beta, eta, gamma: 0, rSquared: found.rSquared, aicc: null, curve: drawn(beta, eta, 0) }
}

function plotPoints(data: LifeData, isLeftTruncated: boolean): Pick<LifeAnalysis, 'points' | 'positions'> {
  if (!isLeftTruncated)
    return { positions: 'benard', points: adjustedRanks(data).map(({ age, benard }) => ({ age, failed: benard })) }
  let before = 1
  const points = kaplanMeier(data, CONFIDENCE).flatMap(({ age, failed, survival }) => {
    const from = before
    before = survival
    return Array.from({ length: failed }, (_, at) => ({
      age,
      failed: 1 - from + ((from - survival) * (at + 0.5)) / failed,
    }))
  })
  return { positions: 'product-limit', points }
}

function straightness(points: readonly PlotPoint[]): number {
  const xy = points.map(({ age, failed }) => [Math.log(age), Math.log(-Math.log1p(-failed))] as const)
  const mean = (f: (x: number, y: number) => number): number => xy.reduce((sum, [x, y]) => sum + f(x, y), 0) / xy.length
  const [mx, my] = [mean((x) => x), mean((_, y) => y)]
  const spread = mean((x) => (x - mx) ** 2) * mean((_, y) => (y - my) ** 2)
  return spread > 0 ? mean((x, y) => (x - mx) * (y - my)) ** 2 / spread : 1
}

export interface Comparison {
  readonly failed: readonly [number, number]
  readonly beta: readonly [number, number]
  /** Twice the gain in log-likelihood of two Weibull laws over one; χ² with two degrees when one law would do. */
  readonly chiSquare: number
  readonly p: number
}

/** Do two groups of lives share one Weibull law? The likelihood-ratio test; null with fewer than two failures in either. */
export function compareGroups(first: LifeData, second: LifeData): Comparison | null {
  if (first.failures.length < 2 || second.failures.length < 2) return null
  const counts = ({ suspensions, suspensionCounts }: LifeData): readonly number[] =>
    Array.from(suspensions, (_, at) => suspensionCounts?.[at] ?? 1)
  const entryCountsOf = ({ entries = [], entryCounts }: LifeData): readonly number[] =>
    Array.from(entries, (_, at) => entryCounts?.[at] ?? 1)
  const both: LifeData = {
    failures: [...first.failures, ...second.failures],
    suspensions: [...first.suspensions, ...second.suspensions],
    suspensionCounts: [...counts(first), ...counts(second)],
    entries: [...(first.entries ?? []), ...(second.entries ?? [])],
    entryCounts: [...entryCountsOf(first), ...entryCountsOf(second)],
  }
  const [one, other, together] = [
    weibullFit(first, CONFIDENCE),
    weibullFit(second, CONFIDENCE),
    weibullFit(both, CONFIDENCE),
  ]
  if (one.status !== 'fitted' || other.status !== 'fitted' || together.status !== 'fitted') return null
  const chiSquare = Math.max(0, 2 * (one.life.logLikelihood + other.life.logLikelihood - together.life.logLikelihood))
  return {
    failed: [one.life.failed, other.life.failed],
    beta: [one.beta, other.beta],
    chiSquare,
    p: chiSquareCdf(chiSquare, 2, 'upper'),
  }
}
