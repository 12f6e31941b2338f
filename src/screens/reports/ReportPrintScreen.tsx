/** A report on paper: A4 upright, its charts drawn as wide as the paper, ready for the printer or a PDF. */
import { LANGUAGE_TAG } from '../../i18n/inLanguage'
import { useLiveQuery } from '../../panels/useLiveQuery'
import { ArrowLeft, Printer } from 'lucide-react'
import { useSearch } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { formatMoment, localMoment } from '../../i18n/format'
import { wordsOfReports } from '../../i18n/reports'
import type { ReportQuestion } from '../../metrics/reports/report'
import { questionOfStored } from '../../metrics/reports/storedQuestion'
import { useEngine } from '../../panels/useEngine'
import { conclusionOf, storedReport } from '../../store/reports'
import { InLanguage, useText } from '../../ui/LanguageContext'
import { conclusionKey } from './conclusionKey'
import { ReportBody } from './ReportBody'
import { useReportNames } from './useReportNames'
import { useReportQuestion } from './useReportQuestion'
import './reports.css'

const NOTHING_OPENS = (): void => undefined

export function ReportPrintScreen() {
  const { language: uiLanguage } = useText()
  const shell = wordsOfReports(uiLanguage)
  const asked = useReportQuestion()
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
  const t = wordsOfReports(language)
  const key = question === null ? '' : conclusionKey(question, language)
  const written = useLiveQuery(async () => (await conclusionOf(key))?.text ?? '', [key])
  const conclusion = stored?.conclusion ?? written ?? ''
  const names = useReportNames(question, language)
  const { answer } = useEngine(question === null ? null : `report|${JSON.stringify(question)}|${language}`, (engine) =>
    engine.report(question as ReportQuestion, language, false),
  )
  const isReady = question !== null && names !== null && answer !== null
  return (
    <div className="paper-room">
      <div className="row card-pad no-print">
        <button type="button" className="button" onClick={() => history.back()}>
          <ArrowLeft size={16} aria-hidden />
          {shell.reportsBack}
        </button>
        <button type="button" className="button primary" disabled={!isReady} onClick={() => window.print()}>
          <Printer size={16} aria-hidden />
          {shell.reportsPrint}
        </button>
      </div>
      {!isReady ? (
        <div className="paper">
          <div className="skeleton" style={{ height: 320 }} />
        </div>
      ) : (
        <article className="paper" lang={LANGUAGE_TAG[language]}>
          <header>
            <h1>{t.reportTitle(question.kind, names.nodeName)}</h1>
            <p className="small">
              {periodInWords(question.scope, t)} · {t.bookPopulation}: {names.populationName} · {t.partBasis}:{' '}
              {t.partBasisName(question.scope.partBasis)} · {t.bookTrains}: {names.trainsInWords}
            </p>
          </header>
          <section className="card card-pad report-part paper-conclusion">
            <h2>{t.reportConclusion}</h2>
            <p>{conclusion.trim() === '' ? t.reportConclusionEmpty : conclusion}</p>
          </section>
          <InLanguage language={language}>
            <ReportBody report={answer.report} names={names} onOpen={NOTHING_OPENS} isPaper />
          </InLanguage>
          <footer className="paper-foot">
            {t.reportDataUntil} {dateOfDay(question.today)} · {t.bookGenerated} {formatMoment(localMoment())} ·{' '}
            {t.bookBuild} {__BUILD__} · {t.reportHash} {answer.inputsHash} · {t.reportLogHead}{' '}
            {t.reportLogHeadOf(answer.logHead.deviceCode, answer.logHead.entries, answer.logHead.hash)}
          </footer>
        </article>
      )}
    </div>
  )
}
