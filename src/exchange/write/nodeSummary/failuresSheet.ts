import { isMoment } from '../../../domain/moment'
import { dateCell } from '../ooxml/dateCell'
import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeSummaryAbout } from './nodeSummaryAbout'
import type { SummaryContext } from './summaryContext'
import { tableSheet, text } from '../ooxml/tableSheet'

/** The counted failures, one per row. */
export function failuresSheet({ rowsForDetail }: NodeSummaryAbout, context: SummaryContext): Sheet {
  const { t } = context
  const rows = rowsForDetail.map(({ no, occurredAt, train, node, description }): Row => [
    text(no, 'identifier'),
    (isMoment(occurredAt) ? dateCell(occurredAt) : undefined) ?? text(occurredAt),
    text(train, 'identifier'),
    text(node, 'wrapped'),
    text(description, 'wrapped'),
  ])
  return tableSheet(
    {
      name: t.bookFailuresSheet,
      columns: [
        [t.bookFailureNo, 18],
        [t.bookDate, 17],
        [t.bookTrain, 18],
        [t.bookNode, 28],
        [t.bookDescription, 70],
      ],
      rows,
    },
    context,
  )
}
