/** Handing a report out: as a workbook, in a template, on paper, as CSV; or filing it. */
import { Archive, Download, Printer } from 'lucide-react'
import { Link } from 'wouter'
import { dateOfDay } from '../../domain/moment'
import { localMoment } from '../../i18n/format'
import { wordsOfReports } from '../../i18n/reports'
import type { ReportQuestion } from '../../metrics/reports/report'
import { reportFigures } from '../../metrics/reports/reportFigures'
import { CommandButton } from '../../panels/CommandButton'
import { useCommand } from '../../panels/useCommand'
import { usePerson } from '../../panels/usePerson'
import { useOwnTemplates, type OfferedTemplate } from '../../panels/useOwnTemplates'
import { fileReport } from '../../store/reports'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import type { ReportFile } from '../../workers/reportExporter'
import { useReportExport } from './useReportExport'
import type { ShownReport } from './useShownReport'

const SUMMARY = ['summary'] as const

function printParams({ kind, scope }: ReportQuestion, language: string): string {
  const params = new URLSearchParams({ kind, lang: language, from: dateOfDay(scope.from), to: dateOfDay(scope.to - 1) })
  if (scope.nodeId !== undefined) params.set('node', scope.nodeId)
  if (scope.population !== 'all') params.set('pop', scope.population)
  if (scope.partBasis === 'reported') params.set('part', 'reported')
  if (scope.vehicleTypes.length > 0) params.set('types', scope.vehicleTypes.join(','))
  if (scope.depotIds.length > 0) params.set('depots', scope.depotIds.join(','))
  return params.toString()
}

interface Props {
  readonly shown: ShownReport
  readonly title: string
}

/** Files the report with its figures and what it was worked out from, so that a later look can say what differs. */
function useReportFiling({ shown: { answer, question, language, text }, title }: Props): () => Promise<void> {
  const { language: uiLanguage } = useText()
  const t = wordsOfReports(uiLanguage)
  const person = usePerson()
  const toast = useToast()
  const { run } = useCommand()
  return async () => {
    if (answer === null || question === null) return
    const end = await run(() =>
      fileReport(
        {
          question: JSON.stringify(question),
          kind: question.kind,
          title,
          language,
          conclusion: text,
          figures: reportFigures(answer.report),
          inputsHash: answer.inputsHash,
          storedAt: localMoment(),
          storedBy: person.name,
          build: __BUILD__,
        },
        person,
      ),
    )
    if (end.ended === 'done') toast(t.reportsStoredDone)
  }
}

export function ReportActions({ shown, title }: Props) {
  const own = useOwnTemplates(SUMMARY)
  const { language: uiLanguage, t: messages } = useText()
  const t = wordsOfReports(uiLanguage)
  const { stage, run, cancel } = useReportExport(t)
  const keep = useReportFiling({ shown, title })
  const { storedId, question, language, text, names, answer, isOld } = shown
  const about = names === null ? null : { ...names, language, conclusion: text }
  const isBusy = stage !== null || question === null || about === null || answer === null || isOld
  const busyWhy = isBusy ? (stage === null ? messages.loading : t.reportsStage(stage)) : undefined
  const write = (file: ReportFile, template?: OfferedTemplate): void => {
    if (question !== null && about !== null) void run(file, question, about, template)
  }
  return (
    <div className="report-actions no-print">
      <button
        type="button"
        className="button primary"
        disabled={isBusy}
        title={busyWhy}
        onClick={() => write('workbook')}
      >
        <Download size={16} aria-hidden />
        {t.reportsExport}
      </button>
      {question?.kind === 'monthly' ? (
        <ExportButton
          name={t.reportsTemplate}
          why={t.reportsTemplateZh}
          isBusy={isBusy}
          onWrite={() => write('template')}
        />
      ) : null}
      {own.map((template) => (
        <ExportButton
          key={template.id}
          name={template.name}
          why={busyWhy}
          isBusy={isBusy}
          onWrite={() => write('template', template)}
        />
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
      <button type="button" className="button" disabled={isBusy} title={busyWhy} onClick={() => write('csv')}>
        {t.reportsCsv}
      </button>
      {storedId === null ? (
        <CommandButton command="file-report" busyWhy={busyWhy} onPress={() => void keep()}>
          <Archive size={16} aria-hidden />
          {t.reportsStore}
        </CommandButton>
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
  )
}

interface ExportProps {
  readonly name: string
  readonly why: string | undefined
  readonly isBusy: boolean
  readonly onWrite: () => void
}

function ExportButton({ name, why, isBusy, onWrite }: ExportProps) {
  return (
    <button type="button" className="button" disabled={isBusy} title={why} onClick={onWrite}>
      <Download size={16} aria-hidden />
      {name}
    </button>
  )
}
