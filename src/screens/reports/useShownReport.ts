/** The report on the screen: the one that is asked for now, or one that was filed, worked out again. */
import { useLiveQuery } from '../../panels/useLiveQuery'
import { useSearch } from 'wouter'
import type { ReportQuestion } from '../../metrics/reports/report'
import { questionOfStored } from '../../metrics/reports/storedQuestion'
import { useEngine } from '../../panels/useEngine'
import { storedReport } from '../../store/reports'
import { conclusionKey } from './conclusionKey'
import { useConclusion } from './useConclusion'
import { useReportNames } from './useReportNames'
import type { AskedReport } from './useReportQuestion'

export type ShownReport = ReturnType<typeof useShownReport>

export function useShownReport(asked: AskedReport) {
  const storedId = new URLSearchParams(useSearch()).get('stored')
  const stored = useLiveQuery(
    async () => (storedId === null ? null : ((await storedReport(storedId)) ?? null)),
    [storedId],
  )
  const question =
    storedId === null
      ? asked.question
      : stored === null || stored === undefined
        ? null
        : questionOfStored(stored.question)
  const language = stored?.language ?? asked.language
  const key = question === null || storedId !== null ? null : conclusionKey(question, language)
  const conclusion = useConclusion(key)
  const text = stored?.conclusion ?? conclusion.text ?? ''
  const names = useReportNames(question, language)
  const { answer, isOld, failed } = useEngine(
    question === null ? null : `report|${JSON.stringify(question)}|${language}`,
    (engine) => engine.report(question as ReportQuestion, language, false),
  )
  return { storedId, stored, question, language, conclusion, text, names, answer, isOld, failed }
}
