import type { SummaryContext } from './summaryContext'

/** The formulas behind the figures, in the words that stand beside the drawings. */
export const summaryDefinitions = (t: SummaryContext['t']): readonly string[] => [
  `${t.bookPartKm}: ${t.bookPartKmWhy}`,
  `${t.bookCoverage}: ${t.bookCoverageWhy}`,
  `${t.bookFpmk}: n ÷ T × 10⁶`,
  `${t.bookMdbf}: ${t.mtbfHelpFormula} ${t.mtbfHelpAssumptions} ${t.mtbfHelpWhenNot}`,
  `${t.bookParetoSheet}: ${t.paretoHelpFormula} ${t.paretoHelpAssumptions} ${t.paretoHelpWhenNot}`,
  `${t.bookTrendSheet}: ${t.trendHelpFormula} ${t.trendHelpAssumptions} ${t.trendHelpWhenNot}`,
  `${t.bookLaplace}: ${t.bookLaplaceWhy}`,
  `${t.bookRepeatsSheet}: ${t.recurrenceHelpFormula} ${t.recurrenceHelpAssumptions} ${t.recurrenceHelpWhenNot}`,
]
