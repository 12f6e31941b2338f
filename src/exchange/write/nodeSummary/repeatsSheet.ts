import { LIST_COMMA } from '../../../i18n/inLanguage'
import { REASONS } from '../../../reliability/reasons'
import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeSummaryAbout } from './nodeSummaryAbout'
import { formatCount, formatFigure, formatP, formatShare } from '../../../i18n/format'
import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import type { SummaryContext } from './summaryContext'
import { count, tableSheet, text } from '../ooxml/tableSheet'

/** Trains and parts that failed again soon, worst first. */
export function repeatsSheet(
  { recurrence }: NodeAnalysis,
  { repeat, rowsForDetail }: NodeSummaryAbout,
  context: SummaryContext,
): Sheet {
  const { t, language } = context
  const define = repeat.sameSymptom ? t.chartRepeatDefinitionSymptom : t.chartRepeatDefinition
  const columns = [
    [t.bookTrain, 20],
    [t.bookNode, 32],
    [t.bookPairFailures, 11],
    [t.bookRepeats, 11],
    [t.bookFailureNo, 80],
  ] as const
  const definition: Row = [
    text(`${t.bookRepeatDefinition}: ${define(String(repeat.days), formatCount(repeat.km, language))}`, 'note'),
  ]
  if (recurrence.status === 'not-estimable')
    return tableSheet(
      {
        name: t.bookRepeatsSheet,
        columns,
        rows: [],
        above: [definition, [text(REASONS[recurrence.reason][language], 'note')]],
      },
      context,
    )

  const byRow = new Map(rowsForDetail.map((failure) => [failure.row, failure]))
  const figures = [
    `${t.bookComparable} ${recurrence.comparable}`,
    `${t.bookNotComparable} ${recurrence.notComparable}`,
    `${t.bookRepeats} ${recurrence.repeatRows.length}`,
    `${t.bookRepeatShare} ${formatShare(recurrence.share, language)}`,
    ...(recurrence.byChance === null
      ? []
      : [
          `${t.bookRepeatsExpected} ${formatFigure(recurrence.byChance.expected, language)} ` +
            `(p ${formatP(recurrence.byChance.p, language)})`,
        ]),
    ...(recurrence.medianDays === null ? [] : [`${t.bookMedianDays} ${recurrence.medianDays} ${t.bookUnitDays}`]),
  ]
  const rows = recurrence.pairs.map(({ rows, repeats }): Row => {
    const failures = Array.from(rows).flatMap((row) => byRow.get(row) ?? [])
    const [first] = failures
    return [
      text(first?.train ?? ''),
      text(first?.node ?? '', 'wrapped'),
      count(rows.length),
      count(repeats),
      text(
        failures
          .map(({ no }) => no)
          .filter((no) => no !== '')
          .join(LIST_COMMA[language]),
        'wrapped',
      ),
    ]
  })
  return tableSheet(
    { name: t.bookRepeatsSheet, columns, rows, above: [definition, [text(figures.join('　'), 'note')]] },
    context,
  )
}
