import { normalQuantile } from '../special/normalQuantile'
import { sortedOrder } from '../sortedOrder'
import { isBefore, isSameAge, weightAt, weightedLives, type Ages, type LifeData } from './lifeData'

export type NullableInterval = readonly [lower: number | null, upper: number | null]

export type SurvivalStep = {
  readonly age: number
  readonly atRisk: number
  readonly failed: number
  readonly survival: number
  /** Greenwood; null once nobody is left alive. */
  readonly standardError: number | null
  readonly plain: NullableInterval
  readonly log: NullableInterval
  readonly logLog: NullableInterval
  /** Nelson–Aalen. */
  readonly cumulativeHazard: number
  readonly cumulativeHazardError: number
}

const NONE: NullableInterval = [null, null]

/**
 * Which share is alive at each age, assuming no law: Kaplan–Meier with three kinds of pointwise bounds (log-log keeps
 * inside 0 to 1 and is recommended), and the Nelson–Aalen cumulative hazard. Empty without a failure.
 * @param data       ages ≥ 0; parts that came under watch late are at risk from their entry on
 * @param confidence two-sided, in (0, 1)
 * @throws           RangeError for broken ages, counts or confidence
 * @source           Kaplan & Meier (1958), Greenwood (1926), Nelson (1969), Aalen (1978); bounds as R survival prints them
 */
export function kaplanMeier(data: LifeData, confidence: number): readonly SurvivalStep[] {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const z = -normalQuantile((1 - confidence) / 2)
  const lives = weightedLives(data, false)
  const failures = inOrder(lives.failures, lives.failureWeights)
  const suspensions = inOrder(lives.suspensions, lives.suspensionWeights)
  const entries = inOrder(lives.entries, lives.entryWeights)

  const steps: SurvivalStep[] = []
  let atRisk = lives.units - entries.total
  let [left, entered] = [0, 0]
  let survival = 1
  let greenwood = 0
  let hazard = 0
  let hazardVariance = 0
  for (let at = 0; at < failures.ages.length;) {
    const age = failures.ages[at] ?? 0
    // A part is at risk from just after it came under watch up to and including its own age.
    for (; isBefore(entries.ages[entered] ?? Infinity, age); entered += 1) atRisk += weightAt(entries.weights, entered)
    for (; isBefore(suspensions.ages[left] ?? Infinity, age); left += 1) atRisk -= weightAt(suspensions.weights, left)
    let failed = 0
    for (; at < failures.ages.length && isSameAge(failures.ages[at] ?? 0, age); at += 1)
      failed += weightAt(failures.weights, at)
    if (failed === 0) continue
    survival *= 1 - failed / atRisk
    greenwood += atRisk > failed ? failed / (atRisk * (atRisk - failed)) : Infinity
    hazard += failed / atRisk
    hazardVariance += failed / atRisk ** 2
    steps.push({
      age,
      atRisk,
      failed,
      survival,
      cumulativeHazard: hazard,
      cumulativeHazardError: Math.sqrt(hazardVariance),
      ...bounds(survival, greenwood, z),
    })
    atRisk -= failed
  }
  return steps
}

function inOrder(
  ages: Ages,
  weights: Ages | null,
): { readonly ages: Float64Array; readonly weights: Float64Array | null; readonly total: number } {
  const values = Float64Array.from(ages)
  if (weights === null) return { ages: values.sort(), weights: null, total: values.length }
  const order = sortedOrder(values)
  const sorted = Float64Array.from(order, (at) => weights[at] ?? 0)
  return {
    ages: Float64Array.from(order, (at) => values[at] ?? 0),
    weights: sorted,
    total: sorted.reduce((sum, weight) => sum + weight, 0),
  }
}

function bounds(
  survival: number,
  greenwood: number,
  z: number,
): Pick<SurvivalStep, 'standardError' | 'plain' | 'log' | 'logLog'> {
  if (survival <= 0 || !Number.isFinite(greenwood)) return { standardError: null, plain: NONE, log: NONE, logLog: NONE }
  const relative = Math.sqrt(greenwood)
  const error = survival * relative
  const logLog = relative / Math.log(survival)
  return {
    standardError: error,
    plain: [Math.max(0, survival - z * error), Math.min(1, survival + z * error)],
    log: [survival * Math.exp(-z * relative), Math.min(1, survival * Math.exp(z * relative))],
    logLog: survival === 1 ? NONE : [survival ** Math.exp(-z * logLog), survival ** Math.exp(z * logLog)],
  }
}
