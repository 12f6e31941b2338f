import { dateOfDay } from '../../domain/moment'
import { formatCount, formatMoment, formatShare } from '../../i18n/format'
import { wordsOfWorkbooks } from '../../i18n/workbooks'
import type { NodeSummaryAbout } from './nodeSummary/nodeSummaryAbout'
import { summaryDefinitions } from './nodeSummary/definitions'
import { failuresSheet } from './nodeSummary/failuresSheet'
import { groupsSheet } from './nodeSummary/groupsSheet'
import { kpiSheet } from './nodeSummary/kpiSheet'
import { paretoSheet } from './nodeSummary/paretoSheet'
import { planSheet } from './nodeSummary/planSheet'
import { repeatsSheet } from './nodeSummary/repeatsSheet'
import type { NodeAnalysis } from '../../metrics/nodeAnalysis'
import type { SummaryContext } from './nodeSummary/summaryContext'
import { trendSheet } from './nodeSummary/trendSheet'
import { workingSheet } from './nodeSummary/workingSheet'
import { aboutSheet } from './ooxml/aboutSheet'
import { writeXlsx } from './ooxml/writeXlsx'

/**
 * Everything the page of a node shows as a workbook: figures as numbers with formats, no formulas, with the filter
 * and the definitions they rest on.
 *
 * @returns bytes of an .xlsx file; the same analysis and words always give the same bytes
 */
export function writeNodeSummary(analysis: NodeAnalysis, about: NodeSummaryAbout): Uint8Array {
  const { language } = about
  const t = wordsOfWorkbooks(language)
  const title = t.bookSummaryTitle(about.nodeName)
  const period = t.bookPeriodOf(
    dateOfDay(analysis.scope.from ?? analysis.exposure.from),
    dateOfDay((analysis.scope.to ?? analysis.exposure.to) - 1),
  )
  const context: SummaryContext = {
    t,
    language,
    title,
    subtitle:
      `${period} · ${about.populationName} · ${t.partBasisName(analysis.scope.partBasis)} · ` +
      `${t.bookGenerated} ${formatMoment(about.generatedAt)}`,
  }
  const facts: readonly (readonly [string, string])[] = [
    [t.bookNode, about.nodeName],
    [t.bookPath, about.path],
    [t.bookPeriod, period],
    [t.bookPopulation, about.populationName],
    [t.partBasis, t.partBasisName(analysis.scope.partBasis)],
    [t.bookTrains, about.trainsInWords],
    [t.bookFilter, about.filterInWords],
    [t.chartConfidence, analysis.mtbf.status === 'estimated' ? formatShare(analysis.mtbf.confidence, language) : ''],
    [
      t.bookRepeatDefinition,
      context.t[about.repeat.sameSymptom ? 'chartRepeatDefinitionSymptom' : 'chartRepeatDefinition'](
        String(about.repeat.days),
        formatCount(about.repeat.km, language),
      ),
    ],
    [t.bookGenerated, formatMoment(about.generatedAt)],
    [t.bookBuild, about.build],
  ]
  const plan = about.plan === undefined ? null : planSheet(about.plan, context)
  return writeXlsx({
    title,
    creator: t.bookProgram(about.build),
    createdAt: about.generatedAt,
    sheets: [
      kpiSheet(analysis, about, context),
      paretoSheet(analysis, context),
      trendSheet(analysis, context),
      ...(about.comparison === undefined ? [] : [groupsSheet(about.comparison, context)]),
      repeatsSheet(analysis, about, context),
      failuresSheet(about, context),
      ...(plan === null ? [] : [plan]),
      workingSheet(analysis, about, context),
      aboutSheet(
        t.bookDefinitionsSheet,
        facts,
        t.bookDefinitions,
        summaryDefinitions(context, analysis.scope.partBasis),
      ),
    ],
  })
}
