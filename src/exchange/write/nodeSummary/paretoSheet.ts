import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import type { SummaryContext } from './summaryContext'
import { count, share, tableSheet, text } from '../ooxml/tableSheet'

/** All dimensions below each other, so that one filter shows any of them. */
export function paretoSheet({ paretos }: NodeAnalysis, context: SummaryContext): Sheet {
  const { t } = context
  const rows = Object.entries(paretos).flatMap(([dimension, bars]) =>
    bars.map((bar): Row => [
      text(t.bookDimension(dimension)),
      text(bar.label === '' ? t.bookBlank : bar.label, 'wrapped'),
      count(bar.rows.length),
      share(bar.share),
      share(bar.cumulative),
      bar.vital ? text('●', 'centered') : undefined,
    ]),
  )
  return tableSheet(
    {
      name: t.bookParetoSheet,
      columns: [
        [t.bookParetoBy, 18],
        [t.chartName, 60],
        [t.chartFailures, 11],
        [t.chartShare, 11],
        [t.chartCumulativeShare, 14],
        [t.chartVital, 12],
      ],
      rows,
    },
    context,
  )
}
