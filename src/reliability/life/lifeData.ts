/** Ages or counts; a `Float64Array` is read where it lies and never copied into objects. */
export type Ages = readonly number[] | Float64Array

/**
 * Lives of parts: ages at failure, and ages of parts still working when watching stopped (suspensions). Counts say how
 * many parts share an age; without them every entry is one part.
 *
 * `entries` are the ages at which parts came under watch that were already running then (left truncation): one for
 * each such part, in any order, whether it failed or not. A part without an entry was watched from age 0. Leaving
 * entries out where records begin later than service makes early failures look rare.
 */
export type LifeData = {
  readonly failures: Ages
  readonly suspensions: Ages
  readonly failureCounts?: Ages
  readonly suspensionCounts?: Ages
  readonly entries?: Ages
  readonly entryCounts?: Ages
}

export type WeightedLives = {
  readonly failures: Ages
  /** null: one part each. */
  readonly failureWeights: Ages | null
  readonly suspensions: Ages
  readonly suspensionWeights: Ages | null
  readonly entries: Ages
  readonly entryWeights: Ages | null
  /** All parts, and those that failed. */
  readonly units: number
  readonly failed: number
}

/** Ages that differ by rounding alone, as sums of distances do, are one age: 0.1 + 0.2 and 0.3. */
const ROUNDING = 1e-12
export const isSameAge = (one: number, other: number): boolean =>
  Math.abs(one - other) <= ROUNDING * Math.max(Math.abs(one), Math.abs(other))

export const isBefore = (one: number, other: number): boolean => one < other && !isSameAge(one, other)

/** How many parts an entry stands for; one each where nobody counted. */
export const weightAt = (weights: Ages | null, at: number): number => (weights === null ? 1 : (weights[at] ?? 0))

const NONE: readonly number[] = []

/**
 * The lives with their counts checked, and how many parts there are and failed: what every fit begins with.
 * @param isPositive ages must be above 0, as lives on a log scale need; below 0 nothing has an age
 * @throws           RangeError for an age or count that is not one, or entries that no part can have
 */
export function weightedLives(data: LifeData, isPositive: boolean): WeightedLives {
  const { failures, suspensions, failureCounts = null, suspensionCounts = null } = data
  checkAges(failures, isPositive)
  checkAges(suspensions, isPositive)
  const failed = checkedTotal(failures, failureCounts)
  const units = failed + checkedTotal(suspensions, suspensionCounts)
  const { entries, entryWeights } = delayedEntries(data)
  if (entries.length > 0) {
    if (checkedTotal(entries, entryWeights) > units * (1 + 1e-12))
      throw new RangeError('more parts came under watch late than there are')
    if (latest(entries) >= Math.max(latest(failures), latest(suspensions)))
      throw new RangeError('a part came under watch after the last age')
  }
  return {
    failures,
    failureWeights: failureCounts,
    suspensions,
    suspensionWeights: suspensionCounts,
    entries,
    entryWeights,
    failed,
    units,
  }
}

/** @throws RangeError when parts came under watch late: what rests on ranks among all parts has no answer then */
export function watchedFromNew(data: LifeData): void {
  if (delayedEntries(data).entries.length > 0) throw new RangeError('ranks need parts that were watched from age 0')
}

function delayedEntries({ entries = NONE, entryCounts }: LifeData): {
  readonly entries: Ages
  readonly entryWeights: Ages | null
} {
  checkAges(entries, false)
  if (!entries.every((age: number) => age >= 0)) throw new RangeError('a part cannot come under watch before age 0')
  if (!entries.includes(0)) return { entries, entryWeights: entryCounts ?? null }
  const late = Array.from(entries, (age, at) => ({ age, weight: weightAt(entryCounts ?? null, at) })).filter(
    ({ age }) => age > 0,
  )
  return { entries: late.map(({ age }) => age), entryWeights: late.map(({ weight }) => weight) }
}

/** The largest age; −Infinity where there is none. */
export function latest(ages: Ages): number {
  let most = -Infinity
  for (let at = 0; at < ages.length; at += 1) most = Math.max(most, ages[at] ?? -Infinity)
  return most
}

function checkAges(ages: Ages, isPositive: boolean): void {
  for (let at = 0; at < ages.length; at += 1) {
    const age = ages[at] ?? Number.NaN
    if (!(isPositive ? age > 0 : age >= 0) || age === Infinity)
      throw new RangeError(`age ${age} is not ${isPositive ? 'positive' : 'an age'}`)
  }
}

function checkedTotal(ages: Ages, counts: Ages | null): number {
  if (counts === null) return ages.length
  if (counts.length !== ages.length) throw new RangeError('every age needs its count')
  let total = 0
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] ?? Number.NaN
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`count ${count} is not a count`)
    total += count
  }
  return total
}
