/** What was read, before anything is stored: files, sheets, columns, every doubtful cell, and what would be written. */
import type { ImportBatch } from '../../domain/importBatch'
import { formatCount, localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { useText } from '../../ui/LanguageContext'
import { TaskProgress } from '../../ui/TaskProgress'
import { saveFile } from '../../ui/saveFile'
import type { Preview } from '../../workers/importAnswers'
import { importer } from '../../workers/importClient'
import { ImportPlanList, OutdatedNote } from './ImportPlanList'
import { ImportProgress } from './ImportProgress'
import { KnownFailuresPanel } from './KnownFailuresPanel'
import { KnownMastersPanel } from './KnownMastersPanel'
import { ReadFiles } from './ReadFiles'
import { ReviewPanel } from './ReviewPanel'
import { UnattachedPanel } from './UnattachedPanel'
import { UnknownWordsPanel } from './UnknownWordsPanel'
import { useImportSession } from './useImportSession'

interface Props {
  readonly preview: Preview
  readonly onChange: (preview: Preview) => void
  readonly onBack: () => void
  readonly onDone: (batch: ImportBatch) => void
}

async function saveErrorWorkbook({ files }: Preview, t: Messages, language: Language): Promise<void> {
  const bytes = await importer().errorWorkbook({ language, generatedAt: localMoment(), build: __BUILD__ })
  const name = files.find(({ ok }) => ok)?.name.replace(/\.[^.]*$/u, '') ?? ''
  if (bytes !== null)
    saveFile(
      bytes,
      `${name}_${t.errorWorkbookFile}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    )
}

export function ImportPreview({ preview, onChange, onBack, onDone }: Props) {
  const { t, language } = useText()
  const { plan } = preview
  const total = Object.values(plan.counts).reduce((sum, count) => sum + count, 0) + plan.taken + plan.filled
  const session = useImportSession({ size: total, onChange, onDone })
  const { progress, failure, outdated, review, decide, commit, rescue } = session

  if (rescue.copying !== null)
    return (
      <section className="card card-pad">
        <TaskProgress words={t.rescueFirst} fraction={rescue.copying} onCancel={rescue.cancel} />
      </section>
    )
  if (progress !== null && progress.stage === 'storing')
    return (
      <ImportProgress stage="storing" fraction={progress.fraction} file="" onCancel={() => void importer().cancel()} />
    )
  return (
    <section className="stack" aria-busy={progress !== null}>
      <h2>{t.importTitle}</h2>
      <ReadFiles files={preview.files} onDecide={(file, sheet, decision) => void decide(file, sheet, decision)} />
      <UnknownWordsPanel
        words={plan.unknown}
        onDecide={(decisions) => void review((remote, onStage) => remote.decideWords(decisions, onStage))}
      />
      <KnownFailuresPanel
        preview={preview}
        onTake={(id, field, isTaken) => void review((remote, onStage) => remote.takeOver(id, field, isTaken, onStage))}
        onTakeColumn={(table, field, isTaken) =>
          void review((remote, onStage) => remote.takeColumn(table, field, isTaken, onStage))
        }
        onDecide={decide}
      />
      <UnattachedPanel
        reports={plan.unattached}
        onAttach={(place, key) => void review((remote, onStage) => remote.attach(place, key, onStage))}
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
        onLeaveOut={(which) => void review((remote, onStage) => remote.leaveOut(which, onStage))}
        onErrorWorkbook={() => void saveErrorWorkbook(preview, t, language)}
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
        <Actions total={total} isBusy={progress !== null} onBack={onBack} onCommit={() => void commit()} />
      </div>
    </section>
  )
}

interface ActionsProps {
  readonly total: number
  readonly isBusy: boolean
  readonly onBack: () => void
  readonly onCommit: () => void
}

function Actions({ total, isBusy, onBack, onCommit }: ActionsProps) {
  const { t, language } = useText()
  return (
    <div className="row import-actions">
      <button type="button" className="button" onClick={onBack}>
        {t.importBack}
      </button>
      <button
        type="button"
        className="button primary big"
        disabled={total === 0 || isBusy}
        title={total === 0 ? t.importNothing : undefined}
        onClick={onCommit}
      >
        {t.importCommit(formatCount(total, language))}
      </button>
    </div>
  )
}
