/** How failures of one population grow over what it has run: the power law with exact bounds, the tests beside it, and what is to come. */
import { cramerVonMises, cramerVonMisesCritical } from '../reliability/cramerVonMises'
import { laplaceTrend, type LaplaceTrend } from '../reliability/laplaceTrend'
import { milHdbk189Trend, type MilHdbk189Trend } from '../reliability/milHdbk189Trend'
import type { NotEstimable } from '../reliability/notEstimable'
import { powerLawBounds, type PowerLawBounds } from '../reliability/powerLawBounds'
import { growthAhead, type Ahead } from './growthAhead'
import { CONFIDENCE } from './nodeFigures'

export interface Growth {
  readonly end: number
  readonly law: PowerLawBounds | NotEstimable<string>
  readonly laplace: LaplaceTrend | NotEstimable<string>
  readonly milHdbk189: MilHdbk189Trend | NotEstimable<string>
  readonly fitTest:
    | {
        readonly status: 'estimated'
        readonly statistic: number
        readonly critical: number
        readonly isRefused: boolean
      }
    | NotEstimable<string>
  /** Only when the interval of β leaves 1 out. */
  readonly verdict: 'improving' | 'deteriorating' | 'none' | null
  /** Expected over another tenth of what has been run, at the rate of today. */
  readonly next: Ahead | null
}

const FIT_LEVEL = 0.05
const AHEAD = 0.1
/** Fewer say nothing about a trend. */
export const ENOUGH_FOR_TREND = 5

/** @param events cumulative exposure at each failure, in (0, end] */
export function growth(events: readonly number[], end: number): Growth {
  const system = [{ events, end }]
  const law: Growth['law'] =
    end > 0 ? powerLawBounds(events, end, 'time', CONFIDENCE) : { status: 'not-estimable', reason: 'no-exposure' }
  const none: NotEstimable<'no-exposure'> = { status: 'not-estimable', reason: 'no-exposure' }
  const fit = end > 0 ? cramerVonMises(system, 'time') : none
  const critical = fit.status === 'estimated' ? cramerVonMisesCritical(fit.used, FIT_LEVEL) : 0
  const [low, high] = law.status === 'estimated' ? law.betaExact : [null, null]
  return {
    end,
    law,
    laplace: end > 0 ? laplaceTrend(system, 'time') : none,
    milHdbk189: end > 0 ? milHdbk189Trend(system, 'time') : none,
    fitTest:
      fit.status === 'estimated'
        ? { status: 'estimated', statistic: fit.statistic, critical, isRefused: fit.statistic > critical }
        : fit,
    verdict:
      law.status !== 'estimated' || events.length < ENOUGH_FOR_TREND
        ? null
        : (high ?? Infinity) < 1
          ? 'improving'
          : (low ?? 0) > 1
            ? 'deteriorating'
            : 'none',
    next: growthAhead(law, end * AHEAD),
  }
}
