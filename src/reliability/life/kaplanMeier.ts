import { normalQuantile } from '../special/normalQuantile'
import { weightedLives, type LifeData } from './lifeData'

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
 * @param confidence two-sided, in (0, 1)
 * @throws           RangeError for broken ages, counts or confidence
 * @source           Kaplan & Meier (1958), Greenwood (1926), Nelson (1969), Aalen (1978); bounds as R survival prints them
 */
export function kaplanMeier(data: LifeData, confidence: number): readonly SurvivalStep[] {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const z = -normalQuantile((1 - confidence) / 2)
  const lives = weightedLives(data, false)
  const ends = new Map<number, { failed: number; suspended: number }>()
  const note = (age: number, failed: number, suspended: number): void => {
    const known = ends.get(age) ?? { failed: 0, suspended: 0 }
    ends.set(age, { failed: known.failed + failed, suspended: known.suspended + suspended })
  }
  for (const [at, age] of lives.failures.entries()) note(age, lives.failureWeights[at] ?? 0, 0)
  for (const [at, age] of lives.suspensions.entries()) note(age, 0, lives.suspensionWeights[at] ?? 0)

  const steps: SurvivalStep[] = []
  let atRisk = lives.units
  let survival = 1
  let greenwood = 0
  let hazard = 0
  let hazardVariance = 0
  for (const [age, { failed, suspended }] of [...ends].sort((a, b) => a[0] - b[0])) {
    if (failed > 0) {
      survival *= 1 - failed / atRisk
      greenwood += atRisk > failed ? failed / (atRisk * (atRisk - failed)) : Infinity
      hazard += failed / atRisk
      hazardVariance += failed / atRisk ** 2
      steps.push({ age, atRisk, failed, survival, cumulativeHazard: hazard, cumulativeHazardError: Math.sqrt(hazardVariance), ...bounds(survival, greenwood, z) })
    }
    atRisk -= failed + suspended
  }
  return steps
}

function bounds(survival: number, greenwood: number, z: number): Pick<SurvivalStep, 'standardError' | 'plain' | 'log' | 'logLog'> {
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
