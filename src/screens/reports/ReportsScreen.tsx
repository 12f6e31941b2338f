/** Choosing a report, seeing the numbers it will contain, writing its conclusion, and handing it out. */
import { useCallback, useState } from 'react'
import { Link } from 'wouter'
import type { OpenedMark } from '../../charts/openedMark'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { permits } from '../../domain/workflow/permits'
import { formatStamp } from '../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import { usePerson } from '../../panels/usePerson'
import { RowsDrawer, type OpenedRows } from '../../panels/RowsDrawer'
import { Empty } from '../../ui/Empty'
import { InLanguage, useText } from '../../ui/LanguageContext'
import { ReportActions } from './ReportActions'
import { ReportBody } from './ReportBody'
import { ReportChooser } from './ReportChooser'
import { Restated } from './Restated'
import { StoredReports } from './StoredReports'
import { useReportQuestion } from './useReportQuestion'
import { useShownReport, type ShownReport } from './useShownReport'
import './reports.css'

export function ReportsScreen() {
  const { language: uiLanguage, t: messages } = useText()
  const asked = useReportQuestion()
  const t = wordsOfReports(uiLanguage)
  const shown = useShownReport(asked)
  const { storedId, stored, question, language, names, answer, isOld, failed } = shown
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const onOpen = useCallback((mark: OpenedMark) => setOpened({ title: mark.label, rows: mark.rows }), [])
  const close = useCallback(() => setOpened(null), [])
  const words = wordsOfReports(language)

  if (asked.latest === null)
    return (
      <Empty title={t.reportsEmpty} why={t.reportsEmptyWhy}>
        <Link className="button primary" href="/data?open=import">
          {messages.doorImport}
        </Link>
      </Empty>
    )
  if (storedId !== null && stored === null)
    return (
      <Empty title={t.reportsGone} why={t.reportsGoneWhy}>
        <Link className="button" href="/reports">
          {t.reportsBack}
        </Link>
      </Empty>
    )
  const title = question === null || names === null ? t.reportsTitle : words.reportTitle(question.kind, names.nodeName)
  return (
    <div className="page reports" aria-busy={isOld && answer !== null}>
      {storedId === null ? (
        <ReportChooser asked={asked} />
      ) : (
        <div className="spread">
          <h1>{stored?.title ?? t.reportsTitle}</h1>
          <Link className="button" href="/reports">
            {t.reportsBack}
          </Link>
        </div>
      )}
      {stored !== null && stored !== undefined && answer !== null && !isOld ? (
        <Restated stored={stored} report={answer.report} inputsHash={answer.inputsHash} />
      ) : null}
      {question === null ? null : (
        <h2>
          {title} <span className="muted small">{periodInWords(question.scope, words)}</span>
        </h2>
      )}
      {storedId === null && asked.oldData !== null ? <p className="note">{t.reportsOldData(asked.oldData)}</p> : null}
      {failed ? (
        <p className="note alarm" role="alert">
          {t.reportsFailed('')}
        </p>
      ) : null}
      <ConclusionCard shown={shown} t={t} />
      <ReportActions shown={shown} title={title} />
      {answer === null || names === null ? (
        <div className="stack">
          <div className="skeleton" style={{ height: 120 }} />
          <div className="skeleton" style={{ height: 320 }} />
        </div>
      ) : (
        <InLanguage language={language}>
          <ReportBody report={answer.report} names={names} onOpen={onOpen} />
        </InLanguage>
      )}
      {storedId === null ? <StoredReports /> : null}
      {storedId === null ? (
        <p className="no-print">
          <Link className="button" href="/screen">
            {messages.kioskDraw}
          </Link>
        </p>
      ) : null}
      {opened === null ? null : (
        <RowsDrawer opened={opened} filter={title} partBasis={question?.scope.partBasis} onClose={close} />
      )}
    </div>
  )
}

interface ConclusionProps {
  readonly shown: ShownReport
  readonly t: ReportWords
}

/** What people conclude from the numbers; a filed report keeps the one it was filed with. */
function ConclusionCard({ shown: { storedId, conclusion, text }, t }: ConclusionProps) {
  const { t: words } = useText()
  const [refusal] = permits('file-report', usePerson())
  return (
    <section className="card card-pad stack">
      <div className="spread">
        <label htmlFor="report-conclusion">
          <strong>{t.reportConclusion}</strong>
        </label>
        <span className="small muted" role="status">
          {conclusion.hasFailed
            ? t.reportsSaveFailed
            : conclusion.savedAt === null
              ? ''
              : t.reportsSaved(formatStamp(conclusion.savedAt))}
        </span>
      </div>
      <textarea
        id="report-conclusion"
        className="input"
        rows={4}
        placeholder={t.reportsConclusionHint}
        value={text}
        readOnly={storedId !== null || refusal !== undefined}
        title={refusal === undefined ? undefined : words.commandRefusal(refusal)}
        disabled={storedId === null && conclusion.text === null}
        onChange={(event) => conclusion.set(event.target.value)}
      />
    </section>
  )
}
