/**
 * Half the Poisson deviance, observed·ln(observed/mean) + mean − observed, without the cancellation near equality.
 * Both arguments are > 0.
 *
 * @source Loader, Fast and Accurate Computation of Binomial Probabilities, 2000
 * @returns ≥ 0; never throws
 */
export function deviance(observed: number, mean: number): number {
  const excess = (mean - observed) / observed
  if (Math.abs(excess) >= 0.4) return observed * (excess - Math.log(mean / observed))

  const v = excess / (2 + excess)
  let sum = excess * v
  let power = 2 * v
  for (let k = 3; k < 41; k += 2) {
    power *= v * v
    sum -= power / k
  }
  return observed * sum
}
