import type { ImportStage } from '../../workers/importAnswers'
import { useText } from '../../ui/LanguageContext'

/** Which stage, how far, and a way to stop. */
export function ImportProgress({
  stage,
  fraction,
  file,
  onCancel,
}: {
  readonly stage: ImportStage
  readonly fraction: number
  readonly file: string
  readonly onCancel: () => void
}) {
  const { t } = useText()
  const words = {
    opening: t.stageOpening,
    reading: t.stageReading,
    planning: t.stagePlanning,
    storing: t.stageStoring,
  }[stage]
  const percent = Math.round(fraction * 100)
  return (
    <section className="card card-pad stack" aria-live="polite">
      <div className="spread">
        <strong>{t.importStage(words, file)}</strong>
        <span>{percent}%</span>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-label={words}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
      <div>
        <button type="button" className="button" onClick={onCancel}>
          {t.cancel}
        </button>
      </div>
    </section>
  )
}
