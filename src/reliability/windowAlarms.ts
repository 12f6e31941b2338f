/**
 * How often does a window that slides along the time, or the distance, come to hold as many failures by chance alone? The
 * answer is a number of false alarms per unit of exposure. Such numbers of many groups add up whether or not the groups
 * hang together, so that a level shared equally among them bounds the whole (Bonferroni's argument, for expectations).
 */
import { logGamma } from './special/logGamma'

/** What a rate is known from. */
export type RateGround =
  /** Failures seen over an exposure at an unchanging rate. */
  | {
      readonly failures: number
      readonly exposure: number
      /** How many failures come together, ≥ 1: the variance of counts over their mean. */
      readonly cluster: number
    }
  /** A rate that is given, such as one agreed as a limit; failures come singly. */
  | { readonly rate: number }

/** A single failure is no rise of a rate. */
const FEWEST = 2

/**
 * Failures that come singly at the rate λ make a window of the length w come to hold `count` of them when one arrives while
 * exactly count − 1 lie in the window before it: λ·P(N = count − 1) times per unit of exposure, exactly. Where λ is known
 * from n failures over T, that is averaged over the gamma law with the shape n + ½ that they leave for it. Where failures
 * come in clusters, clusters are counted: n, the count and λ are divided by their mean size.
 *
 * @param count  failures in the window, whole number ≥ 1
 * @param window its length in the unit of the exposure, > 0
 * @returns      expected crossings per unit of exposure, ≥ 0
 * @throws       RangeError for a count, window or ground that is none
 * @source       rate of crossings of a Poisson process seen by its arrivals: Wolff (1982), PASTA; gamma law of a Poisson rate
 * with Jeffreys' prior: Gelman et al., Bayesian Data Analysis ch. 2; counts divided by their dispersion: Wedderburn (1974)
 */
export function windowCrossings(count: number, window: number, ground: RateGround): number {
  if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`${count} failures is not a count`)
  if (!(window > 0 && window < Infinity)) throw new RangeError(`a window of ${window} is none`)
  if ('rate' in ground) {
    const { rate } = ground
    if (!(rate > 0 && rate < Infinity)) throw new RangeError(`${rate} is not a rate`)
    return rate * Math.exp((count - 1) * Math.log(rate * window) - rate * window - logGamma(count))
  }
  const { failures, exposure, cluster } = ground
  if (!(failures >= 0 && failures < Infinity && exposure > 0 && exposure < Infinity))
    throw new RangeError(`${failures} failures over ${exposure} say nothing`)
  if (!(cluster >= 1 && cluster < Infinity)) throw new RangeError(`clusters of ${cluster} are none`)
  const shape = failures / cluster + 0.5
  // The first failure of a cluster makes it a cluster: two failures of one visit are still one.
  const clusters = Math.max(1, count / cluster)
  return Math.exp(
    logGamma(shape + clusters) -
      logGamma(shape) -
      logGamma(clusters) +
      (clusters - 1) * Math.log(window) +
      shape * Math.log(exposure) -
      (shape + clusters) * Math.log(exposure + window),
  )
}

/** Failures to be expected in the window. */
export const expectedInWindow = (window: number, ground: RateGround): number =>
  'rate' in ground ? ground.rate * window : (ground.failures / ground.exposure) * window

/** Is a window so full that an unchanging rate fills one as much at most `allowed` times per unit of exposure? */
export const isFullBeyond = (count: number, window: number, ground: RateGround, allowed: number): boolean =>
  count >= FEWEST && count > expectedInWindow(window, ground) + 1 && windowCrossings(count, window, ground) <= allowed

/** No window of records holds more. */
const MOST = 2 ** 40

/**
 * The fewest failures in a window that speak at this level.
 * @param allowed crossings per unit of exposure, > 0
 * @throws        RangeError for a level that is none, or that no count of records reaches
 */
export function fewestBeyond(window: number, ground: RateGround, allowed: number): number {
  if (!(allowed > 0)) throw new RangeError(`${allowed} is no level`)
  const speaks = (count: number): boolean => isFullBeyond(count, window, ground, allowed)
  let silent = Math.max(FEWEST, Math.floor(expectedInWindow(window, ground)) + 1) - 1
  let step = 1
  while (!speaks(silent + step)) {
    silent += step
    step *= 2
    if (!(silent < MOST)) throw new RangeError('no count of failures speaks at this level')
  }
  // Beyond its mean the chance of a count only falls with the count, so that the first that is rare enough can be bisected.
  let speaking = silent + step
  while (speaking - silent > 1) {
    const middle = Math.floor((silent + speaking) / 2)
    if (speaks(middle)) speaking = middle
    else silent = middle
  }
  return speaking
}
