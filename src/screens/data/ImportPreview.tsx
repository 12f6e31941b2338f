/** What was read, before anything is stored: files, sheets, columns, every doubtful cell, and what would be written. */
import { proxy } from 'comlink'
import { useState, type ReactNode } from 'react'
import type { ImportBatch } from '../../domain/importBatch'
import type { SheetOverride } from '../../exchange/tables/parsedSheet'
import { problemSentence } from '../../exchange/write/problemSentences'
import { formatCount, localMoment } from '../../i18n/format'
import { reasonInWords } from '../../panels/reasonInWords'
import { usePerson } from '../../panels/usePerson'
import { importer } from '../../workers/importClient'
import type { CommitAnswer, ImportStage, OnStage, PlanChange, Preview } from '../../workers/importAnswers'
import { saveFile } from '../../ui/saveFile'
import { useText } from '../../ui/LanguageContext'
import { useToast } from '../../ui/Toasts'
import { ImportProgress } from './ImportProgress'
import { ImportPlanList, OutdatedNote } from './ImportPlanList'
import { KnownFailuresPanel } from './KnownFailuresPanel'
import { KnownMastersPanel } from './KnownMastersPanel'
import { ReadFile } from './ReadFile'
import { ReviewPanel } from './ReviewPanel'
import { UnknownWordsPanel } from './UnknownWordsPanel'

interface Props {
  readonly preview: Preview
  readonly onChange: (preview: Preview) => void
  readonly onBack: () => void
  readonly onDone: (batch: ImportBatch) => void
}

/** More files than this are folded away behind one line. */
const MOST_OPEN_FILES = 4

function Folded({
  isFolded,
  summary,
  children,
}: {
  readonly isFolded: boolean
  readonly summary: string
  readonly children: ReactNode
}) {
  return isFolded ? (
    <details className="unused-sheets">
      <summary>{summary}</summary>
      <div className="stack">{children}</div>
    </details>
  ) : (
    <>{children}</>
  )
}

export function ImportPreview({ preview, onChange, onBack, onDone }: Props) {
  const { t, language } = useText()
  const person = usePerson()
  const toast = useToast()
  const [progress, setProgress] = useState<{
    readonly stage: ImportStage
    readonly fraction: number
    readonly file: string
  } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [outdated, setOutdated] = useState<readonly PlanChange[] | null>(null)
  const { plan } = preview
  const isMany = preview.files.length > MOST_OPEN_FILES
  const total = Object.values(plan.counts).reduce((sum, count) => sum + count, 0) + plan.taken + plan.filled

  /** Progress comes over a channel of its own and may arrive after the answer. */
  const followed = async <R,>(work: (onStage: OnStage) => Promise<R>): Promise<R> => {
    let isOver = false
    const onStage = proxy((stage: ImportStage, fraction: number, file: string) => {
      if (!isOver) setProgress({ stage, fraction, file })
    })
    try {
      return await work(onStage)
    } finally {
      isOver = true
      setProgress(null)
    }
  }
  const review = async (
    step: (remote: ReturnType<typeof importer>, onStage: OnStage) => Promise<Preview>,
  ): Promise<void> => {
    setProgress({ stage: 'reading', fraction: 0.5, file: '' })
    try {
      onChange(await followed((onStage) => step(importer(), onStage)))
    } catch (error) {
      setFailure(reasonInWords(error, t))
    }
  }
  const decide = (file: number, sheet: string, decision: SheetOverride): Promise<void> =>
    review((remote, onStage) => remote.override(file, sheet, decision, onStage))
  const saveErrorWorkbook = async (): Promise<void> => {
    const bytes = await importer().errorWorkbook({ language, generatedAt: localMoment(), build: __BUILD__ })
    if (bytes !== null)
      saveFile(
        bytes,
        `${preview.files.find(({ ok }) => ok)?.name.replace(/\.[^.]*$/u, '') ?? ''}_${t.errorWorkbookFile}.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      )
  }
  const commit = async (): Promise<void> => {
    setFailure(null)
    setOutdated(null)
    setProgress({ stage: 'storing', fraction: 0, file: '' })
    try {
      const answer: CommitAnswer = await followed<CommitAnswer>((onStage) => importer().commit(person, onStage))
      if (answer.kind === 'stored') {
        if (!answer.isRemembered) toast(t.importNotRemembered)
        onDone(answer.batch)
      } else {
        setOutdated(answer.counts)
        onChange(answer.preview)
      }
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error))
      if (reason.name === 'ImportCancelled') toast(t.importCancelled)
      else setFailure(reasonInWords(reason, t))
    }
  }

  if (progress !== null && progress.stage === 'storing')
    return (
      <ImportProgress stage="storing" fraction={progress.fraction} file="" onCancel={() => void importer().cancel()} />
    )
  return (
    <section className="stack" aria-busy={progress !== null}>
      <h2>{t.importTitle}</h2>
      {preview.files.map((file) =>
        file.ok ? null : (
          <p key={file.at} className="note alarm" role="alert">
            <strong>{file.name}</strong> {t.importRefused}
            {t.colon}
            {problemSentence(file.problem, language)}
          </p>
        ),
      )}
      {isMany ? (
        <p>
          {t.filesSummary(
            formatCount(preview.files.length, language),
            formatCount(
              preview.files.reduce(
                (sum, file) => sum + (file.ok ? file.sheets.filter(({ records }) => records > 0).length : 0),
                0,
              ),
              language,
            ),
            formatCount(preview.files.filter(({ ok }) => !ok).length, language),
          )}
        </p>
      ) : null}
      <Folded isFolded={isMany} summary={t.importSheets}>
        {preview.files.map((file) =>
          file.ok ? (
            <ReadFile key={file.at} file={file} onDecide={(sheet, decision) => void decide(file.at, sheet, decision)} />
          ) : null,
        )}
      </Folded>
      <UnknownWordsPanel
        words={plan.unknown}
        onDecide={(decisions) => void review((remote, onStage) => remote.decideWords(decisions, onStage))}
      />
      <KnownFailuresPanel
        preview={preview}
        onTake={(id, field, isTaken) => void review((remote, onStage) => remote.takeOver(id, field, isTaken, onStage))}
        onDecide={decide}
      />
      <KnownMastersPanel
        preview={preview}
        onTake={(key, field, isTaken) =>
          void review((remote, onStage) => remote.takeMaster(key, field, isTaken, onStage))
        }
      />
      <ReviewPanel
        preview={preview}
        onDecide={decide}
        onUndo={() => void review((remote, onStage) => remote.undoStep(onStage))}
        onLeaveOut={() => void review((remote, onStage) => remote.leaveOutSerious(onStage))}
        onErrorWorkbook={() => void saveErrorWorkbook()}
      />
      <div className="card card-pad stack">
        <h3>{t.importPlan}</h3>
        <ImportPlanList preview={preview} total={total} />
        {failure === null ? null : (
          <p className="note alarm" role="alert">
            {t.importFailed(failure)}
          </p>
        )}
        {outdated === null ? null : <OutdatedNote counts={outdated} />}
        <div className="row import-actions">
          <button type="button" className="button" onClick={onBack}>
            {t.importBack}
          </button>
          <button
            type="button"
            className="button primary big"
            disabled={total === 0 || progress !== null}
            title={total === 0 ? t.importNothing : undefined}
            onClick={() => void commit()}
          >
            {t.importCommit(formatCount(total, language))}
          </button>
        </div>
      </div>
    </section>
  )
}
