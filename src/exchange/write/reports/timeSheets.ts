/** When failures came, and how long those that are open have been waiting. */
import { signalInWords } from '../signalInWords'
import { dateOfDay } from '../../../domain/moment'
import { formatCount } from '../../../i18n/format'
import { trendBuckets } from '../../../metrics/reports/reportPeriods'
import { REPORT_KINDS } from '../../../metrics/reports/reportKinds'
import { dateCell } from '../ooxml/dateCell'
import { count, figure, tableSheet, text, type TableChart } from '../ooxml/tableSheet'
import type { Row, Sheet } from '../ooxml/workbook'
import { CHART_COLOURS } from './chartColours'
import type { ReportContext, ReportData } from './reportContext'
import { inMillions } from '../../../reliability/perMillion'

export function trendSheet({ report }: ReportData, context: ReportContext): Sheet {
  const { t } = context
  const { trend, question, now, recorded } = report
  const chart = trend.chart.status === 'estimated' ? trend.chart : null
  const { step, steps } = REPORT_KINDS[question.kind]
  const buckets = trendBuckets(step, steps, now, recorded.from)
  const name = t.reportSheet('trend')
  const rows = trend.points.map(({ month, rows: ofPoint, exposureKm, isPartial }, at): Row => {
    const point = chart?.points[at]
    const isEstimated = point?.status === 'estimated'
    const { from, to } = buckets[at] ?? { from: 0, to: 1 }
    const verdict = isEstimated ? signalInWords(point, t) : ''
    return [
      text(month, 'centered'),
      dateCell(dateOfDay(from)),
      dateCell(dateOfDay(to - 1)),
      count(ofPoint.length),
      figure(inMillions(exposureKm)),
      ...(isEstimated
        ? [figure(point.rate), figure(chart?.center), figure(point.lower), figure(point.upper)]
        : [undefined, undefined, undefined, undefined]),
      verdict === '' ? undefined : text(verdict, 'label'),
      text(isEstimated ? (isPartial ? t.chartPartial : '') : t.chartNoExposure),
    ]
  })
  return tableSheet(
    {
      name,
      rows,
      columns: [
        [t.reportPeriodName, 11],
        [t.reportFrom, 12],
        [t.reportTo, 12],
        [t.chartFailures, 9],
        [t.chartExposure, 13],
        [t.reportRateName, 11],
        [t.reportCenter, 11],
        [t.reportLowerLimit, 10],
        [t.reportUpperLimit, 10],
        [t.chartVerdict, 12],
        [t.bookRemark, 14],
      ],
      charts: [trendChart(name, context)],
    },
    context,
  )
}

/** Rate, center line and both limits, from the columns of the trend. */
const trendChart = (sheet: string, { t }: ReportContext): TableChart => ({
  title: t.reportChartTrend,
  description: t.reportChartDescription(t.reportChartTrend, sheet),
  categories: 0,
  direction: 'up',
  axes: { value: t.reportAxisRate },
  series: [
    { column: 5, shape: 'line', colour: CHART_COLOURS.first },
    { column: 6, shape: 'line', colour: CHART_COLOURS.ink, dash: 'dashDot' },
    { column: 7, shape: 'line', colour: CHART_COLOURS.limit, dash: 'dash' },
    { column: 8, shape: 'line', colour: CHART_COLOURS.limit, dash: 'dash' },
  ],
})

/** The states, what was closed since as one, and what nobody can tell the age of. */
export function ageingSheet({ report: { ageing } }: ReportData, context: ReportContext): Sheet {
  const { t, language } = context
  const name = t.reportSheet('ageing')
  const rows: readonly Row[] = [
    ...ageing.states
      .filter(({ counts }) => counts.some((n) => n > 0))
      .map(({ label, state, counts }): Row => [
        text(state === 'closed-since' ? t.reportOpenSince : label, 'wrapped'),
        ...counts.map(count),
        count(counts.reduce((sum, n) => sum + n, 0)),
      ]),
    ...(ageing.ageUnknown > 0
      ? [[text(t.reportAgeUnknown, 'wrapped'), undefined, undefined, undefined, undefined, count(ageing.ageUnknown)]]
      : []),
  ]
  const above: readonly Row[] = [
    [text(t.reportAgeingRule(dateOfDay(ageing.day)), 'note')],
    ...(ageing.closedUndated > 0
      ? [[text(`${t.reportClosedUndated}: ${formatCount(ageing.closedUndated, language)}`, 'note')]]
      : []),
  ]
  return tableSheet(
    {
      name,
      rows,
      above,
      columns: [[t.reportState, 34], ...t.reportAges.split('|').map((age) => [age, 11] as const), [t.reportTotal, 11]],
      charts: [
        {
          title: t.reportChartAgeing,
          description: t.reportChartDescription(t.reportChartAgeing, name),
          categories: 0,
          direction: 'right',
          stacked: true,
          axes: { value: t.reportAxisFailures },
          series: CHART_COLOURS.ages.map((colour, at) => ({ column: at + 1, shape: 'bar' as const, colour })),
        },
      ],
    },
    context,
  )
}
