import type { NotEstimable } from '../notEstimable'
import { chiSquareCdf } from '../special/chiSquareCdf'
import { quadratic, symmetricInverse, zeros } from '../special/symmetricInverse'
import { sortedOrder } from '../sortedOrder'
import { isSameAge, weightAt, weightedLives, type Ages, type LifeData, type WeightedLives } from './lifeData'

export type LogRank = {
  readonly status: 'estimated'
  readonly chiSquare: number
  readonly degrees: number
  readonly p: number
  /** In the order of the groups. */
  readonly groups: readonly {
    readonly units: number
    readonly failed: number
    /** Failures the group would have had, had all groups shared one hazard at each age. */
    readonly expected: number
  }[]
}

/**
 * Do several groups of lives have the same hazard at every age? No law is assumed. Parts that came under watch late are
 * at risk from their entry on.
 * @param groups ages ≥ 0 in one unit; a group may have no failure
 * @returns      `fewer-than-two-groups` where not two groups have parts; `no-failures`; `no-common-ages` where no
 *               failure happened at an age that two groups were watched at, so that nothing was compared
 * @throws       RangeError for broken ages or counts
 * @source       Mantel (1966); Peto & Peto (1972); hypergeometric variance, as `survdiff` in R survival. Late entry:
 *               Klein & Moeschberger (2003) ch. 7.3
 */
export function logRank(
  groups: readonly LifeData[],
): LogRank | NotEstimable<'fewer-than-two-groups' | 'no-failures' | 'no-common-ages'> {
  const lives = groups.map((data) => weightedLives(data, false))
  if (lives.filter(({ units }) => units > 0).length < 2)
    return { status: 'not-estimable', reason: 'fewer-than-two-groups' }
  const failed = lives.reduce((sum, group) => sum + group.failed, 0)
  if (failed === 0) return { status: 'not-estimable', reason: 'no-failures' }

  const { expected, excess, variance } = comparedAtAges(lives)
  // What one group lacks the others have: one of them says nothing new, and groups never at risk say nothing at all.
  const said = variance.flatMap((row, group) => ((row[group] ?? 0) > 1e-12 * failed ? [group] : [])).slice(1)
  const inverse = symmetricInverse(said.map((i) => said.map((j) => variance[i]?.[j] ?? 0)))
  if (said.length === 0 || inverse === null) return { status: 'not-estimable', reason: 'no-common-ages' }
  const chiSquare = Math.max(
    0,
    quadratic(
      inverse,
      said.map((group) => excess[group] ?? 0),
    ),
  )
  return {
    status: 'estimated',
    chiSquare,
    degrees: said.length,
    p: chiSquareCdf(chiSquare, said.length, 'upper'),
    groups: lives.map((group, at) => ({ units: group.units, failed: group.failed, expected: expected[at] ?? 0 })),
  }
}

/** Failures of each group beyond what its share of those at risk had let expect, over all ages, and their variance. */
function comparedAtAges(lives: readonly WeightedLives[]): Omit<AtAge, 'dying' | 'atRisk'> {
  const events = changesOf(lives)
  const none = (): number[] => zeros(lives.length)
  const atRisk = lives.map(({ units, entries, entryWeights }) => units - total(entries, entryWeights))
  const sums = { expected: none(), excess: none(), variance: lives.map(none) }
  for (let at = 0; at < events.length;) {
    const age = events[at]?.age ?? 0
    const changed: Readonly<Record<Change['kind'], number[]>> = { fail: none(), leave: none(), come: none() }
    for (let change = events[at]; change !== undefined && isSameAge(change.age, age); change = events[at]) {
      const counts = changed[change.kind]
      counts[change.group] = (counts[change.group] ?? 0) + change.weight
      at += 1
    }
    const { fail: dying, leave, come } = changed
    addAge({ ...sums, dying, atRisk })
    // A part is at risk up to and including its own age, and from just after its entry on.
    for (const [group, count] of dying.entries())
      atRisk[group] = (atRisk[group] ?? 0) - count - (leave[group] ?? 0) + (come[group] ?? 0)
  }
  return sums
}

interface AtAge {
  readonly dying: readonly number[]
  readonly atRisk: readonly number[]
  readonly expected: number[]
  readonly excess: number[]
  readonly variance: number[][]
}

function addAge({ dying, atRisk, expected, excess, variance }: AtAge): void {
  const failed = dying.reduce((sum, count) => sum + count, 0)
  const watched = atRisk.reduce((sum, count) => sum + count, 0)
  if (failed === 0 || !(watched > 0)) return
  const shares = atRisk.map((count) => count / watched)
  const spread = watched > 1 ? (failed * (watched - failed)) / (watched - 1) : 0
  for (const [i, share] of shares.entries()) {
    expected[i] = (expected[i] ?? 0) + failed * share
    excess[i] = (excess[i] ?? 0) + (dying[i] ?? 0) - failed * share
    const row = variance[i] ?? []
    for (const [j, other] of shares.entries()) row[j] = (row[j] ?? 0) + spread * ((i === j ? share : 0) - share * other)
  }
}

interface Change {
  readonly age: number
  readonly group: number
  readonly kind: 'fail' | 'leave' | 'come'
  readonly weight: number
}

/** Every part that fails, leaves or comes, by age. */
function changesOf(lives: readonly WeightedLives[]): readonly Change[] {
  const changes: Change[] = []
  const add = (ages: Ages, weights: Ages | null, group: number, kind: Change['kind']): void => {
    for (let at = 0; at < ages.length; at += 1) {
      const weight = weightAt(weights, at)
      if (weight > 0) changes.push({ age: ages[at] ?? 0, group, kind, weight })
    }
  }
  for (const [group, one] of lives.entries()) {
    add(one.failures, one.failureWeights, group, 'fail')
    add(one.suspensions, one.suspensionWeights, group, 'leave')
    add(one.entries, one.entryWeights, group, 'come')
  }
  return Array.from(sortedOrder(Float64Array.from(changes, ({ age }) => age)), (at) => changes[at]).flatMap((change) =>
    change === undefined ? [] : [change],
  )
}

const total = (ages: Ages, weights: Ages | null): number => {
  let sum = 0
  for (let at = 0; at < ages.length; at += 1) sum += weightAt(weights, at)
  return sum
}
