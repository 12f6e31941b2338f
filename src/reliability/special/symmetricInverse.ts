/** Rows of numbers; the functions here never change what they are given. */
export type Matrix = readonly (readonly number[])[]

/** So many zeros. */
export const zeros = (length: number): number[] => Array.from({ length }, () => 0)

/** A pivot smaller than this beside its own diagonal is what rounding leaves of 0. */
const SMALLEST_PIVOT = 1e-11

/**
 * The inverse of a symmetric matrix whose eigenvalues are all above 0, as the information of a likelihood at its top.
 * @returns null where it is not such a matrix, or so nearly not that nothing of its inverse is right
 * @source  Cholesky's factors: Golub & Van Loan, Matrix Computations (2013) 4.2
 * Never throws: an empty matrix has an empty inverse.
 */
export function symmetricInverse(matrix: Matrix): Matrix | null {
  const n = matrix.length
  const at = (rows: Matrix, i: number, j: number): number => rows[i]?.[j] ?? 0
  const factor = matrix.map(() => zeros(n))
  for (let j = 0; j < n; j += 1) {
    let pivot = at(matrix, j, j)
    for (let k = 0; k < j; k += 1) pivot -= at(factor, j, k) ** 2
    if (!(pivot > SMALLEST_PIVOT * Math.abs(at(matrix, j, j)) && pivot < Infinity)) return null
    const root = Math.sqrt(pivot)
    for (let i = j; i < n; i += 1) {
      let sum = at(matrix, i, j)
      for (let k = 0; k < j; k += 1) sum -= at(factor, i, k) * at(factor, j, k)
      const row = factor[i]
      if (row !== undefined) row[j] = i === j ? root : sum / root
    }
  }
  const inverse = matrix.map(() => zeros(n))
  for (let column = 0; column < n; column += 1) {
    const forward = zeros(n)
    for (let i = 0; i < n; i += 1) {
      let sum = i === column ? 1 : 0
      for (let k = 0; k < i; k += 1) sum -= at(factor, i, k) * (forward[k] ?? 0)
      forward[i] = sum / at(factor, i, i)
    }
    for (let i = n - 1; i >= 0; i -= 1) {
      let sum = forward[i] ?? 0
      for (let k = i + 1; k < n; k += 1) sum -= at(factor, k, i) * at(inverse, k, column)
      const row = inverse[i]
      if (row !== undefined) row[column] = sum / at(factor, i, i)
    }
  }
  return inverse
}

export const times = (matrix: Matrix, vector: readonly number[]): readonly number[] =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0))

/** vᵗMv. */
export const quadratic = (matrix: Matrix, vector: readonly number[]): number =>
  times(matrix, vector).reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0)
