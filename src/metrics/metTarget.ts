/** Is a target met? At one confidence, whether there were failures or none. */
import { mtbf, type MtbfEstimate } from '../reliability/mtbf'
import type { NotEstimable } from '../reliability/notEstimable'

/** One-sided; the lower end of the two-sided 90 % interval the program prints is the same bound. */
export const MET_CONFIDENCE = 0.95

/** `point`: only the estimate reaches the target, its lower bound does not. */
export type Met = 'met' | 'point' | 'missed' | 'unknown'

/** @param target distance between failures, in the unit of the estimate */
export function metTarget(estimate: MtbfEstimate | NotEstimable<string>, target: number): Met {
  if (estimate.status !== 'estimated') return 'unknown'
  const { failures, exposure } = estimate
  const bound = mtbf({ failures, exposure, confidence: MET_CONFIDENCE, sided: 'lower', termination: 'time' })
  if (bound.status !== 'estimated') return 'unknown'
  if (bound.lower >= target) return 'met'
  if (bound.mtbf === null) return 'unknown'
  return bound.mtbf >= target ? 'point' : 'missed'
}
