/** Writing a report in the background: which stage, how to stop, and what came of it. */
import { useRef, useState } from 'react'
import type { ReportAbout } from '../../exchange/write/reports/reportContext'
import { formatCount, localMoment } from '../../i18n/format'
import { wordsOfReports, type ReportWords } from '../../i18n/reports'
import type { ReportQuestion } from '../../metrics/reports/report'
import { periodAsDates } from '../../metrics/scope'
import { useActor } from '../../panels/useActor'
import type { OfferedTemplate } from '../../panels/useOwnTemplates'
import { saveFile } from '../../ui/saveFile'
import { useToast } from '../../ui/Toasts'
import { connectedExporter, endExporter } from '../../workers/exportClient'
import { followed } from '../../workers/followed'
import type { ReportFile, ReportStage } from '../../workers/reportExporter'

const MIME: Readonly<Record<ReportFile, string>> = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  template: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}

/** What is in it, of which node, over which days. */
function fileNameOf(
  file: ReportFile,
  { kind, scope }: ReportQuestion,
  { language, nodeName }: Pick<ReportAbout, 'language' | 'nodeName'>,
  own: OfferedTemplate | undefined,
): string {
  const words = file === 'template' ? wordsOfReports('zh') : wordsOfReports(language)
  const what = own?.name ?? (file === 'template' ? words.reportsTemplateName : words.reportKind(kind))
  const [from, last] = periodAsDates(scope.from, scope.to)
  const days = from === last ? from : `${from}_${last}`
  return `${what}_${nodeName}_${days}.${file === 'csv' ? 'csv' : 'xlsx'}`.replace(/[\\/:*?"<>|]/gu, '-')
}

export function useReportExport(t: ReportWords): {
  readonly stage: ReportStage | null
  readonly cancel: () => void
  readonly run: (
    file: ReportFile,
    question: ReportQuestion,
    about: Omit<ReportAbout, 'generatedAt' | 'build'>,
    own?: OfferedTemplate,
  ) => Promise<void>
} {
  const toast = useToast()
  const { actor } = useActor()
  const [stage, setStage] = useState<ReportStage | null>(null)
  const stop = useRef<(() => void) | null>(null)
  const run: ReturnType<typeof useReportExport>['run'] = async (file, question, about, own) => {
    if (stage !== null) return
    setStage('figures')
    const stopped = new Promise<null>((resolve) => {
      stop.current = () => resolve(null)
    })
    const generatedAt = localMoment()
    try {
      const written = await followed(
        (reached: ReportStage) => setStage(reached),
        (onStage) => {
          const writing = connectedExporter().then((exporter) =>
            exporter.reportFile(
              file,
              question,
              { ...about, generatedAt, build: __BUILD__ },
              onStage,
              own === undefined ? null : { id: own.id, maker: { madeBy: actor, madeOn: generatedAt } },
            ),
          )
          return Promise.race([writing, stopped])
        },
      )
      if (written === null) {
        endExporter()
        toast(t.reportsCancelled)
      } else {
        const name = fileNameOf(file, question, about, own)
        saveFile(written.bytes, name, MIME[file])
        toast(t.reportsExported(name, formatCount(written.rows, about.language)))
      }
    } catch (error) {
      toast(t.reportsFailed(error instanceof Error ? error.message : String(error)))
    } finally {
      stop.current = null
      setStage(null)
    }
  }
  return { stage, run, cancel: () => stop.current?.() }
}
