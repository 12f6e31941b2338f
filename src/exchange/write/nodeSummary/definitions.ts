import type { PartBasis } from '../../../metrics/partBasis'
import { HELP, type HelpTopic } from '../../../reliability/help'
import type { SummaryContext } from './summaryContext'

/** The formulas behind the figures, in the words that stand beside the drawings. */
export const summaryDefinitions = ({ t, language }: SummaryContext, partBasis: PartBasis): readonly string[] => {
  const of = (topic: HelpTopic): string =>
    `${HELP[topic][language].formula} ${HELP[topic][language].assumptions} ${HELP[topic][language].whenNot}`
  return [
    `${t.partBasisName(partBasis)}: ${t.partBasisWhy(partBasis)}`,
    `${t.bookPartKm}: ${t.bookPartKmWhy}`,
    `${t.bookCoverage}: ${t.bookCoverageWhy}`,
    `${t.bookFpmk}: n ÷ T × 10⁶`,
    `${t.bookMdbf}: ${of('mtbf')}`,
    `${t.bookParetoSheet}: ${of('pareto')}`,
    `${t.bookTrendSheet}: ${of('trend')}`,
    `${t.bookLaplace}: ${t.bookLaplaceWhy}`,
    `${t.bookRepeatsSheet}: ${of('recurrence')}`,
  ]
}
