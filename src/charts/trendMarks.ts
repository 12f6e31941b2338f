/** What each month of a trend says when it is pointed at. */
import { formatCount, formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { UChart, UChartPoint } from '../reliability/uChart'
import type { DrawnMark } from './MarkLayer'

const KM_PER_RATE_UNIT = 1e6

/** What a month says: beyond its limits, in a run on one side of the mean, or neither. */
export function verdictOf({ beyond, run }: Signal, t: Messages): string {
  if (beyond !== null) return beyond === 'above' ? t.chartAbove : t.chartBelow
  return run === null ? t.chartWithin : run === 'above' ? t.chartRunAbove : t.chartRunBelow
}

type Signal = Pick<Extract<UChartPoint, { readonly status: 'estimated' }>, 'beyond' | 'run'>

export function trendMarks(
  months: readonly TrendMonth[],
  chart: UChart | null,
  t: Messages,
  language: Language,
): readonly DrawnMark[] {
  return months.map(({ month, rows, exposureKm, isPartial }, at) => {
    const point = chart?.points[at]
    const tip =
      point?.status === 'estimated'
        ? [
            t.chartRateIs(formatFigure(point.rate, language)),
            t.chartLimitsAre(formatFigure(point.lower, language), formatFigure(point.upper, language)),
            t.chartExposureIs(formatFigure(exposureKm / KM_PER_RATE_UNIT, language)),
            ...(point.beyond === null && point.run === null ? [] : [verdictOf(point, t)]),
          ]
        : [chart === null ? t.chartNotNormalised : t.chartNoExposure]
    return {
      key: month,
      name: month,
      rows,
      label: t.chartMonthLabel(month, formatCount(rows.length, language)),
      tip: isPartial ? [...tip, t.chartPartial] : tip,
    }
  })
}
