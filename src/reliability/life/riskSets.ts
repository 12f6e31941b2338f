import { sortedOrder } from '../sortedOrder'
import { zeros } from '../special/symmetricInverse'
import type { EpisodeColumns } from './lifeEpisodes'
import { isBefore, isSameAge } from './lifeData'

export interface RiskOrder {
  /** Places of the episodes from the latest end, and from the latest entry. */
  readonly byExit: Uint32Array
  readonly byEntry: Uint32Array
}

export const riskOrder = ({ exit, entry }: EpisodeColumns): RiskOrder => ({
  byExit: sortedOrder(exit).reverse(),
  byEntry: sortedOrder(entry).reverse(),
})

/** Σ w·e^{xβ} of those at risk, and the same times x and xxᵗ. */
export interface Sums {
  s0: number
  readonly s1: Float64Array
  readonly s2: Float64Array
}

const emptySums = (width: number): Sums => ({
  s0: 0,
  s1: new Float64Array(width),
  s2: new Float64Array(width * width),
})

/** What failed at one age, and who was at risk then. */
export interface EventAge {
  readonly age: number
  readonly deaths: number
  /** Σ of xβ and of x over those that failed. */
  readonly score: number
  readonly sumX: readonly number[]
  readonly risk: Sums
  readonly dying: Sums
}

/**
 * Visits every age at which something failed, from the latest to the earliest. A part is at risk from just after its entry up
 * to and including its end; sums are the visitor's until the next visit.
 */
export function eachEventAge(
  columns: EpisodeColumns,
  { byExit, byEntry }: RiskOrder,
  place: readonly number[],
  visit: (at: EventAge) => void,
): void {
  const { entry, exit, failed, weight, causes } = columns
  const width = causes.length
  const [risk, dying, sumX] = [emptySums(width), emptySums(width), zeros(width)]
  let [come, gone] = [0, 0]
  while (come < byExit.length) {
    const age = exit[byExit[come] ?? 0] ?? 0
    clear(dying)
    sumX.fill(0)
    let [deaths, score] = [0, 0]
    for (; come < byExit.length && isSameAge(exit[byExit[come] ?? 0] ?? 0, age); come += 1) {
      const row = byExit[come] ?? 0
      const own = addEpisode(risk, columns, row, place, 1)
      if (failed[row] !== 1) continue
      const count = weight[row] ?? 0
      addEpisode(dying, columns, row, place, 1)
      deaths += count
      score += count * own
      for (let k = 0; k < width; k += 1) sumX[k] = (sumX[k] ?? 0) + count * (causes[k]?.[row] ?? 0)
    }
    if (deaths === 0) continue
    // Who came under watch at this age or later was not at risk yet.
    for (; gone < byEntry.length && !isBefore(entry[byEntry[gone] ?? 0] ?? 0, age); gone += 1)
      addEpisode(risk, columns, byEntry[gone] ?? 0, place, -1)
    visit({ age, deaths, score, sumX, risk, dying })
  }
}

function clear(sums: Sums): void {
  sums.s0 = 0
  sums.s1.fill(0)
  sums.s2.fill(0)
}

/** @returns xβ of the episode */
function addEpisode(
  sums: Sums,
  { causes, weight }: EpisodeColumns,
  row: number,
  place: readonly number[],
  sign: number,
): number {
  const width = causes.length
  let score = 0
  for (let k = 0; k < width; k += 1) score += (causes[k]?.[row] ?? 0) * (place[k] ?? 0)
  const share = sign * (weight[row] ?? 0) * Math.exp(score)
  sums.s0 += share
  for (let k = 0; k < width; k += 1) {
    const part = share * (causes[k]?.[row] ?? 0)
    sums.s1[k] = (sums.s1[k] ?? 0) + part
    for (let l = 0; l <= k; l += 1)
      sums.s2[k * width + l] = (sums.s2[k * width + l] ?? 0) + part * (causes[l]?.[row] ?? 0)
  }
  return score
}

/** Means and spread of the causes among those at risk, of whom a share of those that fail has left. */
export function shareLeft(risk: Sums, dying: Sums, left: number) {
  const width = risk.s1.length
  const s0 = risk.s0 - left * dying.s0
  const means = Array.from(risk.s1, (sum, k) => (sum - left * (dying.s1[k] ?? 0)) / s0)
  const spread = new Float64Array(width * width)
  for (let k = 0; k < width; k += 1)
    for (let l = 0; l <= k; l += 1) {
      const at = k * width + l
      spread[at] = ((risk.s2[at] ?? 0) - left * (dying.s2[at] ?? 0)) / s0 - (means[k] ?? 0) * (means[l] ?? 0)
    }
  return { s0, means, spread }
}
