import type { NotEstimable } from '../notEstimable'
import { chiSquareCdf } from '../special/chiSquareCdf'
import { quadratic, symmetricInverse, times, zeros, type Matrix } from '../special/symmetricInverse'
import { climbedTo } from './climbedTo'
import { coxByCluster } from './coxByCluster'
import { checkClusters, episodeColumns, type EpisodeColumns, type LifeEpisode } from './lifeEpisodes'
import { eachEventAge, riskOrder, shareLeft, type EventAge, type RiskOrder } from './riskSets'

export type ProportionalityTest = { readonly chiSquare: number; readonly degrees: number; readonly p: number }

export type CoxRegression = {
  readonly status: 'fitted'
  /** Logarithms of the ratio of hazards per unit of each cause. */
  readonly coefficients: readonly number[]
  readonly covariance: Matrix
  readonly logLikelihood: number
  /** Twice the gain over no cause at all; χ² with as many degrees as causes when none matters. */
  readonly likelihoodRatio: number
  readonly failed: number
  /** Does each ratio stay the same at every age, and all of them together? Null where that cannot be told. */
  readonly proportional: readonly (ProportionalityTest | null)[]
  readonly allProportional: ProportionalityTest | null
}

export type NoCoxRegression = NotEstimable<'no-failures' | 'causes-not-separable' | 'no-maximum'>

/**
 * By which factor does each of several causes change the hazard, the others held still, without any law of age?
 * Cox's partial likelihood with Efron's ties; parts are at risk from just after their entry on.
 * @param episodes ages in one unit; see `LifeEpisode`
 * @param clusters one number an episode: episodes of one cluster (train) may hang together, and the covariance is then robust
 *                 against it, with the factor c/(c − 1) of c clusters; without them every episode is taken as independent
 * @returns        `no-failures`; `causes-not-separable` where one follows from others or never varies; `no-maximum` where
 *                 a cause tells failed from surviving parts completely
 * @throws         RangeError for broken ages, counts or causes
 * @source         Cox (1972); Efron (1977); proportionality: score test of Grambsch & Therneau (1994) against a
 *                 coefficient that changes with ln age, as `cox.zph` of R survival 3 computes it; robust covariance: Lin & Wei (1989)
 */
export function coxRegression(
  episodes: readonly LifeEpisode[],
  clusters: readonly number[] | null = null,
): CoxRegression | NoCoxRegression {
  checkClusters(episodes, clusters)
  const columns = episodeColumns(episodes)
  if (!episodes.some(({ failed, count = 1 }) => failed && count > 0))
    return { status: 'not-estimable', reason: 'no-failures' }
  if (columns === null) return { status: 'not-estimable', reason: 'causes-not-separable' }
  const { spreads, causes } = columns
  const sets = riskOrder(columns)
  const start = causes.map(() => 0)
  const atNone = partialLikelihood(columns, sets, start)
  if (symmetricInverse(atNone.information) === null) return { status: 'not-estimable', reason: 'causes-not-separable' }
  const top = climbedTo(start, (place) => partialLikelihood(columns, sets, place))
  const inverse = top === null ? null : symmetricInverse(top.slopes.information)
  if (top === null || inverse === null) return { status: 'not-estimable', reason: 'no-maximum' }
  const per = (at: number): number => spreads[at] ?? 1
  const covariance = clusters === null ? inverse : coxByCluster(columns, sets, top.place, inverse, clusters)
  return {
    status: 'fitted',
    coefficients: top.place.map((value, at) => value / per(at)),
    covariance: covariance.map((row, i) => row.map((value, j) => value / per(i) / per(j))),
    logLikelihood: top.slopes.value,
    likelihoodRatio: Math.max(0, 2 * (top.slopes.value - atNone.value)),
    failed: columns.events,
    ...proportionality(partialLikelihood(columns, sets, top.place, true), inverse),
  }
}

interface Slopes {
  readonly value: number
  readonly gradient: readonly number[]
  readonly information: Matrix
  /** With ln age as a factor of every cause: the gradient there, and information by it once and twice. */
  readonly aged: { readonly gradient: readonly number[]; readonly once: Matrix; readonly twice: Matrix } | null
}

function partialLikelihood(
  columns: EpisodeColumns,
  order: RiskOrder,
  place: readonly number[],
  isAged = false,
): Slopes {
  const total = gathered(columns.causes.length, isAged ? meanLogAge(columns) : null)
  eachEventAge(columns, order, place, total.addAge)
  return total.slopes()
}

function meanLogAge({ exit, failed, weight, events }: EpisodeColumns): number {
  let sum = 0
  for (let row = 0; row < exit.length; row += 1)
    if (failed[row] === 1) sum += (weight[row] ?? 0) * Math.log(exit[row] ?? 1)
  return sum / events
}

/**
 * What the ages at which something failed add to the likelihood and its slopes.
 * @param centre of ln age, where its effect on the causes is wanted; else null
 */
function gathered(width: number, centre: number | null) {
  const square = (): number[][] => Array.from({ length: width }, () => zeros(width))
  const [information, once, twice] = [square(), square(), square()]
  const [gradient, aged] = [zeros(width), zeros(width)]
  const sums = {
    value: 0,
    addAge: ({ age, deaths, score, sumX, risk, dying }: EventAge): void => {
      sums.value += score
      const late = centre === null ? 0 : Math.log(age) - centre
      addScaled(gradient, sumX, 1)
      addScaled(aged, sumX, late)
      // Efron: those that fail together leave one after the other, each a share of all of them.
      const steps = Math.max(1, Math.round(deaths))
      for (let step = 0; step < steps; step += 1) {
        const { s0, means, spread } = shareLeft(risk, dying, step / steps)
        const each = deaths / steps
        sums.value -= each * Math.log(s0)
        addScaled(gradient, means, -each)
        addScaled(aged, means, -late * each)
        for (let k = 0; k < width; k += 1)
          for (let l = 0; l <= k; l += 1) {
            const part = each * (spread[k * width + l] ?? 0)
            addBoth(information, k, l, part)
            if (centre === null) continue
            addBoth(once, k, l, late * part)
            addBoth(twice, k, l, late * late * part)
          }
      }
    },
    slopes: (): Slopes => ({
      value: sums.value,
      gradient,
      information,
      aged: centre === null ? null : { gradient: aged, once, twice },
    }),
  }
  return sums
}

function addScaled(to: number[], values: readonly number[], by: number): void {
  for (let k = 0; k < to.length; k += 1) to[k] = (to[k] ?? 0) + by * (values[k] ?? 0)
}

function addBoth(matrix: number[][], k: number, l: number, value: number): void {
  const [row, other] = [matrix[k], matrix[l]]
  if (row !== undefined) row[l] = (row[l] ?? 0) + value
  if (k !== l && other !== undefined) other[k] = (other[k] ?? 0) + value
}

/** Score tests of coefficients that change with ln age, with what the constant ones explain taken off. */
function proportionality({ aged }: Slopes, inverse: Matrix): Pick<CoxRegression, 'proportional' | 'allProportional'> {
  if (aged === null) return { proportional: [], allProportional: null }
  const { gradient, once, twice } = aged
  const explained = once.map((row) => times(inverse, row))
  const rest = twice.map((row, i) =>
    row.map((value, j) => value - (once[i] ?? []).reduce((sum, part, k) => sum + part * (explained[j]?.[k] ?? 0), 0)),
  )
  const testOf = (chiSquare: number, degrees: number): ProportionalityTest | null =>
    Number.isFinite(chiSquare) && chiSquare >= 0
      ? { chiSquare, degrees, p: chiSquareCdf(chiSquare, degrees, 'upper') }
      : null
  const all = symmetricInverse(rest)
  return {
    // One coefficient may change while the others stay.
    proportional: gradient.map((slope, k) => {
      const spread = rest[k]?.[k] ?? 0
      return spread > 1e-11 * (twice[k]?.[k] ?? 0) ? testOf(slope ** 2 / spread, 1) : null
    }),
    allProportional: all === null ? null : testOf(quadratic(all, gradient), gradient.length),
  }
}
