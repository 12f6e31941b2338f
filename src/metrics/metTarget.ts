/** Is a target met? By its bounds, at one confidence, in one set of answers for screens, workbooks and reports. */
import { mtbf, type MtbfEstimate } from '../reliability/mtbf'
import { mtbfUpperBound } from '../reliability/mtbfUpperBound'
import type { NotEstimable } from '../reliability/notEstimable'

/** One-sided, where no contract says another; the ends of the two-sided 90 % interval the program prints are the same bounds. */
export const MET_CONFIDENCE = 0.95

/**
 * `met`: the lower bound reaches the target. `point`: only the estimate does. `not-met`: not even the upper bound does.
 * `open`: the estimate does not, but the bounds leave it possible; or there is no failure and too little distance.
 */
export const MET = ['met', 'point', 'not-met', 'open'] as const
export type Met = (typeof MET)[number]

/** Bounds of a rate that hold where failures scatter more than chance lets them. */
export interface RateBounds {
  readonly lower: number
  readonly upper: number
}

/** Distances are sums over days: what is short of the target in the tenth digit only has reached it. */
const reaches = (much: number, enough: number): boolean => much >= enough * (1 - 1e-9)

/**
 * @param target     distance between failures, in the unit of the estimate
 * @param confidence one-sided, of the bounds that decide
 * @param scattered  bounds of the rate beside Poisson's, where those are too narrow; the wider ones decide
 */
export function metTarget(
  estimate: MtbfEstimate | NotEstimable<string>,
  target: number,
  confidence: number = MET_CONFIDENCE,
  scattered: RateBounds | null = null,
): Met {
  if (estimate.status !== 'estimated') return 'open'
  const { failures, exposure } = estimate
  const least = mtbf({ failures, exposure, confidence, sided: 'lower', termination: 'time' })
  if (least.status !== 'estimated') return 'open'
  const most = mtbfUpperBound(failures, exposure, confidence)
  const lower = scattered === null ? least.lower : Math.min(least.lower, 1 / scattered.upper)
  const upper =
    most.status !== 'estimated' ? Infinity : scattered === null ? most.upper : Math.max(most.upper, 1 / scattered.lower)
  if (reaches(lower, target)) return 'met'
  if (!reaches(upper, target)) return 'not-met'
  return least.mtbf !== null && reaches(least.mtbf, target) ? 'point' : 'open'
}

/** Kilometres between failures of one part that a rate per million train-kilometres of all of them allows. */
export const targetKmOf = (fpmk: number, quantity: number): number => (1e6 / fpmk) * (quantity > 0 ? quantity : 1)
