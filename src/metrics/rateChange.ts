/** When the rate of a node changed, if it changed once: over its months, with the exact chance of a change as large by luck. */
import { changepoint, type Changepoint } from '../reliability/changepoint'
import type { NotEstimable } from '../reliability/notEstimable'
import { inMillions } from '../reliability/perMillion'
import type { NodeAnalysis, TrendMonth } from './nodeAnalysis'
import { workingLine as line, type Working } from './working'

/** No change is claimed unless luck shows one as large less often than this. */
export const CHANGE_LEVEL = 0.05

export interface RateChange {
  /** Those with distance, as the chance was worked out over them; rates are per 10⁶ part-km. */
  readonly months: readonly TrendMonth[]
  readonly found: Changepoint | NotEstimable<'too-few-failures' | 'too-many-failures'>
  readonly isClaimed: boolean
}

export function rateChange({ trend }: NodeAnalysis): RateChange {
  const months = trend.months.filter(({ exposureKm }) => exposureKm > 0)
  const found = changepoint(
    months.map(({ rows, exposureKm }) => ({ count: rows.length, exposure: inMillions(exposureKm) })),
  )
  return { months, found, isClaimed: found.status === 'estimated' && found.p < CHANGE_LEVEL }
}

export function workingOfRateChange(analysis: NodeAnalysis): Working {
  const { months, found } = rateChange(analysis)
  return {
    topic: 'changepoint',
    source: 'Worsley (1986), Biometrika 73; exact chance by the running count',
    lines: [
      line('months', 'm', months.length),
      ...(found.status !== 'estimated'
        ? [line('changeAfter', '', null, '', found.reason)]
        : [
            line('changeAfter', '', months[found.lastBefore]?.month ?? null),
            line('changeBefore', 'n₁/T₁', found.rateBefore, '/10⁶ km'),
            line('changeSince', 'n₂/T₂', found.rateAfter, '/10⁶ km'),
            line('changeRatio', '2 ln Λ', found.likelihoodRatio),
            line('changeChance', 'p', found.p),
          ]),
    ],
  }
}
