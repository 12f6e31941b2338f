import { isBefore, isSameAge } from './life/lifeData'
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

/** A million ages are kept as columns; the steps as objects are made when somebody asks for them. */
export interface MeanCumulativeFunction {
  readonly status: 'estimated'
  /** Ages at which something failed. */
  readonly count: number
  readonly stepAt: (place: number) => McfStep
  readonly steps: readonly McfStep[]
}

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
export function meanCumulativeFunction(
  systems: readonly WatchedUnit[],
  confidence: number,
): MeanCumulativeFunction | NotEstimable<'no-failures'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const z = -normalQuantile((1 - confidence) / 2)
  let count = 0
  for (const { events, start = 0, end } of systems) {
    if (!(end > start && start >= 0 && end < Infinity))
      throw new RangeError(`a unit cannot be watched from ${start} to ${end}`)
    count += events.length
  }
  const times = new Float64Array(count)
  const units = new Uint32Array(count)
  const end = new Float64Array(systems.length)
  const late: number[] = []
  let filled = 0
  for (let unit = 0; unit < systems.length; unit += 1) {
    const system = systems[unit]
    if (system === undefined) continue
    const { events, start = 0 } = system
    end[unit] = system.end
    if (start > 0) late.push(unit)
    for (let at = 0; at < events.length; at += 1) {
      const time = events[at] ?? Number.NaN
      if (!(time >= start && time <= system.end))
        throw new RangeError(`event ${time} is outside [${start}, ${system.end}]`)
      times[filled] = time
      units[filled] = unit
      filled += 1
    }
  }
  if (count === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const order = sortedOrder(times)
  const byEnd = sortedOrder(end)
  late.sort((a, b) => (systems[a]?.start ?? 0) - (systems[b]?.start ?? 0))

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
  const columns: McfColumns = {
    time: new Float64Array(count),
    events: new Uint32Array(count),
    atRisk: new Uint32Array(count),
    mean: new Float64Array(count),
    variance: new Float64Array(count),
    poissonVariance: new Float64Array(count),
  }
  let step = 0
  for (let at = 0; at < count;) {
    const time = times[order[at] ?? 0] ?? 0
    for (; come < late.length && (systems[late[come] ?? 0]?.start ?? Infinity) <= time; come += 1) {
      own[late[come] ?? 0] = common
      sumOwn += common
      sumOwnSquares += common ** 2
      atRisk += 1
    }
    for (; gone < byEnd.length && isBefore(end[byEnd[gone] ?? 0] ?? Infinity, time); gone += 1) {
      const unit = byEnd[gone] ?? 0
      settled += ((own[unit] ?? 0) - common) ** 2
      sumOwn -= own[unit] ?? 0
      sumOwnSquares -= (own[unit] ?? 0) ** 2
      atRisk -= 1
    }
    let failed = 0
    for (; at < count && isSameAge(times[order[at] ?? 0] ?? 0, time); at += 1) {
      const unit = units[order[at] ?? 0] ?? 0
      const before = own[unit] ?? 0
      own[unit] = before + 1 / atRisk
      sumOwn += 1 / atRisk
      sumOwnSquares += (own[unit] ?? 0) ** 2 - before ** 2
      failed += 1
    }
    common += failed / atRisk ** 2
    mean += failed / atRisk
    poissonVariance += failed / atRisk ** 2
    columns.time[step] = time
    columns.events[step] = failed
    columns.atRisk[step] = atRisk
    columns.mean[step] = mean
    columns.variance[step] =
      atRisk > 1 ? Math.max(0, settled + sumOwnSquares - 2 * common * sumOwn + atRisk * common ** 2) : Number.NaN
    columns.poissonVariance[step] = poissonVariance
    step += 1
  }
  return fromColumns(columns, step, z)
}

interface McfColumns {
  readonly time: Float64Array
  readonly events: Uint32Array
  readonly atRisk: Uint32Array
  readonly mean: Float64Array
  /** NaN where a single unit is at risk. */
  readonly variance: Float64Array
  readonly poissonVariance: Float64Array
}

function fromColumns(columns: McfColumns, count: number, z: number): MeanCumulativeFunction {
  const stepAt = (place: number): McfStep => {
    const [mean = 0, variance = Number.NaN] = [columns.mean[place], columns.variance[place]]
    const isKnown = !Number.isNaN(variance)
    const reach = z * Math.sqrt(variance)
    const factor = Math.exp(reach / mean)
    return {
      time: columns.time[place] ?? 0,
      events: columns.events[place] ?? 0,
      atRisk: columns.atRisk[place] ?? 0,
      mean,
      variance: isKnown ? variance : null,
      poissonVariance: columns.poissonVariance[place] ?? 0,
      bounds: isKnown ? [mean - reach, mean + reach] : null,
      logBounds: isKnown ? [mean / factor, mean * factor] : null,
    }
  }
  let made: readonly McfStep[] | null = null
  return {
    status: 'estimated',
    count,
    stepAt,
    get steps() {
      made ??= Array.from({ length: count }, (_, place) => stepAt(place))
      return made
    },
  }
}

export type McfDifference = {
  readonly time: number
  readonly difference: number
  readonly bounds: readonly [number, number] | null
}

/**
 * Do two groups of units fail equally often by an age? The difference of their mean cumulative functions; the variances
 * of separate groups add.
 * @param times ages to compare at
 * @throws      as `meanCumulativeFunction`
 * @source      Nelson (2003) ch. 6
 */
export function mcfDifference(
  first: readonly WatchedUnit[],
  second: readonly WatchedUnit[],
  times: readonly number[],
  confidence: number,
): readonly McfDifference[] {
  const broken = times.find((time) => !Number.isFinite(time))
  if (broken !== undefined) throw new RangeError(`age ${broken} is not a number`)
  const z = -normalQuantile((1 - confidence) / 2)
  const [a, b] = [meanCumulativeFunction(first, confidence), meanCumulativeFunction(second, confidence)]
  const at = (mcf: typeof a, time: number): { mean: number; variance: number | null } =>
    (mcf.status === 'estimated' ? mcf.steps.findLast((step) => step.time <= time) : undefined) ?? {
      mean: 0,
      variance: 0,
    }
  return times.map((time) => {
    const [one, two] = [at(a, time), at(b, time)]
    const difference = one.mean - two.mean
    const error = one.variance === null || two.variance === null ? null : Math.sqrt(one.variance + two.variance)
    return { time, difference, bounds: error === null ? null : [difference - z * error, difference + z * error] }
  })
}
