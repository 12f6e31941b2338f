import type { NotEstimable } from './notEstimable'
import type { ObservedSystem } from './observedSystem'
import { normalQuantile } from './special/normalQuantile'

export type McfStep = {
  readonly time: number
  readonly events: number
  readonly atRisk: number
  readonly mean: number
  /** Robust, between units; null where a single unit is at risk and nothing can be compared. */
  readonly variance: number | null
  readonly poissonVariance: number
  readonly bounds: readonly [number, number] | null
  /** On a log scale, which stays above 0. */
  readonly logBounds: readonly [number, number] | null
}

export type MeanCumulativeFunction = { readonly status: 'estimated'; readonly steps: readonly McfStep[] }

/**
 * How many failures has a unit had by each age, on average? No law is assumed, neither of the times nor of the
 * independence of failures of one unit. A unit is at risk up to and including its end.
 * @param systems    failure ages and the age at which watching ended, one unit of time each
 * @param confidence two-sided, pointwise, in (0, 1)
 * @returns          `no-failures`
 * @throws           RangeError for ends that are not positive or events outside [0, end]
 * @source           Nelson (1988, 1995); robust variance of Lawless & Nadeau (1995)
 */
export function meanCumulativeFunction(systems: readonly ObservedSystem[], confidence: number): MeanCumulativeFunction | NotEstimable<'no-failures'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const z = -normalQuantile((1 - confidence) / 2)
  const events: { time: number; unit: number }[] = []
  for (const [unit, { events: times, end }] of systems.entries()) {
    if (!(end > 0 && end < Infinity)) throw new RangeError(`end ${end} is not positive`)
    for (const time of times) {
      if (!(time >= 0 && time <= end)) throw new RangeError(`event ${time} is outside [0, ${end}]`)
      events.push({ time, unit })
    }
  }
  if (events.length === 0) return { status: 'not-estimable', reason: 'no-failures' }
  events.sort((a, b) => a.time - b.time)
  const byEnd = systems.map((_, unit) => unit).sort((a, b) => (systems[a]?.end ?? 0) - (systems[b]?.end ?? 0))

  // A unit's sum is what it adds beyond the mean. Units at risk all lose d/n² at an event, so their common part is kept
  // once, and the sum of squares follows from Σa and Σa²; a unit that leaves takes its final value with it.
  const own = new Float64Array(systems.length)
  let common = 0
  let sumOwn = 0
  let sumOwnSquares = 0
  let settled = 0
  let atRisk = systems.length
  let gone = 0
  let mean = 0
  let poissonVariance = 0
  const steps: McfStep[] = []
  for (let at = 0; at < events.length; ) {
    const time = events[at]?.time ?? 0
    while (gone < byEnd.length && (systems[byEnd[gone] ?? 0]?.end ?? Infinity) < time) {
      const unit = byEnd[gone] ?? 0
      settled += ((own[unit] ?? 0) - common) ** 2
      sumOwn -= own[unit] ?? 0
      sumOwnSquares -= (own[unit] ?? 0) ** 2
      atRisk -= 1
      gone += 1
    }
    let count = 0
    for (; at < events.length && events[at]?.time === time; at += 1) {
      const unit = events[at]?.unit ?? 0
      const before = own[unit] ?? 0
      own[unit] = before + 1 / atRisk
      sumOwn += 1 / atRisk
      sumOwnSquares += (own[unit] ?? 0) ** 2 - before ** 2
      count += 1
    }
    common += count / atRisk ** 2
    mean += count / atRisk
    poissonVariance += count / atRisk ** 2
    const variance = atRisk > 1 ? Math.max(0, settled + sumOwnSquares - 2 * common * sumOwn + atRisk * common ** 2) : null
    const error = variance === null ? null : Math.sqrt(variance)
    steps.push({
      time, events: count, atRisk, mean, variance, poissonVariance,
      bounds: error === null ? null : [mean - z * error, mean + z * error],
      logBounds: error === null ? null : [mean * Math.exp((-z * error) / mean), mean * Math.exp((z * error) / mean)],
    })
  }
  return { status: 'estimated', steps }
}

export type McfDifference = { readonly time: number; readonly difference: number; readonly bounds: readonly [number, number] | null }

/**
 * Do two groups of units fail equally often by an age? The difference of their mean cumulative functions; the variances
 * of separate groups add.
 * @param times ages to compare at
 * @throws      as `meanCumulativeFunction`
 * @source      Nelson (2003) ch. 6
 */
export function mcfDifference(first: readonly ObservedSystem[], second: readonly ObservedSystem[], times: readonly number[], confidence: number): readonly McfDifference[] {
  const z = -normalQuantile((1 - confidence) / 2)
  const [a, b] = [meanCumulativeFunction(first, confidence), meanCumulativeFunction(second, confidence)]
  const at = (mcf: typeof a, time: number): { mean: number; variance: number | null } => (mcf.status === 'estimated' ? mcf.steps.findLast((step) => step.time <= time) : undefined) ?? { mean: 0, variance: 0 }
  return times.map((time) => {
    const [one, two] = [at(a, time), at(b, time)]
    const difference = one.mean - two.mean
    const error = one.variance === null || two.variance === null ? null : Math.sqrt(one.variance + two.variance)
    return { time, difference, bounds: error === null ? null : [difference - z * error, difference + z * error] }
  })
}
