/** What surrounds the figures of a report: names of its node, trains and population in the language of the report. */
import type { ReportAbout } from '../../exchange/write/reports/reportContext'
import type { Language } from '../../i18n/translation'
import type { ReportQuestion } from '../../metrics/reports/report'
import { UNASSIGNED } from '../../metrics/scope'
import { trainsInWords } from '../../panels/trainsInWords'
import { useEngine } from '../../panels/useEngine'
import { useMessages } from '../../ui/LanguageContext'

export type ReportNames = Pick<ReportAbout, 'nodeName' | 'path' | 'populationName' | 'trainsInWords' | 'targetFpmk'>

export function useReportNames(question: ReportQuestion | null, language: Language): ReportNames | null {
  const t = useMessages(language)
  const scope = question?.scope
  const { answer } = useEngine(
    scope === undefined ? null : `report-names|${JSON.stringify(scope)}|${language}`,
    async (engine) => ({
      node: scope?.nodeId === undefined || scope.nodeId === UNASSIGNED ? null : await engine.nodeOf(scope.nodeId),
      depots: (await engine.fleetChoices(language)).depots,
    }),
  )
  if (scope === undefined || answer === null || t === null) return null
  const { node, depots } = answer
  const nodeName = node?.name ?? (scope.nodeId === UNASSIGNED ? t.treeUnassigned : t.treeAll)
  const chosen = trainsInWords(scope, depots, t)
  return {
    nodeName,
    path: (node?.path ?? [nodeName]).join(' / '),
    populationName: t.populationName(scope.population),
    trainsInWords: chosen.length === 0 ? t.all : chosen.join(t.semicolon),
    ...(node?.targetFpmk == null ? {} : { targetFpmk: node.targetFpmk }),
  }
}
