import type { NotEstimable } from './notEstimable'
import type { ObservedSystem, Truncation } from './observedSystem'

export type PowerLawFit = {
  readonly status: 'fitted'
  readonly failures: number
  /** Below 1: failures come ever more slowly; 1: constant rate; above 1: ever faster. */
  readonly beta: number
  /** Expected failures of one system by time t are lambda·tᵝ. */
  readonly lambda: number
  readonly logLikelihood: number
  /** From the times within each system only, and the unbiased form that IEC 61164 and NIST use. */
  readonly betaConditional: number
  readonly betaUnbiased: number | null
  /** At the end of the longest watch. */
  readonly end: number
  readonly intensityAtEnd: number
  readonly cumulativeMtbf: number
  readonly instantaneousMtbf: number
}

/**
 * Reliability growth or wear of repairable systems by the power-law process (Crow-AMSAA): one system, or several alike
 * ones watched over different windows, by maximum likelihood.
 *
 * @param systems    failure times since the start of watching, in (0, end]; any one unit
 * @param truncation 'failure': each system was watched until its last failure, by design
 * @returns          `no-failures`; `event-at-zero`; `no-failure-before-end` when every failure stands at its end
 * @throws           RangeError when an end is not positive or an event lies outside [0, end]
 * @source Crow (1975) TR-138; MIL-HDBK-189 appendix C; the unbiased β is (M − 1)/Σ ln(T/t) with M = n, or n − K when
 * failure-truncated
 */
export function powerLaw(
  systems: readonly ObservedSystem[],
  truncation: Truncation,
): PowerLawFit | NotEstimable<'no-failures' | 'event-at-zero' | 'no-failure-before-end'> {
  let failures = 0
  let sumLogEvents = 0
  let sumLogRatios = 0
  let end = 0
  for (const system of systems) {
    if (!(system.end > 0 && system.end < Infinity)) throw new RangeError(`end ${system.end} is not positive`)
    if (system.end > end) end = system.end
  }
  for (const system of systems)
    for (const event of system.events) {
      if (!(event >= 0 && event <= system.end)) throw new RangeError(`event ${event} is outside [0, ${system.end}]`)
      if (event === 0) return { status: 'not-estimable', reason: 'event-at-zero' }
      failures += 1
      sumLogEvents += Math.log(event / end)
      sumLogRatios += Math.log(system.end / event)
    }
  if (failures === 0) return { status: 'not-estimable', reason: 'no-failures' }
  if (sumLogRatios === 0) return { status: 'not-estimable', reason: 'no-failure-before-end' }

  const ends = Float64Array.from(systems, (system) => system.end / end)
  const beta = ends.every((share) => share === 1)
    ? failures / -sumLogEvents
    : likeliestBeta(failures, sumLogEvents, ends)
  const sumPowers = ends.reduce((sum, share) => sum + share ** beta, 0)
  // lambda·endᵝ is the expected number of failures of the system watched longest.
  const expected = failures / sumPowers
  const lambda = Math.exp(Math.log(expected) - beta * Math.log(end))
  const used = truncation === 'time' ? failures : failures - systems.filter((system) => system.events.length > 0).length
  const betaConditional = used / sumLogRatios
  const cumulativeMtbf = end / expected
  return {
    status: 'fitted',
    failures,
    beta,
    lambda,
    end,
    betaConditional,
    cumulativeMtbf,
    betaUnbiased: used > 1 ? ((used - 1) / used) * betaConditional : null,
    logLikelihood:
      failures * (Math.log(beta) + Math.log(expected) - Math.log(end)) + (beta - 1) * sumLogEvents - failures,
    intensityAtEnd: beta / cumulativeMtbf,
    instantaneousMtbf: cumulativeMtbf / beta,
  }
}

/**
 * The root of n/β + Σ ln t − n·ΣTᵝ ln T/ΣTᵝ (times as shares of the longest window); it falls steadily, so Newton
 * from inside a bracket.
 */
function likeliestBeta(failures: number, sumLogEvents: number, ends: Float64Array): number {
  const logs = ends.map(Math.log)
  const slopeAt = (beta: number): { value: number; slope: number } => {
    let weight = 0
    let first = 0
    let second = 0
    for (const log of logs) {
      const power = Math.exp(beta * log)
      weight += power
      first += power * log
      second += power * log * log
    }
    const mean = first / weight
    return {
      value: failures / beta + sumLogEvents - failures * mean,
      slope: -failures / beta ** 2 - failures * (second / weight - mean ** 2),
    }
  }
  let low = 0
  let high = Infinity
  let beta = failures / -sumLogEvents
  for (let step = 0; step < 200; step += 1) {
    const { value, slope } = slopeAt(beta)
    if (value > 0) low = beta
    else high = beta
    const newton = beta - value / slope
    const next = newton > low && newton < high ? newton : high === Infinity ? 2 * beta : (low + high) / 2
    if (Math.abs(next - beta) <= 1e-15 * beta) return next
    beta = next
  }
  return beta
}
