import { incompleteBeta } from './special/incompleteBeta'

/**
 * P(X ≥ count) of `total` failures each of which falls into a period with probability `share`.
 * @param share  in [0, 1]
 * @source       upper tail of the binomial as an incomplete beta integral: Abramowitz & Stegun 26.5.24
 */
export const atLeast = (count: number, total: number, share: number): number =>
  count <= 0 ? 1 : count > total ? 0 : share >= 1 ? 1 : incompleteBeta(count, total - count + 1, share).lower
