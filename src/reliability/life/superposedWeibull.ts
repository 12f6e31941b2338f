import { logGamma } from '../special/logGamma'
import { normalQuantile } from '../special/normalQuantile'
import type { NotEstimable } from '../notEstimable'
import type { FittedLaw, Interval } from './fittedLaw'

export interface SuperposedEvent {
  /** Age of the train. */
  readonly at: number
  /** A part came off, failed or sound; which one is known by the number of its fitting (−1: an original), or it was one of many. */
  readonly off?: { readonly isFailure: boolean; readonly among: number | 'unnamed' | 'nothing' }
  /** A part went on, with this age behind it. */
  readonly on?: { readonly used: number; readonly isNamed: boolean }
}

/** A train that came with `slots` new parts and was watched from then to `end`; events in order. */
export interface SuperposedTrain {
  readonly slots: number
  readonly end: number
  readonly events: readonly SuperposedEvent[]
}

export type SuperposedWeibull = {
  readonly status: 'fitted'
  readonly beta: number
  readonly eta: number
  readonly betaBounds: Interval
  readonly etaBounds: Interval
  readonly mean: number
  readonly law: FittedLaw
  readonly logLikelihood: number
  readonly trains: number
  readonly failed: number
}

/** A train is followed to its eighth removal: the ways to tell parts apart double with each, and stopping there is no choice by outcome. */
const MOST_OFF = 8
const STEP = 1e-3

/**
 * How long do parts live when several alike sit on each train and nobody knows which one failed? The likelihood of what
 * the trains show, summed over all ways to say which part it was. All parts follow one Weibull law, the later ones too.
 *
 * @param confidence two-sided, in (0, 1); bounds by the observed information, on a log scale
 * @returns          `no-failures`, or `no-maximum` where the trains do not settle the law
 * @throws           RangeError for a confidence or train that is none
 * @source superposed renewal processes: Cox & Smith (1954); the likelihood with missing identities is a sum over
 * them: Zhang, Tian, Escobar & Meeker (2017), Estimating a parametric component lifetime distribution from a
 * collection of superimposed renewal processes, Technometrics 59
 */
export function superposedWeibull(
  trains: readonly SuperposedTrain[],
  confidence: number,
): SuperposedWeibull | NotEstimable<'no-failures' | 'no-maximum'> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  for (const train of trains) checkTrain(train)
  const followed = trains.map(toEighthRemoval)
  const failed = followed.reduce((sum, { events }) => sum + events.filter(({ off }) => off?.isFailure).length, 0)
  if (failed === 0) return { status: 'not-estimable', reason: 'no-failures' }
  const exposure = followed.reduce((sum, { slots, end }) => sum + slots * end, 0)
  const value = (mu: number, logBeta: number): number =>
    followed.reduce((sum, train) => sum + logLikelihoodOf(train, mu, Math.exp(logBeta)), 0)
  const found = climb(value, [Math.log(exposure / failed), 0])
  if (found === null) return { status: 'not-estimable', reason: 'no-maximum' }
  const { mu, logBeta, information } = found
  const [aa, ab, bb] = information
  const determinant = aa * bb - ab * ab
  if (!(determinant > 0 && aa > 0)) return { status: 'not-estimable', reason: 'no-maximum' }
  const [beta, sigma] = [Math.exp(logBeta), Math.exp(-logBeta)]
  const [varianceMu, varianceLog] = [bb / determinant, aa / determinant]
  const width = -normalQuantile((1 - confidence) / 2)
  const around = (log: number, variance: number): Interval => [
    Math.exp(log - width * Math.sqrt(variance)),
    Math.exp(log + width * Math.sqrt(variance)),
  ]
  return {
    status: 'fitted',
    beta,
    eta: Math.exp(mu),
    betaBounds: around(logBeta, varianceLog),
    etaBounds: around(mu, varianceMu),
    mean: Math.exp(mu + logGamma(1 + sigma)),
    law: {
      distribution: 'weibull',
      mu,
      sigma,
      varianceMu,
      varianceSigma: sigma * sigma * varianceLog,
      // σ = e^(−ln β): the sign of the covariance turns, and the inverse of the information turns it once more.
      covariance: (sigma * ab) / determinant,
      confidence,
    },
    logLikelihood: found.value,
    trains: followed.length,
    failed,
  }
}

function checkTrain({ slots, end, events }: SuperposedTrain): void {
  if (!(Number.isSafeInteger(slots) && slots > 0)) throw new RangeError(`${slots} is no number of parts`)
  if (!(end > 0 && end < Infinity)) throw new RangeError(`a train cannot be watched to ${end}`)
  let last = 0
  for (const { at, on } of events) {
    if (!(at > 0 && at >= last && at <= end)) throw new RangeError(`event at ${at} is out of order or not watched`)
    if (on !== undefined && !(on.used >= 0 && on.used < Infinity)) throw new RangeError(`${on.used} is no age`)
    last = at
  }
}

/** Up to a removal and without what was fitted then: nothing is watched of it. */
export function toEighthRemoval(train: SuperposedTrain): SuperposedTrain {
  let off = 0
  const last = train.events.findIndex((event) => {
    if (event.off !== undefined) off += 1
    return off === MOST_OFF
  })
  const end = train.events[last]?.at
  return end === undefined ? train : { ...train, end, events: train.events.slice(0, last + 1) }
}

/**
 * One train: for each set of fitted parts that may be alive the likelihood so far; how many originals are left follows
 * from it. A part counts its whole survival when it comes off, or at the end.
 */
function logLikelihoodOf({ slots, end, events }: SuperposedTrain, mu: number, beta: number): number {
  const cumulative = (age: number): number => Math.exp(beta * (Math.log(age) - mu))
  /** Log of density or survival at an age, given what was survived before. */
  const logWeight = (age: number, used: number, isFailure: boolean): number =>
    // What was fitted at that very moment is not what failed.
    isFailure && !(age > used)
      ? -Infinity
      : (isFailure ? Math.log(beta) - mu + (beta - 1) * (Math.log(age) - mu) : 0) -
        cumulative(age) +
        (used > 0 ? cumulative(used) : 0)
  const fitted: { readonly at: number; readonly used: number; readonly isNamed: boolean }[] = []
  let [weights, scale, offs] = [Float64Array.of(1), 0, 0]
  const originalsIn = (alive: number): number => slots - offs + fitted.length - bits(alive)
  for (const { at, off, on } of events) {
    if (off !== undefined) {
      const { isFailure, among } = off
      const logs = fitted.map((part) => logWeight(at - part.at + part.used, part.used, isFailure))
      const logOriginal = logWeight(at, 0, isFailure)
      const top = Math.max(logOriginal, ...logs)
      const next = new Float64Array(weights.length)
      for (let alive = 0; alive < weights.length; alive += 1) {
        const weight = weights[alive] ?? 0
        if (weight === 0) continue
        const originals = originalsIn(alive)
        if (originals > 0 && (typeof among === 'string' || among < 0))
          next[alive] = (next[alive] ?? 0) + weight * originals * Math.exp(logOriginal - top)
        for (let part = 0; part < fitted.length; part += 1) {
          const isLikely =
            typeof among === 'number' ? among === part : among === 'nothing' || fitted[part]?.isNamed === false
          if (!isLikely || (alive & (1 << part)) === 0) continue
          const left = alive & ~(1 << part)
          next[left] = (next[left] ?? 0) + weight * Math.exp((logs[part] ?? 0) - top)
        }
      }
      offs += 1
      const most = next.reduce((a, b) => Math.max(a, b), 0)
      if (!(most > 0)) return -Infinity
      weights = next.map((weight) => weight / most)
      scale += Math.log(most) + top
    }
    if (on !== undefined) {
      // The new part is alive in every set.
      const next = new Float64Array(2 * weights.length)
      next.set(weights, weights.length)
      weights = next
      fitted.push({ at, ...on })
    }
  }
  const logs = fitted.map((part) => logWeight(Math.max(end - part.at, 0) + part.used, part.used, false))
  const logOriginal = logWeight(end, 0, false)
  let [sum, top] = [0, -Infinity]
  const ends = Array.from(weights, (weight, alive) => {
    if (weight === 0) return -Infinity
    let log = Math.log(weight) + originalsIn(alive) * logOriginal
    for (let part = 0; part < fitted.length; part += 1) if ((alive & (1 << part)) !== 0) log += logs[part] ?? 0
    top = Math.max(top, log)
    return log
  })
  if (!Number.isFinite(top)) return -Infinity
  for (const log of ends) sum += Math.exp(log - top)
  return scale + top + Math.log(sum)
}

function bits(alive: number): number {
  let [count, rest] = [0, alive]
  for (; rest !== 0; rest &= rest - 1) count += 1
  return count
}

interface Top {
  readonly mu: number
  readonly logBeta: number
  readonly value: number
  /** Negative second derivatives: μμ, μ·ln β, ln β·ln β. */
  readonly information: readonly [number, number, number]
}

/** Newton steps by differences, halved until they climb, lifted where the hill is not concave. */
function climb(value: (a: number, b: number) => number, start: readonly [number, number]): Top | null {
  let [a, b] = start
  let here = value(a, b)
  for (let turn = 0; turn < 100; turn += 1) {
    const [right, left] = [value(a + STEP, b), value(a - STEP, b)]
    const [up, down] = [value(a, b + STEP), value(a, b - STEP)]
    const mixed =
      value(a + STEP, b + STEP) - value(a + STEP, b - STEP) - value(a - STEP, b + STEP) + value(a - STEP, b - STEP)
    const [ga, gb] = [(right - left) / (2 * STEP), (up - down) / (2 * STEP)]
    const square = STEP * STEP
    const [aa, bb, ab] = [(2 * here - right - left) / square, (2 * here - up - down) / square, -mixed / (4 * square)]
    if (![ga, gb, aa, bb, ab].every(Number.isFinite)) return null
    const flattest = (aa + bb) / 2 - Math.hypot((aa - bb) / 2, ab)
    const lift = flattest > 0 ? 0 : 1e-3 * (1 + Math.abs(aa + bb)) - flattest
    const determinant = (aa + lift) * (bb + lift) - ab * ab
    let [da, db] = [((bb + lift) * ga - ab * gb) / determinant, ((aa + lift) * gb - ab * ga) / determinant]
    if (lift === 0 && Math.max(Math.abs(da), Math.abs(db)) < 1e-6)
      return { mu: a, logBeta: b, value: here, information: [aa, ab, bb] }
    const long = Math.max(Math.abs(da), Math.abs(db))
    if (long > 1) [da, db] = [da / long, db / long]
    let next = value(a + da, b + db)
    for (let half = 0; !(next >= here) && half < 40; half += 1) {
      ;[da, db] = [da / 2, db / 2]
      next = value(a + da, b + db)
    }
    if (!(next >= here)) return { mu: a, logBeta: b, value: here, information: [aa, ab, bb] }
    ;[a, b] = [a + da, b + db]
    here = next
    if (Math.abs(b) > 10) return null
  }
  return null
}
