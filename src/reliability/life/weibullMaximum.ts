import { latest, weightAt, type WeightedLives } from './lifeData'

/** The maximum on the scale of ln t (μ = ln η, σ = 1/β), with the inverse of the observed information there. */
export type LifeMaximum = {
  readonly mu: number
  readonly sigma: number
  readonly varianceMu: number
  readonly varianceSigma: number
  readonly covariance: number
  readonly logLikelihood: number
}

/** Σ w·e^{βx}·xᵏ for k = 0 … 3 over all ages, entries taken off. */
type Sums = readonly [s0: number, s1: number, s2: number, s3: number]

/** Above this many ages the search starts from the answer of every so-manieth of them. */
const SAMPLE = 8192
/** Ages as doubles span at most e^1500, and no lives watched from new have a flatter law than that leaves them. */
export const SMALLEST_SHAPE = 1e-4
const LARGEST_SHAPE = 1e12

/**
 * Where the Weibull likelihood is highest. For a given shape the best scale has a closed form, so that only the shape
 * is searched: r/β + Σ_f x − r·S₁/S₀ = 0 with x = ln t below its largest, by Halley steps inside a bracket. The
 * information follows from the same sums. Where every part came under watch late, the likelihood may rise as the shape
 * falls to 0: the hazard then falls faster than any Weibull law's, and there is no maximum.
 * @param lives positive ages, at least one failure, shape not unbounded (see `lifeFit`)
 * @returns     null when the likelihood has no maximum among shapes above 0
 * @source      Lawless (2003) ch. 5.2; delayed entries: Hong, Meeker & McCalley (2009)
 * Never throws: `weightedLives` has checked what it reads.
 */
export function weibullMaximum(lives: WeightedLives): LifeMaximum | null {
  const [failures, suspensions, entries] = [lives.failures.length, lives.suspensions.length, lives.entries.length]
  const exits = failures + suspensions
  const top = Math.log(Math.max(latest(lives.failures), latest(lives.suspensions)))
  const x = new Float64Array(exits + entries)
  for (let at = 0; at < failures; at += 1) x[at] = Math.log(lives.failures[at] ?? 0) - top
  for (let at = 0; at < suspensions; at += 1) x[failures + at] = Math.log(lives.suspensions[at] ?? 0) - top
  for (let at = 0; at < entries; at += 1) x[exits + at] = Math.log(lives.entries[at] ?? 0) - top
  const isWeighted = entries > 0 || lives.failureWeights !== null || lives.suspensionWeights !== null
  const weights = isWeighted ? new Float64Array(x.length) : null
  if (weights !== null) {
    for (let at = 0; at < failures; at += 1) weights[at] = weightAt(lives.failureWeights, at)
    for (let at = 0; at < suspensions; at += 1) weights[failures + at] = weightAt(lives.suspensionWeights, at)
    for (let at = 0; at < entries; at += 1) weights[exits + at] = -weightAt(lives.entryWeights, at)
  }
  const sumLogs = (from: number, to: number, step: number): readonly [count: number, sum: number] => {
    let count = 0
    let sum = 0
    for (let at = from; at < to; at += step) {
      const weight = weights === null ? 1 : (weights[at] ?? 0)
      count += weight
      sum += weight * (x[at] ?? 0)
    }
    return [count, sum]
  }

  const step = Math.floor(x.length / SAMPLE)
  const [failedInSample, logsInSample] = step > 1 ? sumLogs(0, failures, step) : [0, 0]
  const rough =
    step > 1 && failedInSample > 20 ? likeliestShape(x, weights, step, failedInSample, logsInSample, 1) : null
  const [failed, failedLogs] = sumLogs(0, failures, 1)
  const start = rough?.beta ?? 1
  const found =
    likeliestShape(x, weights, 1, failed, failedLogs, start) ??
    (entries === 0 ? null : likeliestShape(x, weights, 1, failed, failedLogs, 8 * start))
  if (found === null) return null
  const {
    beta,
    sums: [s0, s1, s2],
  } = found
  const shift = Math.log(s0 / failed) / beta
  const mu = top + shift
  // Σ z·e^z and Σ z²·e^z with z = β(x − shift); Σ e^z = r at the maximum.
  const sumZ = ((failed * beta) / s0) * (s1 - shift * s0)
  const sumZZ = ((failed * beta * beta) / s0) * (s2 - 2 * shift * s1 + shift * shift * s0)
  const [mm, ms, ss] = [-failed, -sumZ, -sumZZ - failed]
  const sigma = 1 / beta
  const determinant = mm * ss - ms * ms
  if (!(determinant > 0 && Number.isFinite(mu))) return null
  const unit = sigma * sigma
  const logLikelihood = failed * (Math.log(beta) - beta * mu) + (beta - 1) * (failedLogs + failed * top) - failed
  if (logLikelihood < asShapeVanishes(x, weights, failed, failedLogs + failed * top)) return null
  return {
    mu,
    sigma,
    varianceMu: (-ss * unit) / determinant,
    varianceSigma: (-mm * unit) / determinant,
    covariance: (ms * unit) / determinant,
    logLikelihood,
  }
}

/**
 * What the likelihood tends to as the shape falls to 0 and the hazard to one over the age: finite only where every part
 * came under watch late, r·ln(r/Σw·x) − Σ_f ln t − r.
 */
function asShapeVanishes(x: Float64Array, weights: Float64Array | null, failed: number, logAges: number): number {
  if (weights === null) return -Infinity
  let [net, watched, units] = [0, 0, 0]
  for (let at = 0; at < x.length; at += 1) {
    const weight = weights[at] ?? 0
    net += weight
    units += Math.abs(weight)
    watched += weight * (x[at] ?? 0)
  }
  const isAllLate = Math.abs(net) <= 1e-9 * units && watched > 0
  return isAllLate ? failed * Math.log(failed / watched) - logAges - failed : -Infinity
}

function likeliestShape(
  x: Float64Array,
  weights: Float64Array | null,
  step: number,
  failed: number,
  failedLogs: number,
  start: number,
): { readonly beta: number; readonly sums: Sums } | null {
  let [low, high] = [0, Infinity]
  let beta = start
  for (let turn = 0; turn < 200; turn += 1) {
    const sums = sumsAt(x, weights, step, beta)
    const [s0, s1, s2, s3] = sums
    if (!(s0 > 0)) return null
    const [m1, m2, m3] = [s1 / s0, s2 / s0, s3 / s0]
    const value = failed / beta + failedLogs - failed * m1
    if (value === 0) return { beta, sums }
    if (value > 0) low = beta
    else high = beta
    const slope = -failed / beta ** 2 - failed * (m2 - m1 * m1)
    const bend = (2 * failed) / beta ** 3 - failed * (m3 - 3 * m2 * m1 + 2 * m1 ** 3)
    const newton = value / slope
    const move = -newton / (1 - (newton * bend) / (2 * slope))
    const wanted = beta + (slope < 0 && Number.isFinite(move) && move * value > 0 ? move : Math.sign(value) * Infinity)
    const next =
      wanted >= low && wanted <= high && wanted < 30 * beta
        ? wanted
        : high === Infinity
          ? 2 * beta
          : low === 0
            ? beta / 2
            : (low + high) / 2
    if (next < SMALLEST_SHAPE || next > LARGEST_SHAPE) return null
    // The error after a Halley step is about the cube of the step; the sums follow it by their own derivatives.
    const moved = next - beta
    if (Math.abs(moved) <= 3e-6 * beta)
      return {
        beta: next,
        sums: [
          s0 + moved * s1 + (moved * moved * s2) / 2,
          s1 + moved * s2 + (moved * moved * s3) / 2,
          s2 + moved * s3,
          s3,
        ],
      }
    beta = next
  }
  return null
}

function sumsAt(x: Float64Array, weights: Float64Array | null, step: number, beta: number): Sums {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  // With late entries the powers nearly cancel for a small shape; what is left of them is summed alone.
  if (weights !== null && beta < 0.1) {
    let net = 0
    for (let at = 0; at < x.length; at += step) {
      const [value, weight] = [x[at] ?? 0, weights[at] ?? 0]
      const less = Math.expm1(beta * value)
      const e1 = weight * (less + 1) * value
      net += weight
      s0 += weight * less
      s1 += e1
      s2 += e1 * value
      s3 += e1 * value * value
    }
    return [net + s0, s1, s2, s3]
  }
  for (let at = 0; at < x.length; at += step) {
    const value = x[at] ?? 0
    const e0 = weights === null ? Math.exp(beta * value) : (weights[at] ?? 0) * Math.exp(beta * value)
    const e1 = e0 * value
    const e2 = e1 * value
    s0 += e0
    s1 += e1
    s2 += e2
    s3 += e2 * value
  }
  return [s0, s1, s2, s3]
}
