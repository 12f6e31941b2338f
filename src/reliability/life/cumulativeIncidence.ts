import type { NotEstimable } from '../notEstimable'
import { normalQuantile } from '../special/normalQuantile'
import { sortedOrder } from '../sortedOrder'
import { isBefore, isSameAge, weightAt, weightedLives, type LifeData } from './lifeData'

/** Lives whose failures are of several modes; the suspensions and entries are those of all. */
export type ModedLives = Omit<LifeData, 'failures' | 'failureCounts'> & {
  /** Ages at failure by mode; each mode one list. */
  readonly modes: readonly (readonly number[])[]
}

export type IncidenceStep = {
  readonly age: number
  readonly atRisk: number
  /** Failures of this mode at this age. */
  readonly failed: number
  /** Share of all parts that has failed in this mode by this age. */
  readonly share: number
  readonly standardError: number
  /** Two-sided, on a log-log scale, which stays between 0 and 1. */
  readonly lower: number
  readonly upper: number
}

export type CumulativeIncidence = {
  readonly status: 'estimated'
  /** By mode, at the ages at which it failed. */
  readonly modes: readonly (readonly IncidenceStep[])[]
}

/**
 * Which share of the parts has failed in each mode by each age, when a part that failed in one mode can no longer fail in
 * another? The shares add up to 1 less what is alive; 1 less Kaplan–Meier of a mode alone would be what could happen if no
 * other mode existed, and is larger.
 * @param confidence two-sided, in (0, 1)
 * @returns          `no-failures`
 * @throws           RangeError for broken ages, counts or confidence
 * @source           Aalen & Johansen (1978); variance by the delta method: Marubini & Valsecchi (1995) ch. 10.2
 */
export function cumulativeIncidence(
  lives: ModedLives,
  confidence: number,
): CumulativeIncidence | NotEstimable<'no-failures'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const { modes, ...others } = lives
  const all = weightedLives({ ...others, failures: modes.flat() }, false)
  if (all.failed === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const ages = agesOf(lives)
  const z = -normalQuantile((1 - confidence) / 2)
  return { status: 'estimated', modes: modes.map((_, mode) => stepsOf(ages, mode, z)) }
}

interface Age {
  readonly age: number
  readonly atRisk: number
  /** Of all modes, and of each. */
  readonly failed: number
  readonly byMode: readonly number[]
  /** Share alive just before. */
  readonly alive: number
}

function agesOf({ modes, ...others }: ModedLives): readonly Age[] {
  const all = weightedLives({ ...others, failures: modes.flat() }, false)
  const failures = modes.flatMap((of, mode) => of.map((age) => ({ age, mode })))
  const order = sortedOrder(Float64Array.from(failures, ({ age }) => age))
  const [sound, late] = [inOrder(all.suspensions, all.suspensionWeights), inOrder(all.entries, all.entryWeights)]
  let atRisk = all.units - late.reduce((sum, { weight }) => sum + weight, 0)
  let [left, come, alive] = [0, 0, 1]
  const ages: Age[] = []
  for (let at = 0; at < order.length;) {
    const age = failures[order[at] ?? 0]?.age ?? 0
    for (; isBefore(late[come]?.age ?? Infinity, age); come += 1) atRisk += late[come]?.weight ?? 0
    for (; isBefore(sound[left]?.age ?? Infinity, age); left += 1) atRisk -= sound[left]?.weight ?? 0
    const byMode = modes.map(() => 0)
    let failed = 0
    for (; at < order.length && isSameAge(failures[order[at] ?? 0]?.age ?? 0, age); at += 1) {
      const mode = failures[order[at] ?? 0]?.mode ?? 0
      byMode[mode] = (byMode[mode] ?? 0) + 1
      failed += 1
    }
    if (!(atRisk >= failed)) throw new RangeError(`more failed at age ${age} than were under watch`)
    ages.push({ age, atRisk, failed, byMode, alive })
    alive *= 1 - failed / atRisk
    atRisk -= failed
  }
  return ages
}

function inOrder(ages: LifeData['failures'], weights: LifeData['failures'] | null) {
  return Array.from(ages, (age, at) => ({ age, weight: weightAt(weights, at) })).toSorted((a, b) => a.age - b.age)
}

/**
 * With G = Σ d/(n(n − d)) and the like added up over the ages, the sums over (F(t) − F(tⱼ)) follow from sums of F(tⱼ) and F(tⱼ)².
 */
function stepsOf(ages: readonly Age[], mode: number, z: number): readonly IncidenceStep[] {
  let [share, own] = [0, 0]
  let [g0, g1, g2, c0, c1] = [0, 0, 0, 0, 0]
  return ages.flatMap(({ age, atRisk, failed, byMode, alive }): readonly IncidenceStep[] => {
    const count = byMode[mode] ?? 0
    share += (alive * count) / atRisk
    // The last part alive: nothing after it can vary any more.
    const greenwood = atRisk > failed ? failed / (atRisk * (atRisk - failed)) : 0
    g0 += greenwood
    g1 += greenwood * share
    g2 += greenwood * share * share
    own += (alive ** 2 * count * (atRisk - count)) / atRisk ** 3
    const cross = (alive * count) / atRisk ** 2
    c0 += cross
    c1 += cross * share
    if (count === 0) return []
    const variance = share * share * g0 - 2 * share * g1 + g2 + own - 2 * (share * c0 - c1)
    const standardError = Math.sqrt(Math.max(0, variance))
    const log = Math.log(share)
    const width = share < 1 ? (z * standardError) / (share * log) : 0
    return [
      {
        age,
        atRisk,
        failed: count,
        share,
        standardError,
        lower: share ** Math.exp(-width),
        upper: share ** Math.exp(width),
      },
    ]
  })
}
