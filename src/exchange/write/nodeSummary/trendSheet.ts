import { signalInWords } from '../signalInWords'
import { REASONS } from '../../../reliability/reasons'
import { formatP } from '../../../i18n/format'
import { dateCell } from '../ooxml/dateCell'
import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import type { SummaryContext } from './summaryContext'
import { count, figure, tableSheet, text } from '../ooxml/tableSheet'
import { inMillions } from '../../../reliability/perMillion'

export function trendSheet({ trend, laplace, clock }: NodeAnalysis, context: SummaryContext): Sheet {
  const { t, language } = context
  const chart = trend.chart.status === 'estimated' ? trend.chart : null
  const rows = trend.months.map(({ month, rows, exposureKm, isPartial }, at): Row => {
    const point = chart?.points[at]
    const isEstimated = point?.status === 'estimated'
    const beyond = isEstimated ? signalInWords(point, t) : ''
    return [
      dateCell(month),
      count(rows.length),
      figure(inMillions(exposureKm)),
      ...(isEstimated
        ? [figure(point.rate), figure(chart?.center), figure(point.lower), figure(point.upper)]
        : [undefined, undefined, undefined, undefined]),
      beyond === '' ? undefined : text(beyond, 'label'),
      text(isEstimated ? (isPartial ? t.bookPartialMonth : '') : t.chartNoExposure),
    ]
  })
  const above: readonly Row[] =
    laplace.status === 'estimated'
      ? [
          [
            text(
              `${t.bookLaplace(clock)} = ${laplace.u.toFixed(2)}; ${t.bookLaplaceP} ` +
                `${formatP(laplace.pTwoSided, language)}; ${laplace.enough ? t.bookLaplaceWhy : t.bookLaplaceFew}`,
              'note',
            ),
          ],
        ]
      : [[text(`${t.bookLaplace(clock)}: ${REASONS[laplace.reason][language]}`, 'note')]]
  const columns = [
    [t.chartMonth, 12],
    [t.chartFailures, 11],
    [t.chartExposure, 16],
    [t.chartRate, 16],
    ['ū', 12],
    [t.chartLowerLimit, 12],
    [t.chartUpperLimit, 12],
    [t.chartVerdict, 14],
    [t.bookRemark, 18],
  ] as const
  return tableSheet({ name: t.bookTrendSheet, columns, rows, above }, context)
}
