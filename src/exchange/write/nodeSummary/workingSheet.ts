import type { NodeAnalysis } from '../../../metrics/nodeAnalysis'
import { formulaOf, reasonWords, workingOfNode, workingWords } from '../../../metrics/working'
import type { Row, Sheet } from '../ooxml/workbook'
import type { NodeSummaryAbout } from './nodeSummaryAbout'
import { figure, tableSheet, text, unit } from '../ooxml/tableSheet'
import type { SummaryContext } from './summaryContext'

/** How every figure came about: inputs, values between, results, formula and authority. */
export function workingSheet(
  analysis: NodeAnalysis,
  { ageWorking = [] }: NodeSummaryAbout,
  context: SummaryContext,
): Sheet {
  const { t, language } = context
  const rows: readonly Row[] = [...workingOfNode(analysis), ...ageWorking].flatMap(({ topic, lines, source }) => {
    const title = t.bookWorkingTopic(topic)
    return [
      [
        text(title, 'label'),
        text(formulaOf(topic, language), 'wrapped'),
        undefined,
        undefined,
        text(source, 'wrapped'),
      ],
      ...lines.map(({ name, symbol, value, unit: of, why }): Row => [
        text(`　${workingWords(name, language)}`),
        text(symbol),
        typeof value === 'number'
          ? figure(value)
          : value === null
            ? text(why === undefined ? '' : reasonWords(why, language), 'wrapped')
            : text(value),
        unit(value === null ? '' : of),
        undefined,
      ]),
    ]
  })
  return tableSheet(
    {
      name: t.bookWorkingSheet,
      columns: [
        [t.bookFigure, 34],
        [t.chartFormula, 64],
        [t.bookValue, 22],
        [t.bookUnit, 12],
        [t.bookWorkingSource, 48],
      ],
      rows,
    },
    context,
  )
}
