/**
 * Lives of parts: ages at failure, and ages of parts still working when watching stopped (suspensions). Counts say how
 * many parts share an age; without them every entry is one part.
 */
export type LifeData = {
  readonly failures: readonly number[]
  readonly suspensions: readonly number[]
  readonly failureCounts?: readonly number[]
  readonly suspensionCounts?: readonly number[]
}

export type WeightedLives = {
  readonly failures: readonly number[]
  readonly failureWeights: readonly number[]
  readonly suspensions: readonly number[]
  readonly suspensionWeights: readonly number[]
  /** All parts, and those that failed. */
  readonly units: number
  readonly failed: number
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/**
 * @param isPositive ages must be above 0, as lives on a log scale need
 * @throws RangeError for an age or count that is not one
 */
export function weightedLives(data: LifeData, isPositive: boolean): WeightedLives {
  const failureWeights = data.failureCounts ?? data.failures.map(() => 1)
  const suspensionWeights = data.suspensionCounts ?? data.suspensions.map(() => 1)
  if (failureWeights.length !== data.failures.length || suspensionWeights.length !== data.suspensions.length) throw new RangeError('every age needs its count')
  const brokenAge = [...data.failures, ...data.suspensions].find((age) => !(Number.isFinite(age) && (age > 0 || !isPositive)))
  if (brokenAge !== undefined) throw new RangeError(`age ${brokenAge} is not ${isPositive ? 'positive' : 'a number'}`)
  const brokenCount = [...failureWeights, ...suspensionWeights].find((count) => !(count >= 0 && count < Infinity))
  if (brokenCount !== undefined) throw new RangeError(`count ${brokenCount} is not a count`)
  const failed = total(failureWeights)
  return { failures: data.failures, failureWeights, suspensions: data.suspensions, suspensionWeights, failed, units: failed + total(suspensionWeights) }
}
