import type { NotEstimable } from '../notEstimable'
import { symmetricInverse, zeros, type Matrix } from '../special/symmetricInverse'
import { climbedTo, type Climb } from './climbedTo'
import { checkClusters, episodeColumns, type EpisodeColumns, type LifeEpisode } from './lifeEpisodes'
import { sandwich } from './sandwich'

export type WeibullRegression = {
  readonly status: 'fitted'
  /** ln of the characteristic life where every cause is 0. */
  readonly intercept: number
  /** Logarithms of the ratio of lives per unit of each cause: above 0 lives longer. */
  readonly coefficients: readonly number[]
  /** 1/β. */
  readonly scale: number
  /** Of the intercept, the coefficients and ln scale, in this order. */
  readonly covariance: Matrix
  /** Logarithms of the ratio of hazards, −coefficient·β, and their standard errors. */
  readonly hazard: readonly { readonly logRatio: number; readonly error: number }[]
  readonly logLikelihood: number
  readonly failed: number
}

export type NoWeibullRegression = NotEstimable<'no-failures' | 'causes-not-separable' | 'no-maximum'>

/**
 * By which factor does each of several causes lengthen the lives of parts, the others held still, when all share the
 * shape of one Weibull law? ln t = intercept + Σ coefficient·cause + scale·W by maximum likelihood. Causes that change
 * during a life act on the hazard from then on.
 * @param episodes ages > 0 in one unit; see `LifeEpisode`
 * @param clusters as in `coxRegression`
 * @returns        `no-failures`; `causes-not-separable` where one follows from others or never varies; `no-maximum`
 *                 where a cause tells failed from surviving parts completely, or the shape has no bound
 * @throws         RangeError for broken ages, counts or causes
 * @source         Lawless (2003) ch. 6.3; as `survreg` of R survival prints it. Late entry: the survivor at entry divides
 */
export function weibullRegression(
  episodes: readonly LifeEpisode[],
  clusters: readonly number[] | null = null,
): WeibullRegression | NoWeibullRegression {
  checkClusters(episodes, clusters)
  const columns = episodeColumns(episodes)
  if (!episodes.some(({ failed, count = 1 }) => failed && count > 0))
    return { status: 'not-estimable', reason: 'no-failures' }
  if (columns === null) return { status: 'not-estimable', reason: 'causes-not-separable' }
  const { weight, exit, entry, events, causes } = columns
  // Ages in units of the age that would give as many failures at a constant rate.
  const unit = weight.reduce((sum, count, row) => sum + count * ((exit[row] ?? 0) - (entry[row] ?? 0)), 0) / events
  const logs = {
    exit: exit.map((age) => Math.log(age / unit)),
    entry: entry.map((age) => Math.log(age / unit)),
  }
  // z = e^d·ln t − a − Σ bₖxₖ: the hazard is concave in a and b, and e^d is the shape.
  const start = [0, ...causes.map(() => 0), 0]
  const top = climbedTo(start, (place) => slopesAt(columns, logs, place))
  const inverse = top === null ? null : symmetricInverse(top.slopes.information)
  if (top === null || inverse === null)
    return { status: 'not-estimable', reason: isSeparable(columns) ? 'no-maximum' : 'causes-not-separable' }
  const variance = clusters === null ? inverse : sandwich(inverse, slopesByCluster(columns, logs, top.place, clusters))
  return fittedAt(top, variance, columns, unit)
}

function fittedAt(
  top: { readonly place: readonly number[]; readonly slopes: Climb },
  inverse: Matrix,
  { causes, means, spreads, events }: EpisodeColumns,
  unit: number,
): WeibullRegression {
  const shape = Math.exp(top.place[causes.length + 1] ?? 0)
  const per = causes.map((_, k) => spreads[k] ?? 1)
  const hazard = per.map((spread, k) => ({
    logRatio: -(top.place[k + 1] ?? 0) / spread,
    error: Math.sqrt(inverse[k + 1]?.[k + 1] ?? 0) / spread,
  }))
  const coefficients = hazard.map(({ logRatio }) => -logRatio / shape)
  const intercept =
    (top.place[0] ?? 0) / shape +
    Math.log(unit) -
    coefficients.reduce((sum, coefficient, k) => sum + coefficient * (means[k] ?? 0), 0)
  return {
    status: 'fitted',
    intercept,
    coefficients,
    scale: 1 / shape,
    covariance: carriedOver(inverse, jacobian({ shape, per, means, level: top.place[0] ?? 0, coefficients })),
    hazard,
    logLikelihood: top.slopes.value - events * Math.log(unit),
    failed: events,
  }
}

interface LogAges {
  readonly exit: Float64Array
  /** −Infinity for parts watched from new. */
  readonly entry: Float64Array
}

function slopesAt(columns: EpisodeColumns, logs: LogAges, place: readonly number[]): Climb {
  const { failed, weight, causes } = columns
  const size = causes.length + 2
  const logShape = place[size - 1] ?? 0
  const shape = Math.exp(logShape)
  const sums: Sums = { value: 0, gradient: zeros(size), information: Array.from({ length: size }, () => zeros(size)) }
  const slope = zeros(size)
  slope[0] = -1
  for (let row = 0; row < weight.length; row += 1) {
    const w = weight[row] ?? 0
    const [end, start] = [shape * (logs.exit[row] ?? 0), shape * (logs.entry[row] ?? 0)]
    let level = place[0] ?? 0
    for (let k = 0; k < causes.length; k += 1) {
      const value = causes[k]?.[row] ?? 0
      level += value * (place[k + 1] ?? 0)
      slope[k + 1] = -value
    }
    if (failed[row] === 1) {
      sums.value += w * (end - level + logShape - (logs.exit[row] ?? 0))
      for (let i = 0; i < size - 1; i += 1) sums.gradient[i] = (sums.gradient[i] ?? 0) + w * (slope[i] ?? 0)
      sums.gradient[size - 1] = (sums.gradient[size - 1] ?? 0) + w * (end + 1)
      addTo(sums.information, size - 1, size - 1, -w * end)
    }
    addPower(sums, slope, end, w * Math.exp(end - level))
    if (start > -Infinity) addPower(sums, slope, start, -w * Math.exp(start - level))
  }
  return sums
}

interface Sums {
  value: number
  readonly gradient: number[]
  readonly information: number[][]
}

/**
 * Adds w·e^z, of which the survivor is made, with its sign.
 * @param slope of z by level and causes; its last place is filled with that by ln shape
 * @param z0    shape·ln t
 */
function addPower(sums: Sums, slope: number[], z0: number, power: number): void {
  const { gradient, information } = sums
  sums.value -= power
  const last = slope.length - 1
  slope[last] = z0
  for (let i = 0; i <= last; i += 1) {
    gradient[i] = (gradient[i] ?? 0) - power * (slope[i] ?? 0)
    for (let j = 0; j <= last; j += 1) addTo(information, i, j, power * (slope[i] ?? 0) * (slope[j] ?? 0))
  }
  addTo(information, last, last, power * z0)
}

function addTo(matrix: number[][], i: number, j: number, value: number): void {
  const row = matrix[i]
  if (row !== undefined) row[j] = (row[j] ?? 0) + value
}

/** The slopes again, each cluster by itself. */
function slopesByCluster(
  columns: EpisodeColumns,
  logs: LogAges,
  place: readonly number[],
  clusters: readonly number[],
): readonly (readonly number[])[] {
  const rows = new Map<number, number[]>()
  for (const [row, cluster] of clusters.entries()) {
    const known = rows.get(cluster)
    if (known === undefined) rows.set(cluster, [row])
    else known.push(row)
  }
  return [...rows.values()].map((of) => {
    const pick = (values: Float64Array): Float64Array => Float64Array.from(of, (row) => values[row] ?? 0)
    return slopesAt(
      {
        ...columns,
        failed: Uint8Array.from(of, (row) => columns.failed[row] ?? 0),
        weight: pick(columns.weight),
        causes: columns.causes.map(pick),
      },
      { exit: pick(logs.exit), entry: pick(logs.entry) },
      place,
    ).gradient
  })
}

/** Are the causes linearly independent, the constant among them? */
const isSeparable = ({ causes, weight }: EpisodeColumns): boolean =>
  symmetricInverse(
    causes.map((one) =>
      causes.map((other) => one.reduce((sum, value, row) => sum + (weight[row] ?? 0) * value * (other[row] ?? 0), 0)),
    ),
  ) !== null

interface Carrying {
  readonly shape: number
  readonly per: readonly number[]
  readonly means: readonly number[]
  readonly level: number
  readonly coefficients: readonly number[]
}

/** Derivatives of intercept, coefficients and ln scale by the level, the scaled causes and ln shape. */
function jacobian({ shape, per, means, level, coefficients }: Carrying): Matrix {
  const byCause = per.map((spread) => 1 / spread / shape)
  return [
    [
      1 / shape,
      ...byCause.map((part, k) => -part * (means[k] ?? 0)),
      -level / shape + coefficients.reduce((sum, coefficient, k) => sum + coefficient * (means[k] ?? 0), 0),
    ],
    ...byCause.map((part, k) => [0, ...byCause.map((_, l) => (k === l ? part : 0)), -(coefficients[k] ?? 0)]),
    [0, ...byCause.map(() => 0), -1],
  ]
}

/** JVJᵗ. */
const carriedOver = (variance: Matrix, by: Matrix): Matrix =>
  by.map((one) =>
    by.map((other) =>
      one.reduce((sum, a, i) => sum + a * other.reduce((inner, b, j) => inner + b * (variance[i]?.[j] ?? 0), 0), 0),
    ),
  )
