import { zeros, type Matrix } from '../special/symmetricInverse'
import type { EpisodeColumns } from './lifeEpisodes'
import { eachEventAge, shareLeft, type RiskOrder } from './riskSets'
import { sandwich } from './sandwich'

/** Σ of hazard increments, and of these times the mean cause, over all ages of failure up to one. */
interface Cumulative {
  readonly ages: readonly number[]
  readonly hazard: readonly number[]
  readonly means: readonly (readonly number[])[]
}

/**
 * The covariance of Cox's coefficients when episodes of one cluster hang together: from what each cluster adds to the
 * slopes at the top.
 * @param inverse of the information, in the same units as `columns`
 * @source Lin & Wei (1989): score residuals, summed by cluster; ties share the steps of Efron
 * Never throws: what it reads has been checked.
 */
export function coxByCluster(
  columns: EpisodeColumns,
  order: RiskOrder,
  place: readonly number[],
  inverse: Matrix,
  clusters: readonly number[],
): Matrix {
  const { entry, exit, failed, weight, causes } = columns
  const { ages, hazard, means } = cumulative(columns, order, place)
  const sums = new Map<number, number[]>()
  for (let row = 0; row < exit.length; row += 1) {
    const w = weight[row] ?? 0
    if (w === 0) continue
    const cluster = clusters[row] ?? 0
    const sum = sums.get(cluster) ?? zeros(causes.length)
    sums.set(cluster, sum)
    const [from, to] = [lastUpTo(ages, entry[row] ?? 0), lastUpTo(ages, exit[row] ?? 0)]
    const score = causes.reduce((of, cause, k) => of + (cause[row] ?? 0) * (place[k] ?? 0), 0)
    const power = Math.exp(score)
    const run = (hazard[to] ?? 0) - (hazard[from] ?? 0)
    for (let k = 0; k < causes.length; k += 1) {
      const x = causes[k]?.[row] ?? 0
      const mean = (means[to]?.[k] ?? 0) - (means[from]?.[k] ?? 0)
      const atEnd = failed[row] === 1 ? x - meanAt({ hazard, means }, to, k) : 0
      sum[k] = (sum[k] ?? 0) + w * (atEnd - power * (x * run - mean))
    }
  }
  return sandwich(inverse, [...sums.values()])
}

function cumulative(columns: EpisodeColumns, order: RiskOrder, place: readonly number[]): Cumulative {
  const steps: { readonly age: number; readonly hazard: number; readonly means: readonly number[] }[] = []
  eachEventAge(columns, order, place, ({ age, deaths, risk, dying }) => {
    const parts = Math.max(1, Math.round(deaths))
    let hazard = 0
    const sum = zeros(columns.causes.length)
    for (let step = 0; step < parts; step += 1) {
      const { s0, means } = shareLeft(risk, dying, step / parts)
      const part = deaths / parts / s0
      hazard += part
      for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] ?? 0) + part * (means[k] ?? 0)
    }
    steps.push({ age, hazard, means: sum })
  })
  steps.reverse()
  const [hazard, means] = [[0], [zeros(columns.causes.length)]]
  for (const [at, step] of steps.entries()) {
    hazard.push((hazard[at] ?? 0) + step.hazard)
    means.push(step.means.map((value, k) => value + (means[at]?.[k] ?? 0)))
  }
  return { ages: steps.map(({ age }) => age), hazard, means }
}

/** Mean of a cause among those at risk at the age that ends a step. */
const meanAt = ({ hazard, means }: Omit<Cumulative, 'ages'>, to: number, k: number): number =>
  ((means[to]?.[k] ?? 0) - (means[to - 1]?.[k] ?? 0)) / ((hazard[to] ?? 0) - (hazard[to - 1] ?? 0))

/** How many ages are at most this one, or it but for rounding. */
function lastUpTo(ages: readonly number[], age: number): number {
  const most = age * (1 + 1e-12)
  let [from, to] = [0, ages.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((ages[middle] ?? Infinity) <= most) from = middle + 1
    else to = middle
  }
  return from
}
