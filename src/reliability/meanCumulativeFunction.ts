import type { NotEstimable } from './notEstimable'
import type { ObservedSystem } from './observedSystem'
import { sortedOrder } from './sortedOrder'
import { normalQuantile } from './special/normalQuantile'

/** `start`: the age at which watching began, where it was not 0. */
export type WatchedUnit = ObservedSystem & { readonly start?: number }

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
 * independence of failures of one unit. A unit is at risk from the
 * age at which watching began up to and including its end.
 * @param systems    failure ages and the age at which watching ended, one unit of time each
 * @param confidence two-sided, pointwise, in (0, 1)
 * @returns          `no-failures`
 * @throws           RangeError for units not watched at all or events outside their watch
 * @source           Nelson (1988, 1995); robust variance of Lawless & Nadeau (1995)
 */
export function meanCumulativeFunction(systems: readonly WatchedUnit[], confidence: number): MeanCumulativeFunction | NotEstimable<'no-failures'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const z = -normalQuantile((1 - confidence) / 2)
  let count = 0
  for (const { events, start = 0, end } of systems) {
    if (!(end > start && start >= 0 && end < Infinity)) throw new RangeError(`a unit cannot be watched from ${start} to ${end}`)
    count += events.length
  }
  const times = new Float64Array(count)
  const units = new Uint32Array(count)
  let filled = 0
  for (const [unit, { events, start = 0, end }] of systems.entries())
    for (const time of events) {
      if (!(time >= start && time <= end)) throw new RangeError(`event ${time} is outside [${start}, ${end}]`)
      times[filled] = time
      units[filled] = unit
      filled += 1
    }
  if (count === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const order = sortedOrder(times)
  const inOrder = Float64Array.from(order, (at) => times[at] ?? 0)
  const unitInOrder = Uint32Array.from(order, (at) => units[at] ?? 0)
  const byEnd = sortedOrder(Float64Array.from(systems, ({ end }) => end))
  const ends = Float64Array.from(byEnd, (unit) => systems[unit]?.end ?? Infinity)
  const late = systems.flatMap(({ start = 0 }, unit) => (start > 0 ? [unit] : [])).sort((a, b) => (systems[a]?.start ?? 0) - (systems[b]?.start ?? 0))

  // A unit's sum is what it adds beyond the mean. Units at risk all lose d/n² at an event, so their common part is kept
  // once, and the sum of squares follows from Σa and Σa²; a unit that leaves takes its final value with it, and one that
  // comes late has lost nothing yet.
  const own = new Float64Array(systems.length)
  let common = 0
  let sumOwn = 0
  let sumOwnSquares = 0
  let settled = 0
  let atRisk = systems.length - late.length
  let gone = 0
  let come = 0
  let mean = 0
  let poissonVariance = 0
  const steps: McfStep[] = []
  for (let at = 0; at < count; ) {
    const time = inOrder[at] ?? 0
    for (; come < late.length && (systems[late[come] ?? 0]?.start ?? Infinity) <= time; come += 1) {
      own[late[come] ?? 0] = common
      sumOwn += common
      sumOwnSquares += common ** 2
      atRisk += 1
    }
    for (; gone < byEnd.length && (ends[gone] ?? Infinity) < time; gone += 1) {
      const unit = byEnd[gone] ?? 0
      settled += ((own[unit] ?? 0) - common) ** 2
      sumOwn -= own[unit] ?? 0
      sumOwnSquares -= (own[unit] ?? 0) ** 2
      atRisk -= 1
    }
    let failed = 0
    for (; at < count && inOrder[at] === time; at += 1) {
      const unit = unitInOrder[at] ?? 0
      const before = own[unit] ?? 0
      own[unit] = before + 1 / atRisk
      sumOwn += 1 / atRisk
      sumOwnSquares += (own[unit] ?? 0) ** 2 - before ** 2
      failed += 1
    }
    common += failed / atRisk ** 2
    mean += failed / atRisk
    poissonVariance += failed / atRisk ** 2
    const variance = atRisk > 1 ? Math.max(0, settled + sumOwnSquares - 2 * common * sumOwn + atRisk * common ** 2) : null
    steps.push(new Step(time, failed, atRisk, mean, variance, poissonVariance, z))
  }
  return { status: 'estimated', steps }
}

/** Bounds are worked out when read: a million steps with four more numbers each would cost more than finding them. */
class Step implements McfStep {
  constructor(readonly time: number, readonly events: number, readonly atRisk: number, readonly mean: number, readonly variance: number | null, readonly poissonVariance: number, private readonly z: number) {}
  get bounds(): readonly [number, number] | null {
    if (this.variance === null) return null
    const reach = this.z * Math.sqrt(this.variance)
    return [this.mean - reach, this.mean + reach]
  }
  get logBounds(): readonly [number, number] | null {
    if (this.variance === null) return null
    const factor = Math.exp((this.z * Math.sqrt(this.variance)) / this.mean)
    return [this.mean / factor, this.mean * factor]
  }
}

export type McfDifference = { readonly time: number; readonly difference: number; readonly bounds: readonly [number, number] | null }

/**
 * Do two groups of units fail equally often by an age? The difference of their mean cumulative functions; the variances
 * of separate groups add.
 * @param times ages to compare at
 * @throws      as `meanCumulativeFunction`
 * @source      Nelson (2003) ch. 6
 */
export function mcfDifference(first: readonly WatchedUnit[], second: readonly WatchedUnit[], times: readonly number[], confidence: number): readonly McfDifference[] {
  const broken = times.find((time) => !Number.isFinite(time))
  if (broken !== undefined) throw new RangeError(`age ${broken} is not a number`)
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
