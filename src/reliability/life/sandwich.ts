import { times, type Matrix } from '../special/symmetricInverse'

/**
 * The covariance of estimates from what each independent cluster adds to the slopes at the top: A⁻¹BA⁻¹·c/(c − 1).
 * @param inverse of the information
 * @param sums    slopes of each cluster
 * @source White (1982); Liang & Zeger (1986); the factor as in R `sandwich::vcovCL`
 * Never throws: a single cluster leaves the covariance as it was.
 */
export function sandwich(inverse: Matrix, sums: readonly (readonly number[])[]): Matrix {
  const clusters = sums.length
  if (clusters < 2) return inverse
  const moved = sums.map((sum) => times(inverse, sum))
  const factor = clusters / (clusters - 1)
  return inverse.map((row, i) =>
    row.map((_, j) => factor * moved.reduce((sum, part) => sum + (part[i] ?? 0) * (part[j] ?? 0), 0)),
  )
}
