/** What each month of a trend says when it is pointed at. */
import { formatCount, formatFigure } from '../i18n/format'
import type { Messages } from '../i18n/messages'
import type { Language } from '../i18n/translation'
import type { TrendMonth } from '../metrics/nodeAnalysis'
import type { UChart } from '../reliability/uChart'
import type { DrawnMark } from './MarkLayer'

const KM_PER_RATE_UNIT = 1e6

export const verdictOf = (beyond: 'above' | 'below' | null, t: Messages): string =>
  beyond === 'above' ? t.chartAbove : beyond === 'below' ? t.chartBelow : t.chartWithin

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
            ...(point.beyond === null ? [] : [verdictOf(point.beyond, t)]),
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
