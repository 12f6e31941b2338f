/** What a report says first, as sentences; the same on the screen, on paper and in the workbook. */
import { listed } from '../../../i18n/inLanguage'
import { formatCount, formatFigure } from '../../../i18n/format'
import type { ReportWords } from '../../../i18n/reports'
import type { Language } from '../../../i18n/translation'
import { rateRatio } from '../../../reliability/rateRatio'
import { CONFIDENCE } from '../../../metrics/nodeFigures'
import type { PeriodFigures } from '../../../metrics/reports/periodFigures'
import type { Report } from '../../../metrics/reports/report'
import { perMillion } from '../../../reliability/perMillion'

const PARTS_NAMED = 3

export function reportHighlights(report: Report, t: ReportWords, language: Language): readonly string[] {
  const { now, before, yearBefore, ageing, trend, isComplete } = report
  const count = (value: number): string => formatCount(value, language)
  const figure = (value: number): string => formatFigure(value, language)
  const failuresOf = ({ isRecorded, counted }: PeriodFigures): string =>
    isRecorded ? count(counted.length) : t.reportNotRecorded
  const top = report.parts
    .slice(0, PARTS_NAMED)
    .map(({ label, rows }) => `${label === '' ? t.bookBlank : label} ${count(rows.length)}`)
  const above =
    trend.chart.status === 'estimated'
      ? trend.chart.points.flatMap((point, at) =>
          point.status === 'estimated' && point.beyond === 'above' ? [trend.points[at]?.month ?? ''] : [],
        )
      : []
  const old = ageing.states.reduce((sum, { counts }) => sum + (counts.at(-1) ?? 0), 0)
  const ratio = ratioInWords(report, t, language)
  return [
    t.reportHighlightCount(count(now.counted.length), failuresOf(before), failuresOf(yearBefore)),
    now.mtbf.status === 'estimated'
      ? t.reportHighlightRate(
          figure(perMillion(now.mtbf.rate)),
          figure(perMillion(now.mtbf.rateLower ?? 0)),
          figure(perMillion(now.mtbf.rateUpper)),
        )
      : t.reportHighlightDistance,
    ...(ratio === null ? [] : [ratio]),
    ...(top.length === 0 ? [] : [t.reportHighlightTop(listed(top, language))]),
    t.reportHighlightOpen(count(ageing.open.length), count(old)),
    ...(above.length === 0 ? [] : [t.reportHighlightTrend(listed(above, language))]),
    ...(isComplete ? [] : [t.reportHighlightIncomplete]),
  ]
}

/** How the rate compares with that of the period before, and whether chance explains it; null where one has no rate. */
export function ratioInWords({ now, before }: Report, t: ReportWords, language: Language): string | null {
  if (!before.isRecorded) return null
  const ratio = rateRatio(
    { failures: now.rated.length, exposure: now.exposureKm },
    { failures: before.rated.length, exposure: before.exposureKm },
    CONFIDENCE,
  )
  if (ratio.status !== 'estimated' || ratio.ratio === null || ratio.upper === null) return null
  const verdict = ratio.lower > 1 ? t.reportWorse : ratio.upper < 1 ? t.reportBetter : t.reportChance
  return t.reportRatio(
    formatFigure(ratio.ratio, language),
    formatFigure(ratio.lower, language),
    formatFigure(ratio.upper, language),
    verdict,
  )
}

/** Which sites have handed in and which should have. */
export function sitesLine({ sites }: Report, t: ReportWords, language: Language): string {
  const reported = sites.filter(({ verdict }) => verdict === 'handed-in').length
  const missing = sites.filter(({ verdict }) => verdict === 'missing').map(({ label }) => label)
  return [
    t.reportSitesLine(String(reported), String(sites.length)),
    missing.length === 0 ? t.reportSitesNoneMissing : t.reportSitesMissing(listed(missing, language)),
  ].join(' · ')
}
