/** A backup into one file, and back from it. */
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { formatBytes, formatCount, localMoment } from '../../i18n/format'
import type { Messages } from '../../i18n/messages'
import type { Language } from '../../i18n/translation'
import { reasonInWords } from '../../panels/reasonInWords'
import { chooseSavePlace } from '../../ui/chooseSavePlace'
import { useText } from '../../ui/LanguageContext'
import { saveFile } from '../../ui/saveFile'
import { TaskProgress } from '../../ui/TaskProgress'
import type { BackupStage, RestoredBackup, SavedBackup } from '../../workers/backupAnswers'
import { restoreBackup, saveBackup } from '../../workers/backupClient'
import { TaskCancelled, type ThreadTask } from '../../workers/threadTask'

type Outcome = { readonly isGood: boolean; readonly lines: readonly string[] }

interface Running {
  readonly stage: BackupStage
  readonly fraction: number
  readonly cancel: () => void
}

const ZIP = { 'application/zip': ['.zip'] }

export function BackupPanel() {
  const { t } = useText()
  const [params] = useSearchParams()
  const { running, outcome, save, restore } = useBackup()
  const busy = running !== null
  const why = busy ? t.backupBusy : undefined
  const input = useRef<HTMLInputElement>(null)
  return (
    <section className={params.get('open') === 'restore' ? 'card card-pad stack is-target' : 'card card-pad stack'}>
      <h2>{t.backupTitle}</h2>
      <p className="small muted">{t.backupWhy}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={busy} title={why} onClick={() => void save()}>
          {t.backupSave}
        </button>
        <button type="button" className="button" disabled={busy} title={why} onClick={() => input.current?.click()}>
          {t.restoreChoose}
        </button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          accept=".zip"
          tabIndex={-1}
          aria-label={t.restoreChoose}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) void restore(file)
            event.target.value = ''
          }}
        />
      </div>
      {running === null ? null : <BackupProgress {...running} />}
      <div role={outcome?.isGood === false ? 'alert' : 'status'}>
        {outcome === null ? null : (
          <div className={outcome.isGood ? 'note stack' : 'note alarm stack'}>
            {outcome.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}

function BackupProgress({ stage, fraction, cancel }: Running) {
  const { t } = useText()
  const words = { writing: t.backupStageWriting, checking: t.backupStageChecking, storing: t.backupStageStoring }[stage]
  return <TaskProgress words={words} fraction={fraction} onCancel={cancel} />
}

/** The task under way, its outcome in words, and how to start one. Leaving the screen ends what is under way. */
function useBackup() {
  const { t, language } = useText()
  const [running, setRunning] = useState<Running | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const cancel = useRef<() => void>(() => undefined)
  useEffect(() => () => cancel.current(), [])

  const follow = async <T,>(
    first: BackupStage,
    start: (onStage: (stage: BackupStage, fraction: number) => void) => ThreadTask<T>,
    inWords: (answer: T) => Outcome,
    failedInWords: (error: unknown) => string,
  ): Promise<void> => {
    setOutcome(null)
    try {
      const task = start((stage, fraction) => setRunning({ stage, fraction, cancel: task.cancel }))
      cancel.current = task.cancel
      setRunning({ stage: first, fraction: 0, cancel: task.cancel })
      setOutcome(inWords(await task.result))
    } catch (error) {
      setOutcome({ isGood: false, lines: [failedInWords(error)] })
    }
    setRunning(null)
  }

  const save = async (): Promise<void> => {
    const savedAt = localMoment()
    const suggested = `fracas-backup_${savedAt.slice(0, 16).replace(/[-:T]/gu, '')}.zip`
    const place = await chooseSavePlace(suggested, t.backupTitle, ZIP)
    if (place === 'dismissed') return
    await follow(
      'writing',
      (onStage) => saveBackup(place, { savedAt, build: __BUILD__ }, onStage),
      (answer) => savedInWords(answer, place?.name ?? suggested, t, language),
      (error) => (error instanceof TaskCancelled ? t.backupCancelled : t.backupFailed(reasonInWords(error, t))),
    )
  }
  const restore = (file: File): Promise<void> =>
    follow(
      'checking',
      (onStage) => restoreBackup(file, onStage),
      (answer) => restoredInWords(answer, t, language),
      (error) => (error instanceof TaskCancelled ? t.restoreCancelled : t.restoreFailed(reasonInWords(error, t))),
    )
  return { running, outcome, save, restore }
}

/** What became of a backup; a file that the browser did not write itself is handed over here. */
function savedInWords(answer: SavedBackup, name: string, t: Messages, language: Language): Outcome {
  if (!answer.ok) {
    const why = t[answer.problem](answer.where)
    return { isGood: false, lines: [answer.isWritten ? t.backupCheckFailed(why) : t.backupFailed(why)] }
  }
  if (answer.file !== null) saveFile(answer.file, name, 'application/zip')
  const size = formatBytes(answer.bytes, language)
  const { damagedFiles } = answer
  return {
    isGood: true,
    lines: [
      answer.file === null ? t.backupSaved(name, size) : t.backupHandedOver(name, size),
      ...(damagedFiles === 0 ? [] : [t.backupDamagedFiles(formatCount(damagedFiles, language))]),
    ],
  }
}

function restoredInWords(answer: RestoredBackup, t: Messages, language: Language): Outcome {
  if (!answer.ok) return { isGood: false, lines: [t.restoreFailed(t[answer.problem](answer.where))] }
  return {
    isGood: true,
    lines: [
      t.restoreDone(formatCount(answer.rows, language)),
      ...(answer.cleaned === 0 ? [] : [t.restoreCleaned(formatCount(answer.cleaned, language))]),
    ],
  }
}
