/** Choosing a report, seeing the numbers it will contain, writing its conclusion, and handing it out. */
import { useLiveQuery } from 'dexie-react-hooks'
import { Archive, Download, Printer } from 'lucide-react'
import { useCallback, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { periodInWords } from '../../exchange/write/reports/reportContext'
import { formatMoment, formatStamp, localMoment } from '../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import { POPULATIONS, type Population } from '../../metrics/judgement'
import { reportFigures } from '../../metrics/reports/reportFigures'
import { questionOfStored } from '../../metrics/reports/storedQuestion'
import type { ReportQuestion } from '../../metrics/reports/report'
import { hasPart, REPORT_KIND_NAMES } from '../../metrics/reports/reportKinds'
import { NodePicker } from '../../panels/NodePicker'
import { PartBasisChoice } from '../../panels/PartBasisChoice'
import { RowsDrawer, type OpenedRows } from '../../panels/RowsDrawer'
import { useActor } from '../../panels/useActor'
import { useOwnTemplates } from '../../panels/useOwnTemplates'
import { useEngine } from '../../panels/useEngine'
import { scopeOf } from '../../panels/useScope'
import { storedReport, storedReports, storeReport } from '../../store/reports'
import { Empty } from '../../ui/Empty'
import { InLanguage, useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { conclusionKey } from './conclusionKey'
import { ReportBody } from './ReportBody'
import { Restated } from './Restated'
import { useConclusion } from './useConclusion'
import { useReportExport } from './useReportExport'
import { useReportNames } from './useReportNames'
import { useReportQuestion, type AskedReport } from './useReportQuestion'
import './reports.css'

const SUMMARY = ['summary'] as const

export function ReportsScreen() {
  const own = useOwnTemplates(SUMMARY)
  const { language: uiLanguage, t: messages } = useText()
  const asked = useReportQuestion()
  const t = wordsOfReports(uiLanguage)
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
  const [opened, setOpened] = useState<OpenedRows | null>(null)
  const onOpen = useCallback(
    (mark: { readonly label: string; readonly rows: Uint32Array }) => setOpened({ title: mark.label, rows: mark.rows }),
    [],
  )
  const close = useCallback(() => setOpened(null), [])
  const { stage, run, cancel } = useReportExport(t)
  const { actor } = useActor()
  const toast = useToast()
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
  const about = names === null ? null : { ...names, language, conclusion: text }
  const isBusy = stage !== null || question === null || about === null || answer === null || isOld

  const busyWhy = isBusy ? (stage === null ? messages.loading : t.reportsStage(stage)) : undefined

  const keep = async (): Promise<void> => {
    if (answer === null || question === null) return
    try {
      await storeReport({
        question: JSON.stringify(question),
        kind: question.kind,
        title,
        language,
        conclusion: text,
        figures: [...reportFigures(answer.report)],
        inputsHash: answer.inputsHash,
        storedAt: localMoment(),
        storedBy: actor,
        build: __BUILD__,
      })
      toast(t.reportsStoredDone)
    } catch (error) {
      toast(t.reportsFailed(error instanceof Error ? error.message : String(error)))
    }
  }
  const write = (file: 'workbook' | 'csv' | 'template') => () =>
    void (question !== null && about !== null && run(file, question, about))

  return (
    <div className="page reports" aria-busy={isOld && answer !== null}>
      {storedId === null ? (
        <Chooser asked={asked} />
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
          readOnly={storedId !== null}
          disabled={storedId === null && conclusion.text === null}
          onChange={(event) => conclusion.set(event.target.value)}
        />
      </section>
      <div className="report-actions no-print">
        <button type="button" className="button primary" disabled={isBusy} title={busyWhy} onClick={write('workbook')}>
          <Download size={16} aria-hidden />
          {t.reportsExport}
        </button>
        {question?.kind === 'monthly' ? (
          <button
            type="button"
            className="button"
            disabled={isBusy}
            title={t.reportsTemplateZh}
            onClick={write('template')}
          >
            <Download size={16} aria-hidden />
            {t.reportsTemplate}
          </button>
        ) : null}
        {own.map((template) => (
          <button
            key={template.id}
            type="button"
            className="button"
            disabled={isBusy}
            title={busyWhy}
            onClick={() => void (question !== null && about !== null && run('template', question, about, template))}
          >
            <Download size={16} aria-hidden />
            {template.name}
          </button>
        ))}
        {question === null ? null : (
          <Link
            className="button"
            href={`/reports/print?${storedId === null ? printParams(question, language) : `stored=${storedId}`}`}
          >
            <Printer size={16} aria-hidden />
            {t.reportsPrint}
          </Link>
        )}
        <button type="button" className="button" disabled={isBusy} title={busyWhy} onClick={write('csv')}>
          {t.reportsCsv}
        </button>
        {storedId === null ? (
          <button type="button" className="button" disabled={isBusy} title={busyWhy} onClick={() => void keep()}>
            <Archive size={16} aria-hidden />
            {t.reportsStore}
          </button>
        ) : null}
        {stage === null ? null : (
          <>
            <span role="status">{t.reportsStage(stage)}…</span>
            <button type="button" className="button" onClick={cancel}>
              {t.reportsCancel}
            </button>
          </>
        )}
      </div>
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
      {storedId === null ? <StoredList /> : null}
      {opened === null ? null : (
        <RowsDrawer opened={opened} filter={title} partBasis={question?.scope.partBasis} onClose={close} />
      )}
    </div>
  )
}

function printParams({ kind, scope }: ReportQuestion, language: string): string {
  const params = new URLSearchParams({ kind, lang: language, from: dateOfDay(scope.from), to: dateOfDay(scope.to - 1) })
  if (scope.nodeId !== undefined) params.set('node', scope.nodeId)
  if (scope.population !== 'all') params.set('pop', scope.population)
  if (scope.partBasis === 'reported') params.set('part', 'reported')
  if (scope.vehicleTypes.length > 0) params.set('types', scope.vehicleTypes.join(','))
  if (scope.depotIds.length > 0) params.set('depots', scope.depotIds.join(','))
  return params.toString()
}

function Chooser({ asked }: { readonly asked: AskedReport }) {
  const { t: messages, language: uiLanguage } = useText()
  const t = wordsOfReports(uiLanguage)
  const { kind, question, which, setKind, setPeriod, setParam, change, language } = asked
  const scope = scopeOf(new URLSearchParams(useSearch()))
  return (
    <section className="stack no-print" aria-label={t.reportsChoose}>
      <h1>{t.reportsTitle}</h1>
      <div className="report-kinds" role="group" aria-label={t.reportKindName}>
        {REPORT_KIND_NAMES.map((one) => (
          <button key={one} type="button" className="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t.reportKind(one)}
          </button>
        ))}
      </div>
      <div className="report-choices">
        <div className="row" role="group" aria-label={messages.scopePeriodLabel}>
          <button type="button" className="button" aria-pressed={which === 'last'} onClick={() => setPeriod('last')}>
            {t.reportsLast}
          </button>
          <button type="button" className="button" aria-pressed={which === 'this'} onClick={() => setPeriod('this')}>
            {t.reportsThis}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={which === 'custom'}
            onClick={() => setPeriod('custom')}
          >
            {t.reportsCustom}
          </button>
        </div>
        {which !== 'custom' || question === null ? null : (
          <>
            <label>
              {messages.scopeFrom}
              <input
                className="input compact-input"
                type="date"
                max={dateOfDay(question.scope.to - 1)}
                value={dateOfDay(question.scope.from)}
                onChange={(event) => change({ from: event.target.value, to: dateOfDay(question.scope.to - 1) })}
              />
            </label>
            <label>
              {messages.scopeTo}
              <input
                className="input compact-input"
                type="date"
                min={dateOfDay(question.scope.from)}
                value={dateOfDay(question.scope.to - 1)}
                onChange={(event) => change({ to: event.target.value, from: dateOfDay(question.scope.from) })}
              />
            </label>
          </>
        )}
        <label className="report-node" htmlFor="report-node">
          {t.bookNode}
          <NodePicker id="report-node" nodeId={scope.nodeId} onChoose={(id) => change({ node: id ?? null })} />
        </label>
        <label>
          {messages.scopeCounts}
          <select
            className="input compact-input"
            value={scope.population}
            onChange={(event) => change({ pop: event.target.value as Population })}
          >
            {POPULATIONS.map((population) => (
              <option key={population} value={population}>
                {messages.populationName(population)}
              </option>
            ))}
          </select>
        </label>
        <PartBasisChoice basis={scope.partBasis} onChange={(part) => change({ part })} />
        {hasPart(kind, 'spares') ? (
          <PlannedKm
            key={question?.plannedKm ?? ''}
            km={question?.plannedKm}
            t={t}
            onChange={(km) => setParam('plan', km)}
          />
        ) : null}
        <label>
          {t.reportsLanguage}
          <select
            className="input compact-input"
            value={language}
            onChange={(event) => setParam('lang', event.target.value)}
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
        </label>
      </div>
    </section>
  )
}

/** What somebody types stands until the field is left; what is no distance above zero is none. */
function PlannedKm({
  km,
  t,
  onChange,
}: {
  readonly km: number | undefined
  readonly t: ReportWords
  readonly onChange: (km: string) => void
}) {
  const [typed, setTyped] = useState(km === undefined ? '' : String(km))
  const plain = typed.normalize('NFKC').replaceAll(/[,\s]/gu, '')
  const isBad = plain !== '' && !(Number(plain) > 0 && Number.isFinite(Number(plain)))
  const take = (): void => onChange(isBad ? '' : plain)
  return (
    <label>
      {t.sparesPlanInput}
      <input
        className="input compact-input number"
        inputMode="numeric"
        placeholder={t.sparesPlanHint}
        value={typed}
        aria-invalid={isBad || undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
        }}
      />
    </label>
  )
}

function StoredList() {
  const { language } = useText()
  const t = wordsOfReports(language)
  const [, navigate] = useLocation()
  const list = useLiveQuery(() => storedReports(), [])
  return (
    <section className="card card-pad stack no-print">
      <h2>{t.reportsStored}</h2>
      {list === undefined || list.length === 0 ? (
        <p className="muted">{t.reportsStoredNone}</p>
      ) : (
        <ul className="stored-list">
          {list.map(({ id, title, question, storedAt, storedBy }) => (
            <li key={id}>
              <button type="button" className="kpi-link" onClick={() => navigate(`/reports?stored=${id}`)}>
                {title}
              </button>
              <span className="small">{periodInWords(questionOfStored(question).scope, t)}</span>
              <span className="small muted">{t.reportsStoredAt(formatMoment(storedAt), storedBy)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
