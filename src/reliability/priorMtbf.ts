import { chiSquareQuantile } from './special/chiSquareQuantile'
import { rootBetween } from './special/rootBetween'

/** A gamma law of the rate: worth so many failures in so much exposure. */
export type GammaRate = { readonly shape: number; readonly exposure: number }

export type BelievedMtbf = {
  /** Exposure ÷ (shape − 1), the mean of the MTBF itself; null where the law has none. */
  readonly mean: number | null
  /** As likely above as below. */
  readonly median: number
  /** Between these with the confidence asked for. */
  readonly lower: number
  readonly upper: number
}

const checked = ({ shape, exposure }: GammaRate): void => {
  if (!(shape > 0 && shape <= 1e9 && exposure > 0 && exposure < Infinity))
    throw new RangeError(`shape ${shape} and exposure ${exposure} are no gamma law`)
}

/** The MTBF that the rate is above only with this chance. */
function mtbfAt({ shape, exposure }: GammaRate, chance: number): number {
  const mtbf = (2 * exposure) / chiSquareQuantile(chance, 2 * shape, 'upper')
  if (!(mtbf > 0 && mtbf < Infinity)) throw new RangeError('the belief is beyond what a double can hold')
  return mtbf
}

/**
 * The belief that a part is as likely to be above one MTBF as below it, and to be below a worse one with a chance of 5 % only.
 * @param median, worst any unit, 0 < worst < median
 * @throws              RangeError where they are not, or so near that no law keeps both
 * @source              NIST/SEMATECH e-Handbook 8.4.6.2: the ratio of both fixes the shape
 */
export function priorFromTwo(median: number, worst: number): GammaRate {
  if (!(worst > 0 && median > worst && median < Infinity))
    throw new RangeError(`MTBF ${worst} is not below ${median}, or not positive`)
  const target = Math.log(median / worst)
  const excess = (logShape: number): number => {
    const degrees = 2 * Math.exp(logShape)
    return Math.log(chiSquareQuantile(0.05, degrees, 'upper') / chiSquareQuantile(0.5, degrees)) - target
  }
  const [low, high] = [Math.log(0.05), Math.log(1e6)]
  if (!(excess(low) > 0 && excess(high) < 0)) throw new RangeError('no gamma law keeps both')
  const shape = Math.exp(rootBetween(excess, low, high))
  return { shape, exposure: (median * chiSquareQuantile(0.5, 2 * shape)) / 2 }
}

/**
 * What is believed of an MTBF once so many failures were seen: the exposures add up, and so do the failures.
 * @throws RangeError for a law, count or exposure that is none
 * @source NIST/SEMATECH e-Handbook 8.4.6: the gamma law is conjugate to the Poisson count
 */
export function updatedRate(prior: GammaRate, failures: number, exposure: number): GammaRate {
  checked(prior)
  if (!(Number.isSafeInteger(failures) && failures >= 0)) throw new RangeError(`${failures} failures is not a count`)
  if (!(exposure >= 0 && exposure < Infinity)) throw new RangeError(`exposure ${exposure} is negative`)
  return { shape: prior.shape + failures, exposure: prior.exposure + exposure }
}

/**
 * The MTBF that a gamma law of the rate stands for.
 * @param confidence of the interval, two-sided, in (0, 1)
 * @throws           RangeError for a law or confidence that is none
 * @source           NIST/SEMATECH e-Handbook 8.4.6; quantiles of the gamma law
 */
export function believedMtbf(law: GammaRate, confidence: number): BelievedMtbf {
  checked(law)
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is outside (0, 1)`)
  const outside = (1 - confidence) / 2
  const mean = law.shape > 1 ? law.exposure / (law.shape - 1) : null
  if (mean === Infinity) throw new RangeError('the belief is beyond what a double can hold')
  return { mean, median: mtbfAt(law, 0.5), lower: mtbfAt(law, outside), upper: mtbfAt(law, 1 - outside) }
}
